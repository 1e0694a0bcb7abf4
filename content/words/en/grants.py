from collections.abc import Mapping, Sequence

from content.importing.common_fields import FURTHER_GRANT_COLUMNS, GRANT_COLUMNS
from content.importing.report import GONE, MOVED, UNDO_DAYS, Outcome, Standing, State

_LEFT_OUT = (Outcome.DOUBLE, Outcome.DOUBTFUL, Outcome.REFUSED)
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NEW: "to grant",
    Outcome.DOUBLE: "already earned",
    Outcome.DOUBTFUL: "unclear",
    Outcome.REFUSED: "refused",
}
_STATES: Mapping[State, str] = {
    State.READING: "being read",
    State.REFUSED: "not readable",
    State.READY: "to be confirmed",
    State.QUEUED: "waiting",
    State.APPLYING: "being granted",
    State.APPLIED: "granted",
    State.UNDOING: "being withdrawn",
    State.UNDONE: "withdrawn",
    State.DROPPED: "dropped",
}


def title() -> str:
    return "Staff: grant credits by file"


def how() -> Sequence[str]:
    return (
        "Send this chat a file (CSV or XLSX, at most 20 MB) that says who is granted what.",
        f"Its first line is the header: {', '.join(GRANT_COLUMNS)} (and if needed: {', '.join(FURTHER_GRANT_COLUMNS)})",
        "content is the short name of a published course, of an issue of the journal whose answers are out, or of a"
        " training that is over. If it is empty, title and code are looked for. A training needs no day.",
        "Anything that is not published here has the kind declaration, and its title, organiser, code and credits."
        " No certificate shows it.",
        "Sending it changes nothing. You are first told which rows can be granted, and which can't.",
    )


def reason(why: str) -> Sequence[str]:
    if why:
        return (
            f"Rows without a reason get this one: {why}",
            "Please send the file (CSV or XLSX), or enter another reason.",
        )
    return (
        "If a row has no reason, first choose one for all of them, or enter it (2 to 200 characters).",
        "The members read it, and it is logged.",
    )


def one_title(number: int) -> str:
    return f"Staff: grants by file {number}"


def report_title(number: int) -> str:
    return f"The report of grants by file {number}."


def outcome(outcome: Outcome) -> str:
    return _OUTCOMES[outcome]


def standing(state: State) -> str:
    return _STATES[state]


def state(one: Standing) -> Sequence[str]:
    it = "" if one.fault.startswith("there") else "it "
    said: Mapping[State, str] = {
        State.READING: "The file is being read and compared with the record. Nothing has been changed yet.",
        State.REFUSED: f"This file can't be read: {it}{one.fault}",
        State.READY: _ready(one),
        State.QUEUED: "Another import is under way. This one begins when its turn comes.",
        State.APPLYING: "Granting. If it is interrupted, it goes on from where it stopped. The members are told once"
        " all is granted.",
        State.APPLIED: f"Granted, and the members are told. For {UNDO_DAYS} days you can withdraw all of it.",
        State.UNDOING: "Withdrawing the credits.",
        State.UNDONE: _undone(one),
        State.DROPPED: _dropped(one),
    }
    unchanged = ("Nothing was changed.",) if one.state is State.REFUSED else ()
    return (said[one.state], *unchanged)


def _ready(one: Standing) -> str:
    if not one.does_anything:
        return "There is nothing to grant."
    rows = [f"{one.count(what):,} {outcome(what)}" for what in _LEFT_OUT if one.count(what)]
    left_out = f" These rows are left out: {', '.join(rows)}." if rows else ""
    return (
        f"Grant what the report says?{left_out} The members are told of each credit, with the reason. Nothing has been"
        " changed yet."
    )


def _undone(one: Standing) -> str:
    kept = one.tally.get("kept", 0)
    begun = "The record changed meanwhile, so nothing stays granted. " if one.fault else ""
    left = f" {_credits(kept)} had been withdrawn already." * bool(kept)
    return f"{begun}Withdrawn ({one.tally.get('taken back', 0):,}).{left}"


def _credits(number: int) -> str:
    return f"{number:,} credit" if number == 1 else f"{number:,} credits"


def _all(number: int) -> str:
    return "the one credit" if number == 1 else f"the {number:,} credits"


def _dropped(one: Standing) -> str:
    if one.fault == MOVED:
        return "The record changed after the report was made, so nothing was granted. Please send the file again."
    if one.fault == GONE:
        return "The file could not be read. Please send it again."
    return "It was dropped. Nothing was changed."


def to_apply(changes: int) -> str:
    return f"Grant ({changes:,})"


def to_undo() -> str:
    return "Withdraw all of it"


def ask_undo(one: Standing) -> Sequence[str]:
    return (
        f"To withdraw {_all(one.changes)} of this file, choose a reason or enter one (2 to 200 characters).",
        "The members read it, and it is logged.",
    )


def undo_so(one: Standing, why: str) -> Sequence[str]:
    return (
        f"Withdraw {_all(one.changes)} of this file?",
        f"Reason: {why}",
        "The members are told of each. Certificates that show one of them will then wait for an officer.",
        "Nothing has been changed yet.",
    )


def own() -> str:
    return (
        "⚠️ The file grants you a credit. Nobody handles their own: somebody else of staff does this. Nothing changed."
    )


def stopped() -> str:
    return "The record changed, so the grants by file were stopped"
