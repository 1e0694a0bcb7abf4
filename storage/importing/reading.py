"""Making the report of an import: the file is read and compared part by part, and its rows are put on record."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from content.importing import rows
from content.importing.report import MOVED, Kind, Outcome, Planned, State
from content.importing.rows import BadFile
from content.rules import Rulebook, day_of
from content.tables import Sheet
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions
from storage.importing import imports, staged
from storage.importing.kinds import Comparison, Kinds
from storage.importing.states import state_of

NOBODY = {
    Kind.MEMBERS: "there is no member in the file",
    **dict.fromkeys((Kind.CREDITS, Kind.GRANTS), "there is no credit in the file"),
}
READ_AT_ONCE = 200
Write = Callable[[Session], None]


def report(
    sessions: Sessions, number: int, raw: bytes, now: datetime, pace: Pace, rulebook: Rulebook, kinds: Kinds
) -> Iterator[Write]:
    """The writes, each a short transaction, that put the report of this import on record. Between two of them the file
    is read and compared. The last one ends the reading, well or not.

    Nothing else is changed. If the process dies, the import stays at READING, and nothing refers to it.
    """
    try:
        sheet = rows.opened(raw)
    except BadFile as bad:
        reason = str(bad)
        yield lambda session: imports.settle(session, number, State.REFUSED, now, reason)
        return
    del raw  # the sheet has what it needs of it
    with sessions.reading() as session:
        found = imports.standing(session, number)
        if found is None:
            raise LookupError(f"import {number}")
        kind, base = found.kind, state_of(session, found.kind)
        comparison = kinds[kind].comparison(session, sessions.cipher, found)
    making = _Making(sessions, number, comparison, pace)
    yield from making.rows(sheet, now, rulebook)
    if not sum(making.tally.values()):
        yield lambda session: imports.settle(session, number, State.REFUSED, now, NOBODY[kind])
        return
    yield from making.rest()
    yield lambda session: _end(session, number, kind, base, making, now)


class _Making:
    """The report under way: how many rows of each outcome there are, and how many stand on record."""

    def __init__(self, sessions: Sessions, number: int, comparison: Comparison[Any], pace: Pace) -> None:
        self._sessions, self._number, self._comparison, self._pace = sessions, number, comparison, pace
        self._waiting: list[Planned] = []
        self.tally: Counter[str] = Counter()
        self.staged = 0

    def rows(self, sheet: Sheet, now: datetime, rulebook: Rulebook) -> Iterator[Write]:
        every = self._comparison.rows(sheet, day_of(now), rulebook)
        while some := list(islice(every, READ_AT_ONCE)):
            yield from self._take(self._compared(some))
        yield from self._put(least=1)

    def rest(self) -> Iterator[Write]:
        with self._sessions.reading() as session:
            counts, rows = self._comparison.rest(session)
        while some := list(islice(rows, READ_AT_ONCE)):
            self._waiting += some
            yield from self._put(least=self._pace.size)
        yield from self._put(least=1)
        self.tally.update({one.value: count for one, count in counts.items()})

    def _compared(self, rows: Sequence[Any]) -> list[Planned]:
        with self._sessions.reading() as session:
            return self._comparison.compared(session, rows)

    def _take(self, planned: Sequence[Planned]) -> Iterator[Write]:
        self.tally.update(one.outcome.value for one in planned)
        self._waiting += [one for one in planned if one.outcome is not Outcome.SAME]
        yield from self._put(least=self._pace.size)

    def _put(self, least: int) -> Iterator[Write]:
        """Hand out what waits, as long as so much waits, in parts that are written in a short time."""
        while len(self._waiting) >= least and self._waiting:
            some, self._waiting = self._waiting[: self._pace.size], self._waiting[self._pace.size :]
            yield partial(_put, staged.shut(self._sessions.cipher, self._number, self.staged, some))
            self.staged += len(some)


def _put(rows: staged.Shut, session: Session) -> None:
    staged.put(session, rows)


def _end(session: Session, number: int, kind: Kind, base: str, making: _Making, now: datetime) -> None:
    """The report is good only if it was made on one state of the record."""
    if state_of(session, kind) != base:
        imports.settle(session, number, State.DROPPED, now, MOVED)
    else:
        imports.ready(session, number, base, making.tally, making.staged, now)
