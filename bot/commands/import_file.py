"""import-members, import-credits: bring members, or credits already held, in from a file. /import and /import_credits
in the chat do the same by the same code.

What the file would do is put on record as a report, and then exactly that is done, in steps, so that no tap waits for
long. An import that was cut off is brought to its end by whatever imports next, and one that was applied can be taken
back as a whole.
"""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from sqlalchemy.orm import Session

from bot.commands.importing import Clock, Hand, carry, claimed, finish_others, write, write_all
from content.importing.report import MOVED, OUTCOMES, TO_MEND, Kind, Outcome, Standing, State
from content.importing.rows import Fault
from content.importing.told import lines
from content.tables.writing import csv_of
from content.words import EN
from storage.engine import jobs
from storage.engine.sessions import Sessions
from storage.importing import imports, listing, reading

UNDER_WAY = "Another import is under way. Nothing was imported; type the command again later."
NOUNS: Mapping[Kind, str] = {Kind.MEMBERS: "member", Kind.CREDITS: "credit"}
_COMMANDS: Mapping[Kind, str] = {Kind.MEMBERS: "import-members", Kind.CREDITS: "import-credits"}
_KEPT: Mapping[Kind, str] = {
    Kind.MEMBERS: "{} stayed as they are: used or changed since.",
    Kind.CREDITS: "{} had been taken back already.",
}
_SAID: Mapping[Outcome, str] = {
    Outcome.NEW: "new",
    Outcome.CHANGED: "changed",
    Outcome.SAME: "unchanged",
    Outcome.DOUBLE: "left out as on record already",
}
_BESIDE: Mapping[Outcome, str] = {
    Outcome.REFUSED: "refused",
    Outcome.DOUBTFUL: "left out as doubtful",
    Outcome.MISSING: "of the record are not in the file",
    Outcome.COVERED: "whose record is complete from an earlier day on",
}
WAIT_S = 2.0
WAITS = 300


@dataclass(frozen=True)
class How:
    """What the command was told besides the file. `report`: where the report goes; nothing is applied then."""

    kind: Kind = Kind.MEMBERS
    shorter_names: bool = False
    leave_out_refused: bool = False
    report: Path | None = None


@dataclass(frozen=True)
class Times:
    """`clock` says for how long this process holds the job; `steady` is the same by a clock that does not jump.
    If one is None, it stands at the command's moment. `pause` waits for so many seconds.
    """

    pause: Callable[[float], None] = time.sleep
    clock: Clock | None = None
    steady: Clock | None = None


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
        print(UNDER_WAY, file=out)
        return 1
    found = _standing(hand, number)
    if found.state is not State.READY:
        return _not_read(found, path, out)
    if how.report is not None:
        return _write_report(hand, found, how.report)
    if found.left_out and not how.leave_out_refused:
        return _refused(hand, found, path)
    return _apply(hand, found)


def undo(
    sessions: Sessions, number: int, now: datetime, out: TextIO, *, times: Times = REAL, how: How = AS_USUAL
) -> int:
    """Take an import back. 0: done; 1: it can't be."""
    hand = _hand(sessions, now, out, times)
    if not finish_others(hand) or not write(hand, lambda session: _take_back(session, number, how.kind, hand.clock())):
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
        print(_KEPT[found.kind].format(_many(kept, NOUNS[found.kind])), file=out)
    return 0


def _take_back(session: Session, number: int, kind: Kind, at: datetime) -> bool:
    found = imports.standing(session, number)
    return found is not None and found.kind is kind and imports.take_back(session, number, at)


def _hand(sessions: Sessions, now: datetime, out: TextIO, times: Times) -> Hand:
    return Hand(sessions, times.clock or (lambda: now), times.steady or (lambda: now), out, times.pause)


def _reported(hand: Hand, raw: bytes, how: How) -> int | None:
    """Make the report; returns the import's number. None if another import is under way and stays so."""
    if not _its_turn(hand):
        return None
    digest, now = hashlib.sha256(raw).hexdigest(), hand.clock()
    number = write(hand, lambda session: imports.begin(session, how.kind, digest, now, shorter=how.shorter_names))
    write_all(hand, reading.report(hand.sessions, number, raw, now, hand.pace, hand.rulebook))
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


def _not_read(found: Standing, path: Path, out: TextIO) -> int:
    if found.state is State.DROPPED:
        print("The record changed while the file was read. Nothing was imported; type the command again.", file=out)
        return 1
    if found.fault == reading.NOBODY[found.kind]:
        print(f"{path}: {Fault(2, found.fault)}", "1 fault. Nothing was imported.", sep="\n", file=out)
        return 1
    print(f"{path} {found.fault}", file=out)
    return 2


def _refused(hand: Hand, found: Standing, path: Path) -> int:
    """Each fault with its line. The import is given up."""
    count = 0
    with hand.sessions.reading() as session:
        for one in listing.named(session, found.number):
            for fault in one.row.faults if one.row.outcome in TO_MEND else ():
                count += 1
                print(f"{path}: {Fault(one.row.line, fault.reason, fault.column)}", file=hand.out)
    write(hand, lambda session: imports.settle(session, found.number, State.DROPPED, hand.clock()))
    print(f"{_many(count, 'fault')}. Nothing was imported.", file=hand.out)
    return 1


def _write_report(hand: Hand, found: Standing, to: Path) -> int:
    with hand.sessions.reading() as session:
        to.write_bytes(csv_of(lines(listing.named(session, found.number), EN)))
    write(hand, lambda session: imports.settle(session, found.number, State.DROPPED, hand.clock()))
    _print_numbers(hand, found)
    print(f"Nothing was imported. What would happen stands in {to}.", file=hand.out)
    return 0


def _apply(hand: Hand, found: Standing) -> int:
    held = write(hand, lambda session: imports.start(session, found.number, hand.clock()))
    if held is None:
        moved = _standing(hand, found.number).fault == MOVED
        said = "The record changed since the file was read. Nothing was imported; type the command again."
        print(said if moved else UNDER_WAY, file=hand.out)
        return 1
    try:
        state = carry(hand, held)
    except jobs.Lost:
        print(f"Another process took over import {found.number}, and brings it to its end.", file=hand.out)
        return 1
    if state is not State.APPLIED:
        print("The record changed meanwhile. What had been imported was taken back.", file=hand.out)
        return 1
    _print_numbers(hand, found)
    undo_it = f"{_COMMANDS[found.kind]} --undo {found.number}"
    print(f"This was import {found.number}. To take it back: {undo_it}", file=hand.out)
    return 0


def _print_numbers(hand: Hand, found: Standing) -> None:
    of_file = [one for one in OUTCOMES[found.kind] if one in _SAID]
    rows = sum(map(found.count, of_file))
    said = ", ".join(f"{found.count(one):,} {_SAID[one]}" for one in of_file)
    print(f"{_many(rows, NOUNS[found.kind])}: {said}.", file=hand.out)
    for outcome, told in _BESIDE.items():
        if found.count(outcome):
            print(f"{found.count(outcome):,} {told}.", file=hand.out)


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
