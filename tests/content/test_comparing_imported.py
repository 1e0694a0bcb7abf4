"""A member may have earned a credit here after its import was taken back: then it is missing."""

from datetime import UTC, datetime

import pytest

from content.importing.report import State
from content.proving.comparing import compared
from content.proving.finding import Fault
from content.proving.ground import Ground, Terms
from content.proving.imported import Imports
from content.proving.written import Written
from content.rules import Rulebook, day_of
from content.values import CreditKind

AT = datetime(2025, 6, 14, 3, tzinfo=UTC)
RULEBOOK = Rulebook()
TERMS = Terms(CreditKind.LECTURE, 2, 74, "高血圧", "会", AT, RULEBOOK.at(day_of(AT)).version, None)


def row(number: int, sign: int, *, author: int | None = None, brought: int | None = 7) -> Written:
    about = (1, "course:a", False, 1, sign, "lecture", 2 * sign, 74, "高血圧", "会", day_of(AT), AT, TERMS.rule_version)
    reverses = number - 1 if sign == -1 else None
    return Written(number, *about, reverses, author is not None, AT, author, brought)


GRANT, UNDONE = row(1, 1), row(2, -1)


@pytest.mark.parametrize(
    ("rows", "due", "state", "missing"),
    [
        ([], True, State.APPLIED, True),
        ([GRANT], True, State.APPLIED, False),
        ([GRANT, UNDONE], True, State.UNDONE, True),
        ([GRANT, UNDONE], False, State.UNDONE, False),
        ([GRANT, row(2, -1, author=9)], True, State.APPLIED, False),
        ([row(1, 1, brought=None), row(2, -1, author=9, brought=None)], True, State.APPLIED, False),
    ],
    ids=["never written", "it stands", "the import was undone", "not done here", "staff took it back", "staff's alone"],
)
def test_what_is_missing(rows: list[Written], due: bool, state: State, missing: bool) -> None:
    ground = Ground(1, "course:a", False, (TERMS,), due, "all is done")
    found = list(compared(rows, (), [ground], (), RULEBOOK, Imports({7: state}, (), {})))
    assert [one.fault for one in found] == [Fault.MISSING] * missing
