"""What must hold within the rows of one content, whatever they rest on: grants and reversals in turn."""

from collections.abc import Iterator, Sequence

from content.proving.written import Written
from content.rules import day_of

_SAME = ("what", "code", "title", "organiser", "earned_on", "earned_at", "rule_version")


def out_of_order(rows: Sequence[Written], called: str) -> Iterator[str]:
    """Every way in which the rows of one content of one ledger contradict each other or themselves."""
    grants = {row.id: row for row in rows if row.sign == 1}
    for row in rows:
        where = f"{called} {row.id}"
        if row.earned_on != day_of(row.earned_at):
            yield f"{where}: its day is {row.earned_on}, and its moment is of {day_of(row.earned_at)}"
        if row.sign == 1:
            yield from (f"{where}: {said}" for said in _grant(row))
        else:
            yield from (f"{where}: {said}" for said in _reversal(row, grants.get(row.reverses_id or 0)))
    yield from (f"{called}: {said}" for said in _numbers(rows))


def _grant(row: Written) -> Iterator[str]:
    if row.reverses_id is not None:
        yield "it is a grant and reverses another row"
    if row.half_units < 1:
        yield f"it is a grant of {row.half_units} half-units"


def _reversal(row: Written, grant: Written | None) -> Iterator[str]:
    if row.sign != -1:
        yield f"its sign is {row.sign}"
    if grant is None:
        yield "it reverses no grant of its content"
        return
    if (row.grant_no, row.half_units) != (grant.grant_no, -grant.half_units):
        yield f"it does not take back what grant {grant.id} gave"
    if any(getattr(row, name) != getattr(grant, name) for name in _SAME):
        yield f"it says otherwise than grant {grant.id}"
    if not row.explained and grant.import_id is None:  # nobody decides about a credit whose import is taken back
        yield "no reason and no author are on record"


def _numbers(rows: Sequence[Written]) -> Iterator[str]:
    """A further grant follows only after the reversal of the one before."""
    turned = {row.grant_no for row in rows if row.sign == -1}
    granted = sorted(row.grant_no for row in rows if row.sign == 1)
    if len(set(granted)) != len(granted):
        yield "a grant stands twice"
    for earlier in granted[:-1]:
        if earlier not in turned:
            yield f"grant {earlier} was not reversed before the next one"
