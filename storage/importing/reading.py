"""Making the report of an import: the file is read and compared part by part, and its rows are put on record."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy.orm import Session

from content.importing import members_file
from content.importing.members_file import BadFile, Row
from content.importing.report import MOST_MISSING, MOVED, Outcome, Planned, State
from content.rules import day_of
from content.tables import Sheet
from storage.engine.sessions import Sessions
from storage.importing import imports, staged
from storage.importing.pace import Pace
from storage.importing.planning import Comparison

NOBODY = "there is no member in the file"
READ_AT_ONCE = 200
Write = Callable[[Session], None]


def report(sessions: Sessions, number: int, raw: bytes, now: datetime, pace: Pace) -> Iterator[Write]:
    """The writes, each a short transaction, that put the report of this import on record. Between two of them the file
    is read and compared. The last one ends the reading, well or not.

    Nothing of the members is changed. If the process dies, the import stays at READING, and nothing refers to it.
    """
    try:
        sheet = members_file.opened(raw)
    except BadFile as bad:
        reason = str(bad)
        yield lambda session: imports.settle(session, number, State.REFUSED, now, reason)
        return
    with sessions.reading() as session:
        found = imports.standing(session, number)
        base = imports.state_of(session)
        comparison = Comparison(session, sessions.cipher, shorter=found is not None and found.shorter)
    making = _Making(sessions, number, comparison, pace)
    yield from making.rows(sheet, now)
    if not sum(making.tally.values()):
        yield lambda session: imports.settle(session, number, State.REFUSED, now, NOBODY)
        return
    yield from making.missing()
    yield lambda session: _end(session, number, base, making, now)


class _Making:
    """The report under way: how many rows of each outcome there are, and how many stand on record."""

    def __init__(self, sessions: Sessions, number: int, comparison: Comparison, pace: Pace) -> None:
        self._sessions, self._number, self._comparison, self._pace = sessions, number, comparison, pace
        self._waiting: list[Planned] = []
        self.tally: Counter[str] = Counter()
        self.staged = 0

    def rows(self, sheet: Sheet, now: datetime) -> Iterator[Write]:
        every = members_file.rows(sheet, day_of(now))
        while some := list(islice(every, READ_AT_ONCE)):
            yield from self._take(self._compared(some))
        yield from self._put(least=1)

    def missing(self) -> Iterator[Write]:
        count, rows = self._comparison.missing(MOST_MISSING)
        while some := list(islice(rows, READ_AT_ONCE)):
            self._waiting += some
            yield from self._put(least=self._pace.size)
        yield from self._put(least=1)
        self.tally[Outcome.MISSING.value] = count

    def _compared(self, rows: Sequence[Row]) -> list[Planned]:
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
            yield lambda session, place=self.staged, some=some: staged.add(session, self._number, place, some)  # type: ignore[misc]  # bound now
            self.staged += len(some)


def _end(session: Session, number: int, base: str, making: _Making, now: datetime) -> None:
    """The report is good only if it was made on one state of the record."""
    if imports.state_of(session) != base:
        imports.settle(session, number, State.DROPPED, now, MOVED)
    else:
        imports.ready(session, number, base, making.tally, making.staged, now)
