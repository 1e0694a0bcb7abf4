"""import-members: bring members in from the association's file, all of it or nothing.

The whole file is checked first. It is then written in steps, so that no tap waits for long; cut off in between, the
command is typed again, and what is written already is unchanged.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TextIO

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from bot.commands import members_file
from bot.commands.members_file import BadFile, Fault, Row
from content.rules import day_of
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions, is_passing
from storage.people import members
from storage.people.members import BadMember, MemberRecord, Put
from storage.tables import Member

STEP = 100
SHOW_EVERY = 20_000
TRIES = 10
BUSY_S = 1.0
# a tap that waits for SQLite's lock asks again every 50 ms or sooner at first: it gets it within a few breaths
BREATH_S = 0.05
_KEYS = select(Member.mamis_key, Member.member_no_key).where(Member.mamis_key.is_not(None))


def run(
    sessions: Sessions, path: Path, now: datetime, out: TextIO, *, pause: Callable[[float], None] = time.sleep
) -> int:
    """0: imported; 1: faults, each with its line, and nothing written; 2: no file of this kind."""
    try:
        text = members_file.load(path)
    except BadFile as bad:
        print(f"{path} {bad}", file=out)
        return 2
    except OSError as error:
        print(f"{path}: {error.strerror}", file=out)
        return 2
    count, faults = _check(sessions, text, now)
    if faults:
        print(*(f"{path}: {fault}" for fault in faults), sep="\n", file=out)
        print(f"{_many(len(faults), 'fault')}. Nothing was imported.", file=out)
        return 1
    return _write(sessions, text, count, now, out, pause)


def _check(sessions: Sessions, text: str, now: datetime) -> tuple[int, list[Fault]]:
    """How many members there are, and every fault."""
    with sessions.reading() as session:
        others = _Others(sessions.cipher, {row.mamis_key or "": row.member_no_key for row in session.execute(_KEYS)})
    count, faults = 0, list[Fault]()
    for row in members_file.rows(text, day_of(now)):
        count += 1
        faults += row.faults
        faults += others.faults(row)
    return count, faults if count else [Fault(2, "there is no member in the file")]


class _Others:
    """Who has which ID: of the rows before, and in the record."""

    def __init__(self, cipher: Cipher, holders: dict[str, str]) -> None:
        self._cipher = cipher
        self._holders = holders
        self._member_nos: dict[str, int] = {}
        self._mamis_ids: dict[str, int] = {}

    def faults(self, row: Row) -> Iterator[Fault]:
        if row.member_id:
            yield from self._twice(self._member_nos, row.member_id, row.line, "member_id")
        if row.mamis_id:
            yield from self._twice(self._mamis_ids, row.mamis_id, row.line, "mamis_id")
        if row.mamis_id and row.member_id:
            own = self._cipher.find(row.member_id, "members.member_no")
            if self._holders.get(self._cipher.find(row.mamis_id, "members.mamis_id"), own) != own:
                yield Fault(row.line, "another member of the record has this ID", "mamis_id")

    @staticmethod
    def _twice(seen: dict[str, int], text: str, line: int, column: str) -> Iterator[Fault]:
        first = seen.setdefault(text, line)
        if first != line:
            yield Fault(line, f"the same ID stands on line {first}", column)


def _write(
    sessions: Sessions, text: str, count: int, now: datetime, out: TextIO, pause: Callable[[float], None]
) -> int:
    every = (row.record for row in members_file.rows(text, day_of(now)) if row.record)
    done: Counter[Put] = Counter()
    while step := list(islice(every, STEP)):
        try:
            done += _step(sessions, step, now, pause)
        except BadMember as bad:
            print(f"The record changed meanwhile: {bad}. {_many(done.total(), 'member')} went in before.", file=out)
            return 1
        if done.total() % SHOW_EVERY == 0:
            print(f"{done.total():,} of {count:,}", file=out, flush=True)
        if sessions.kind == "sqlite":
            pause(BREATH_S)
    new, changed, same = done[Put.NEW], done[Put.CHANGED], done[Put.SAME]
    print(f"{_many(count, 'member')}: {new:,} new, {changed:,} changed, {same:,} unchanged.", file=out)
    return 0


def _step(
    sessions: Sessions, step: Sequence[MemberRecord], now: datetime, pause: Callable[[float], None]
) -> Counter[Put]:
    """One transaction; a database that is busy is asked again."""
    for _ in range(TRIES - 1):
        try:
            return _put(sessions, step, now)
        except DBAPIError as error:
            if not is_passing(error):
                raise
            pause(BUSY_S)
    return _put(sessions, step, now)


def _put(sessions: Sessions, step: Sequence[MemberRecord], now: datetime) -> Counter[Put]:
    with sessions.begin() as session:
        return Counter(members.put(session, sessions.cipher, record, now) for record in step)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
