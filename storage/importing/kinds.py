"""What imports do, by what the file brings: compare its rows with the record, do what they say, take it back.

Whoever carries imports hands the kinds in: those that write the log of staff stand above (storage/staff/granting).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from sqlalchemy.orm import Session

from content.importing.report import Kind, Outcome, Planned, Standing
from content.rules import Rulebook
from content.tables import Sheet
from storage.engine.cipher import Cipher
from storage.importing import member_rows, past_rows, planning, undoing
from storage.importing.past_planning import PastComparison
from storage.importing.staged import Rows

R = TypeVar("R")


class Comparison(Protocol[R]):
    """Compares the rows of a file with the record, in their order."""

    def rows(self, sheet: Sheet, today: date, rulebook: Rulebook) -> Iterator[R]: ...

    def compared(self, session: Session, rows: Sequence[R]) -> list[Planned]:
        """What becomes of each of these rows."""

    def rest(self, session: Session) -> tuple[Mapping[Outcome, int], Iterator[Planned]]:
        """What the whole file means besides its rows: how many of each outcome, and those of them that are named."""


@dataclass(frozen=True)
class Does:
    """What imports of one kind do. `apply` raises RecordChanged if the record is not as the report found it.
    `take_back` counts TAKEN_BACK and KEPT. `tell`: what is done in the second way through the rows, if the kind has one
    (content.importing.report.WAYS). `ready`: what `apply` is given of the rows, worked out while nobody waits for it,
    from a record that may change before they are applied. `weight`: a row takes about so many times as long as one of
    members. `logs`: whether a step writes the log of staff. `may`: whether whoever had it done may still do so when it
    begins.
    """

    comparison: Callable[[Session, Cipher, Standing], Comparison[Any]]
    apply: Callable[[Session, int, Any, datetime, Rulebook], Counter[str]]
    take_back: Callable[[Session, int, Rows, datetime], Counter[str]]
    tell: Callable[[Session, int, Rows, datetime], None] | None = None
    weight: int = 1
    logs: bool = False
    ready: Callable[[Session, Rows], Any] = lambda _session, rows: rows
    may: Callable[[Session, int], bool] = lambda _session, _number: True


Kinds = Mapping[Kind, Does]
KINDS: Kinds = {
    Kind.MEMBERS: Does(
        lambda session, cipher, one: planning.Comparison(session, cipher, shorter=one.shorter),
        member_rows.apply,
        undoing.take_back,
        ready=member_rows.ready,
    ),
    Kind.CREDITS: Does(
        lambda session, cipher, _one: PastComparison(session, cipher), past_rows.apply, past_rows.take_back
    ),
}
