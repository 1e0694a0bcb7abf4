"""import-members, import-credits, grant-credits: bring members or credits already held in from a file, or grant what a
file says. /import, /import_credits and /grant_credits in the chat do the same by the same code.

What the file would do is put on record as a report, and then exactly that is done, in steps, so that no tap waits for
long. An import that was cut off is brought to its end by whatever imports next, and one that was applied can be taken
back as a whole.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy.orm import Session

from bot.commands.files import import_ended
from bot.commands.files.import_said import CHANGED, COMMANDS, DONE, KEPT, NOUNS, OWN, UNDER_WAY, many, print_numbers
from bot.commands.files.importing import Clock, Hand, carry, claimed, finish_others, write, write_all
from bot.kinds import KINDS
from content.importing.report import MOVED, Kind, Standing, State
from content.keys.jobs import ApplyImport
from storage.engine import jobs
from storage.engine.base import cipher_of
from storage.engine.jobs import Held
from storage.engine.sessions import Sessions
from storage.importing import imports, reading, staged
from storage.staff import log

WAIT_S = 2.0
WAITS = 300


@dataclass(frozen=True)
class How:
    """What the command was told besides the file. `report`: where the report goes; nothing is applied then. `by`,
    `reason`: in whose name credits are granted or taken back, and why.
    """

    kind: Kind = Kind.MEMBERS
    shorter_names: bool = False
    leave_out_refused: bool = False
    report: Path | None = None
    by: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Times:
    """`clock` says for how long this process holds the job; `steady` is the same by a clock that does not jump.
    If one is None, it stands at the command's moment. `pause` waits for so many seconds. `committed` is called after
    each transaction.
    """

    pause: Callable[[float], None] = time.sleep
    clock: Clock | None = None
    steady: Clock | None = None
    committed: Callable[[Session], None] = lambda _session: None


AS_USUAL, REAL = How(), Times()


def run(sessions: Sessions, path: Path, now: datetime, out: TextIO, *, times: Times = REAL, how: How = AS_USUAL) -> int:
    """0: done; 1: faults, each with its line, and nothing imported, or the record changed meanwhile; 2: no file of this
    kind.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        print(f"{path}: {error.strerror}", file=out)
        return 2
    hand = _hand(sessions, now, out, times)
    number = _reported(hand, raw, how)
    if number is None:
        print(UNDER_WAY.format(DONE[how.kind]), file=out)
        return 1
    found = _standing(hand, number)
    if found.state is not State.READY:
        return import_ended.not_read(found, path, out)
    if how.report is not None:
        return import_ended.write_report(hand, found, how.report)
    if found.left_out and not how.leave_out_refused:
        return import_ended.refused(hand, found, path)
    return _apply(hand, found)


def undo(
    sessions: Sessions, number: int, now: datetime, out: TextIO, *, times: Times = REAL, how: How = AS_USUAL
) -> int:
    """Take an import back. 0: done; 1: it can't be."""
    hand = _hand(sessions, now, out, times)
    if how.by is not None and _names(hand, number, how.by):
        print(OWN, file=out)
        return 1
    if not finish_others(hand) or not write(hand, lambda session: _take_back(session, number, how, hand.clock())):
        print(
            f"Import {number} can't be taken back now: it is not applied, too old, or another is under way.", file=out
        )
        return 1
    try:
        carry(hand, claimed(hand))
    except jobs.Lost:
        print("Another process took over.", file=out)
        return 1
    found = _standing(hand, number)
    kept = found.tally.get("kept", 0)
    print(f"Import {number} is taken back: {found.tally.get('taken back', 0):,} of {found.changes:,}.", file=out)
    if kept:
        print(KEPT[found.kind].format(many(kept, NOUNS[found.kind])), file=out)
    return 0


def _take_back(session: Session, number: int, how: How, at: datetime) -> bool:
    found = imports.standing(session, number)
    if found is None or found.kind is not how.kind:
        return False
    if not imports.take_back(session, number, at, by=how.by, reason=how.reason):
        return False
    _log(session, "undo_import", found, how.by, at)
    return True


def _names(hand: Hand, number: int, person: int) -> bool:
    with hand.sessions.reading() as session:
        return staged.names(session, number, person)


def _hand(sessions: Sessions, now: datetime, out: TextIO, times: Times) -> Hand:
    clock, steady = times.clock or (lambda: now), times.steady or (lambda: now)
    return Hand(sessions, clock, steady, out, times.pause, committed=times.committed)


def _reported(hand: Hand, raw: bytes, how: How) -> int | None:
    """Make the report; returns the import's number. None if another import is under way and stays so."""
    if not _its_turn(hand):
        return None
    digest, now = hashlib.sha256(raw).hexdigest(), hand.clock()
    about: dict[str, Any] = {"by": how.by, "shorter": how.shorter_names, "reason": how.reason}
    number = write(hand, lambda session: imports.begin(session, how.kind, digest, now, **about))
    write_all(hand, reading.report(hand.sessions, number, raw, now, hand.pace, hand.rulebook, KINDS))
    return number


def _its_turn(hand: Hand) -> bool:
    """Wait until no other import is under way."""
    for _ in range(WAITS):
        if finish_others(hand):
            return True
        hand.pause(WAIT_S)
    return False


def _standing(hand: Hand, number: int) -> Standing:
    with hand.sessions.reading() as session:
        found = imports.standing(session, number)
    if found is None:
        raise LookupError(f"import {number}")
    return found


def _apply(hand: Hand, found: Standing) -> int:
    held = write(hand, lambda session: _start(session, found, hand.clock()))
    if held is None:
        moved = _standing(hand, found.number).fault == MOVED
        said = CHANGED.format("since the file was read", "{}") if moved else UNDER_WAY
        print(said.format(DONE[found.kind]), file=hand.out)
        return 1
    try:
        state = carry(hand, held)
    except jobs.Lost:
        print(f"Another process took over import {found.number}, and brings it to its end.", file=hand.out)
        return 1
    if state is not State.APPLIED:
        print(f"The record changed meanwhile. What had been {DONE[found.kind]} was taken back.", file=hand.out)
        return 1
    print_numbers(found, hand.out)
    undo_it = f"{COMMANDS[found.kind]} --undo {found.number}"
    print(f"This was import {found.number}. To take it back: {undo_it}", file=hand.out)
    return 0


def _start(session: Session, found: Standing, at: datetime) -> Held[ApplyImport] | None:
    held = imports.start(session, found.number, at)
    if held is not None:
        _log(session, "apply_import", found, found.by, at)
    return held


def _log(session: Session, act: str, found: Standing, by: int | None, at: datetime) -> None:
    """That it was done at the command line in this person's name. In the chat the person's own press is logged."""
    if by is None:
        return
    facts = {"import": found.number, "digest": found.digest[:16]}
    log.write(
        session,
        cipher_of(session.get_bind().dialect),
        staff_id=by,
        member_id=None,
        act=act,
        why="by the operator, at the command line",
        before={},
        after=facts,
        at=at,
    )
