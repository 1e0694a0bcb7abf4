"""import-members: bring members in from the association's file, all of it or nothing.

The whole file is checked first. It is then written as a job, in steps, so that no tap waits for long. If it is cut off
in between, the command is typed again: it goes on where it was cut off, and rows that were written before count as
unchanged. An import can't be undone, because the record does not keep what it said before; import the former file
instead.
"""

import contextlib
import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TextIO, TypeVar

from sqlalchemy import Row as SqlRow
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.commands import members_file
from bot.commands.members_file import BadFile, Fault, Row
from content.keys.jobs import ImportMembers
from content.rules import day_of
from content.tables import Sheet
from content.text import names
from storage.engine import jobs
from storage.engine.cipher import Cipher
from storage.engine.jobs import Held, Stepped, Way
from storage.engine.sessions import Sessions, is_passing
from storage.people import ids, members
from storage.people.members import BadMember, MemberRecord, Put
from storage.tables import Member

STEP = 100
SHOW_EVERY = 20_000
TRIES = 10
BUSY_S = 1.0
# A tap that waits for SQLite's lock asks for it every 50 ms at most, so it gets the lock within a few of these pauses.
BREATH_S = 0.05
LACKS = "lacks a character that the name in the record has (if it is meant so: --shorter-names)"
T = TypeVar("T")
_KEYS = select(Member.mamis_key, Member.member_no_key, Member.name)


Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Hand:
    """What the writing needs besides the file."""

    sessions: Sessions
    clock: Clock
    out: TextIO
    pause: Callable[[float], None]


def run(
    sessions: Sessions,
    path: Path,
    now: datetime,
    out: TextIO,
    *,
    pause: Callable[[float], None] = time.sleep,
    clock: Clock | None = None,
    shorter_names: bool = False,
) -> int:
    """0: imported; 1: faults, each with its line, and nothing written, or another import is under way; 2: no file of
    this kind. `clock` (default: it stands at `now`) says for how long this process holds the job. `shorter_names`:
    names that lack characters of the record's are meant so.
    """
    try:
        raw = path.read_bytes()
        sheet = members_file.opened(raw)
    except BadFile as bad:
        print(f"{path} {bad}", file=out)
        return 2
    except OSError as error:
        print(f"{path}: {error.strerror}", file=out)
        return 2
    count, faults = _check(sessions, sheet, now, shorter_names=shorter_names)
    if faults:
        print(*(f"{path}: {fault}" for fault in faults), sep="\n", file=out)
        print(f"{_many(len(faults), 'fault')}. Nothing was imported.", file=out)
        return 1
    key = ImportMembers(hashlib.sha256(raw).hexdigest())
    return _write(Hand(sessions, clock or (lambda: now), out, pause), sheet, key, count, now)


def _check(sessions: Sessions, sheet: Sheet, now: datetime, *, shorter_names: bool) -> tuple[int, list[Fault]]:
    """How many members there are, and every fault."""
    with sessions.reading() as session:
        others = _Others(sessions.cipher, session.execute(_KEYS).all(), shorter_names=shorter_names)
    count, faults = 0, list[Fault]()
    for row in members_file.rows(sheet, day_of(now)):
        count += 1
        faults += row.faults
        faults += others.faults(row)
    return count, faults if count else [Fault(2, "there is no member in the file")]


class _Others:
    """Which member has which ID, in the rows above and in the record; and the names in the record."""

    def __init__(self, cipher: Cipher, record: Iterable[SqlRow[str | None, str, str]], *, shorter_names: bool) -> None:
        self._cipher = cipher
        self._holders: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for mamis_key, member_no_key, name in record:
            if not shorter_names:
                self._names[member_no_key] = name
            if mamis_key:
                self._holders[mamis_key] = member_no_key
        self._member_nos: dict[str, int] = {}
        self._mamis_ids: dict[str, int] = {}

    def faults(self, row: Row) -> Iterator[Fault]:
        if row.member_id:
            yield from self._twice(self._member_nos, row.member_id, row.line, "member_id")
        if row.mamis_id:
            yield from self._twice(self._mamis_ids, row.mamis_id, row.line, "mamis_id")
        if not row.member_id:
            return
        own = self._cipher.finds(row.member_id, ids.MEMBER_NO)
        if row.record and names.loses(_first(self._names, own) or "", row.record.name):
            yield Fault(row.line, LACKS, "name")
        holder = _first(self._holders, self._cipher.finds(row.mamis_id, ids.MAMIS_ID)) if row.mamis_id else None
        if holder is not None and holder not in own:
            yield Fault(row.line, "another member of the record has this ID", "mamis_id")

    @staticmethod
    def _twice(seen: dict[str, int], text: str, line: int, column: str) -> Iterator[Fault]:
        first = seen.setdefault(text, line)
        if first != line:
            yield Fault(line, f"the same ID stands on line {first}", column)


def _first(found: Mapping[str, str], keys: Sequence[str]) -> str | None:
    """What stands under the first of these keyed hashes under which anything stands."""
    return next((found[key] for key in keys if key in found), None)


class _Rows:
    """The members of the file, a step's worth at a time. A step can be asked for again, after a busy database."""

    def __init__(self, every: Iterator[MemberRecord], place: int) -> None:
        self._every = islice(every, place, None)
        self._place = place
        self._rows = list(islice(self._every, STEP))

    def at(self, place: int) -> Sequence[MemberRecord]:
        if place != self._place:
            self._place, self._rows = place, list(islice(self._every, STEP))
        return self._rows


def _write(hand: Hand, sheet: Sheet, key: ImportMembers, count: int, now: datetime) -> int:
    begun = _patiently(hand, lambda: _take_up(hand, key, count))
    if begun is None:
        print("Another import is under way. Nothing was imported; type the command again later.", file=hand.out)
        return 1
    rows = _Rows((row.record for row in members_file.rows(sheet, day_of(now)) if row.record), begun.done)
    held, way = begun, Way[ImportMembers](lambda session, job, _at: _put(hand, session, job, rows.at(job.done), now))
    try:
        while not held.over:
            held = _step(hand, way, held)
    except BadMember as bad:
        print(f"The record changed meanwhile: {bad}. {_many(held.done, 'member')} went in before.", file=hand.out)
        return 1
    except jobs.Lost:
        print(f"Another import took over. {_many(held.done, 'member')} went in before.", file=hand.out)
        return 1
    finally:
        if not held.over:
            _let_go(hand, held)
    new, changed = (held.tally.get(put.name, 0) - begun.tally.get(put.name, 0) for put in (Put.NEW, Put.CHANGED))
    same = held.done - new - changed
    print(f"{_many(count, 'member')}: {new:,} new, {changed:,} changed, {same:,} unchanged.", file=hand.out)
    return 0


def _let_go(hand: Hand, held: Held[ImportMembers]) -> None:
    """Give the job back, so that the command can be typed again at once. If the database is busy, the claim runs out by
    itself.
    """
    with contextlib.suppress(DBAPIError), hand.sessions.begin() as session:
        jobs.release(session, held)


def _take_up(hand: Hand, key: ImportMembers, count: int) -> Held[ImportMembers] | None:
    with hand.sessions.begin() as session:
        return jobs.take_up(session, key, count, hand.clock())


def _step(hand: Hand, way: Way[ImportMembers], held: Held[ImportMembers]) -> Held[ImportMembers]:
    """Do one transaction, then pause for a moment, in which taps are answered."""
    after = _patiently(hand, lambda: jobs.step(hand.sessions, way, held, hand.clock()))
    if after.done % SHOW_EVERY == 0:
        print(f"{after.done:,} of {after.total:,}", file=hand.out, flush=True)
    if hand.sessions.kind == "sqlite":  # PostgreSQL lets taps write at the same time
        hand.pause(BREATH_S)
    return after


def _put(
    hand: Hand, session: Session, job: Held[ImportMembers], rows: Sequence[MemberRecord], now: datetime
) -> Stepped:
    became = Counter(members.put(session, hand.sessions.cipher, record, now).name for record in rows)
    return Stepped(len(rows), became, over=job.done + len(rows) >= job.total)


def _patiently(hand: Hand, act: Callable[[], T]) -> T:
    """Call `act` again while the database is busy."""
    for _ in range(TRIES - 1):
        try:
            return act()
        except DBAPIError as error:
            if not is_passing(error):
                raise
            hand.pause(BUSY_S)
    return act()


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
