from collections.abc import Mapping, Sequence

from content.importing.report import Outcome

_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NEW: "new",
    Outcome.CHANGED: "changed",
    Outcome.SAME: "unchanged",
    Outcome.REFUSED: "refused",
    Outcome.MISSING: "missing from the file",
}


def report_columns() -> Sequence[str]:
    return ("line", "what", "member_id", "name", "column", "before", "after", "reason")


def outcome(outcome: Outcome) -> str:
    return _OUTCOMES[outcome]


def column(name: str) -> str:
    return name


def reason(reason: str) -> str:
    return reason
