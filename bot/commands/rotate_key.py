"""rotate-key: renew every seal and keyed hash under the first key of DATA_KEY, while members go on.

It is a job in short steps. If it is cut off, the command is typed again: what is renewed stays so, and the rows say
what is left. When nothing is left under a former key, the record notes that the key was replaced, and starts no longer
ask for it.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TextIO, TypeVar

from sqlalchemy.orm import Session

from bot.commands.patience import patiently
from bot.links import WATCH_LASTS
from content.keys.jobs import RotateKey
from storage.certificates import certificates, checks
from storage.declarations import evidence
from storage.engine import jobs
from storage.engine.base import Base
from storage.engine.jobs import Held, Stepped, Way
from storage.engine.sessions import Sessions
from storage.files import parts
from storage.files.parts import Kept
from storage.people import chats, codes, guards, ids
from storage.privacy import cutting, keycheck, rotation
from storage.privacy.cutting import Whole
from storage.privacy.rotation import Part, Renewed
from storage.requests import files as request_files
from storage.staff import log_proofs

KEYED = (*ids.KEYED, *chats.KEYED, *certificates.KEYED, *checks.KEYED, *evidence.KEYED, *request_files.KEYED)
"""Every column of keyed hashes that can be made anew. The others end by themselves: codes, and waits."""
PASSES = 3
"""A row that a tap changes under a process with the former key in front is found by the next pass."""
SHOW_EVERY = 5_000
TRIES, BUSY_S = 15, 5.0
# a tap that waits for SQLite's lock asks for it every 50 ms at most, so it gets the lock within a few of these pauses
BREATH_S = 0.05
T = TypeVar("T")


@dataclass
class Work:
    """A rotation under way. `light` is for its steps, which can all be repeated; the last one makes them last."""

    sessions: Sessions
    light: Sessions
    clock: Callable[[], datetime]
    out: TextIO
    pause: Callable[[float], None]
    held: Held[RotateKey]
    faults: dict[str, None] = field(default_factory=dict)
    written: Counter[str] = field(default_factory=Counter)


def run(
    sessions: Sessions,
    clock: Callable[[], datetime],
    out: TextIO,
    *,
    pause: Callable[[float], None] = time.sleep,
) -> int:
    """0: everything is under the first key. 1: something is not, and is named; or another rotation is under way."""
    every = rotation.parts(KEYED)
    with sessions.reading() as session:
        whole = cutting.left(session)
        total = whole + sum(rotation.left(session, sessions.cipher, every).values())
    key = RotateKey(sessions.cipher.marks[0])
    held = _taken(sessions, key, total, clock, pause)
    if held is None:
        print("Another rotation is under way. Type the command again later.", file=out)
        return 1
    if whole:
        print(f"{whole:,} files are to be cut into parts.", file=out, flush=True)
    print(f"{total - whole:,} rows are to be sealed anew under the key {key.mark}.", file=out, flush=True)
    url = sessions.url.render_as_string(hide_password=False)
    with closing(Sessions(url, sessions.cipher, light=True)) as light:
        return _renewed(Work(sessions, light, clock, out, pause, held), every)


def _renewed(work: Work, every: Sequence[Part]) -> int:
    try:
        for kind in cutting.KINDS:
            _cut(work, kind)
        for _ in range(PASSES):
            for part in every:
                _through(work, part)
        return _end(work, every)
    except jobs.Lost:
        print("Another rotation took over.", file=work.out)
        return 1


def _taken(
    sessions: Sessions, key: RotateKey, total: int, clock: Callable[[], datetime], pause: Callable[[float], None]
) -> Held[RotateKey] | None:
    """The job. One that was cut off is free when its claim of a minute has run out."""
    for _ in range(TRIES):
        with sessions.begin() as session:
            held = jobs.take_up(session, key, total, clock())
        if held is not None:
            return held
        pause(BUSY_S)
    return None


def _cut(work: Work, kind: type[Base]) -> None:
    """Cut the files of a table that are kept whole into parts, from its first row to its last."""
    after = 0
    while True:
        found = _patiently(work, partial(_whole, work, kind, after))
        if found is None:
            return
        after = found.row
        if found.fault:
            work.faults[found.fault] = None
        else:
            _cut_one(work, found)


def _whole(work: Work, kind: type[Base], after: int) -> Whole | None:
    with work.sessions.reading() as session:
        return cutting.following(session, work.sessions.cipher, kind, after)


def _cut_one(work: Work, whole: Whole) -> None:
    numbers: list[int] = []

    def begin(session: Session) -> Stepped:
        numbers[:] = [parts.begin(session, work.clock())]
        return Stepped(0)

    _step(work, begin)
    (number,) = numbers
    for place, content in parts.cut(whole.content):
        _step(work, partial(_write_part, number, place, content))
    kept = Kept(number, len(whole.content), parts.print_of(whole.content))
    _step(work, lambda session: Stepped(int(cutting.lead(session, whole, kept))))


def _write_part(number: int, place: int, content: bytes, session: Session) -> Stepped:
    parts.add_part(session, number, place, content)
    return Stepped(0)


def _through(work: Work, part: Part) -> None:
    """Renew what is left in a table, from its first row to its last."""
    after = 0
    while True:
        batch = _patiently(work, partial(_prepared, work, part, after))
        if not batch:
            return
        _put(work, part, batch)
        after = batch[-1].row


def _prepared(work: Work, part: Part, after: int) -> Sequence[Renewed]:
    with work.sessions.reading() as session:
        return rotation.prepare(session, work.sessions.cipher, part, after)


def _put(work: Work, part: Part, batch: Sequence[Renewed]) -> None:
    found: list[str] = []

    def write(session: Session) -> Stepped:
        number, faults = rotation.put(session, part, batch)
        found[:] = faults
        return Stepped(number, {part.table.name: number})

    _step(work, write)
    work.faults |= dict.fromkeys(found)


def _step(work: Work, write: Callable[[Session], Stepped]) -> None:
    """One short transaction, after which others have their turn."""
    before = work.held.done
    way = Way[RotateKey](lambda session, _job, _at: write(session))
    work.held = _patiently(work, lambda: jobs.step(work.light, way, work.held, work.clock()))
    work.light.tidy()
    if work.held.done // SHOW_EVERY > before // SHOW_EVERY:
        print(f"{work.held.done:,} of {work.held.total:,}", file=work.out, flush=True)
    if work.sessions.kind == "sqlite":  # PostgreSQL lets taps write at the same time
        work.pause(BREATH_S)


def _end(work: Work, every: Sequence[Part]) -> int:
    """Look whether anything is left, and say so."""
    replaced: list[str] = []

    def close(session: Session, _job: Held[RotateKey], at: datetime) -> Stepped:
        log_proofs.keep(session, work.sessions.cipher, at)
        replaced[:] = keycheck.replace(session, work.sessions.cipher, at)
        return Stepped(0, over=True)

    with work.sessions.reading() as session:
        left = rotation.left(session, work.sessions.cipher, every)
    if left or work.faults:
        with work.sessions.begin() as session:
            jobs.release(session, work.held)
        for line in (*work.faults, *(f"{table}: {number:,} rows are left" for table, number in left.items())):
            print(line, file=work.out)
        print("No key may go. Type the command again when this is mended.", file=work.out)
        return 1
    work.held = _patiently(work, lambda: jobs.step(work.sessions, Way(close), work.held, work.clock()))
    for table, number in sorted(work.held.tally.items()):
        print(f"{table}: {number:,}", file=work.out)
    _say_what_may_go(work, replaced)
    return 0


def _say_what_may_go(work: Work, replaced: Sequence[str]) -> None:
    cipher, now = work.sessions.cipher, work.clock()
    print(f"Everything is sealed under the key {cipher.marks[0]}.", file=work.out)
    if not replaced:
        return
    with work.sessions.reading() as session:
        out, codes_until = codes.under_others(session, cipher, now)
        waits, waits_until = guards.under_others(session, cipher, now)
    until = max(codes_until, waits_until, now + WATCH_LASTS)
    print(f"Nothing is left under {', '.join(replaced)}: it may go from DATA_KEY.", file=work.out)
    print(
        f"If it goes before {until:%Y-%m-%d %H:%M} UTC, these end with it: addresses of pages and invitations"
        f" that were sent, {out} one-time codes, {waits} waits after wrong passwords.",
        file=work.out,
    )


def _patiently(work: Work, act: Callable[[], T]) -> T:
    return patiently(act, work.pause, tries=TRIES, busy_s=BUSY_S)
