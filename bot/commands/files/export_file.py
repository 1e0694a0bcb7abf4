"""export-credits: the credits of a period as a file for another system. /export in the chat does the same by the same
code.

First the numbers are told, then the file is made, in steps between which taps go on. A command that was cut off leaves
nothing half: the same command gives it up and begins again, and another process completes what it finds.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy.orm import Session

from bot.commands.files.importing import Hand, step, write
from content.exporting.cells import units
from content.exporting.changes import Change
from content.exporting.export import CANCELLED, ERASED, FAILED, OVERTAKEN, Standing, State, Wanted
from content.keys.jobs import CountExport, MakeExport
from content.values import CreditKind
from content.words import EN
from storage.engine import jobs
from storage.engine.jobs import Held, Way
from storage.engine.sessions import Sessions, is_passing
from storage.exporting import exports, files, making

KINDS = (CountExport, MakeExport)
WAIT_S = 2.0
WAITS = 300
FIRST = "No export of this scope was made yet: export the whole first."
UNDER_WAY = "Another export is under way. Type the command again later."
_SAID = {
    Change.NEW: "new",
    Change.CHANGED: "changed",
    Change.REVERSED: "taken back",
    Change.LEFT: "of members who are not of the prefecture any more",
    Change.ERASED: "of erased members",
}
_WHY = {
    CANCELLED: "The export was dropped by staff in the chat.",
    OVERTAKEN: "Another export of this scope was made meanwhile. Type the command again.",
    ERASED: "A member was erased meanwhile. Nothing was exported; type the command again.",
    FAILED: "The export failed in another process, whose log says why. Nothing was exported.",
}


@dataclass(frozen=True)
class How:
    """What the command was told. `to`: the folder for the files; None: only the numbers are told."""

    wanted: Wanted
    to: Path | None


def run(hand: Hand, how: How) -> int:
    """0: done. 1: there is nothing that a difference could follow, or another export came in between."""
    _give_up_cut_off(hand, how.wanted)
    try:
        number = write(hand, lambda session: exports.begin(session, how.wanted, hand.clock()))
    except LookupError:
        print(FIRST, file=hand.out)
        return 1
    one = _until(hand, number, State.READY)
    if one.state is not State.READY:
        return _not_made(hand, one)
    _print_numbers(hand, one)
    if how.to is None:
        _drop(hand, number)
        return 0
    write(hand, lambda session: exports.queue(session, number, None))
    one = _until(hand, number, State.MADE)
    return _write(hand, one, how.to) if one.state is State.MADE else _not_made(hand, one)


def fetch(hand: Hand, number: int, to: Path) -> int:
    """Write the files of an export that was made. 0: done; 1: they are not kept."""
    with hand.sessions.reading() as session:
        one = exports.standing(session, number)
    if one is None or not one.has_file:
        print(f"Export {number} has no file.", file=hand.out)
        return 1
    return _write(hand, one, to)


def listed(sessions: Sessions, out: TextIO) -> int:
    """The last exports."""
    with sessions.reading() as session:
        every = exports.latest(session, 20)
    for one in every:
        scope = one.wanted.scope
        at = f"{one.settled_at:%Y-%m-%d %H:%M}" if one.settled_at else "-"
        print(
            f"{one.number}  {one.state}  {at}  {scope.period.first} to {scope.period.last}"
            f"  {scope.prefecture or 'all'}  {one.wanted.kind}  {one.rows:,} rows  {one.digest or '-'}",
            file=out,
        )
    return 0


def _drop(hand: Hand, number: int) -> None:
    """Give this export up."""
    write(hand, lambda session: exports.drop(session, number, hand.clock()))


def _give_up_cut_off(hand: Hand, wanted: Wanted) -> None:
    """Give up the exports of this scope that a command began and did not end. Those of the chat are completed."""
    while True:
        held = write(hand, lambda session: jobs.claim(session, KINDS, hand.clock()))
        if held is None:
            return
        with hand.sessions.reading() as session:
            one = exports.standing(session, held.key.number)
        if one is not None and one.by is None and one.wanted.scope == wanted.scope:
            print(f"Export {one.number} was cut off: it is given up.", file=hand.out)
            _drop(hand, one.number)
        _carry(hand, held)


def _until(hand: Hand, number: int, wanted: State) -> Standing:
    """Carry the export until it has come to this state or to its end. While another process is at work, wait."""
    for _ in range(WAITS):
        while (held := _next(hand, number, wanted)) is not None:
            _carry(hand, held)
        with hand.sessions.reading() as session:
            one = exports.sure(session, number)
        if one.state in (wanted, State.MADE, State.DROPPED):
            return one
        hand.pause(WAIT_S)
    return one


def _next(hand: Hand, number: int, wanted: State) -> Held[MakeExport] | Held[CountExport] | None:
    """A job that this process can do so that the export goes on."""
    with hand.sessions.reading() as session:
        state = exports.sure(session, number).state
    if state in (wanted, State.MADE, State.DROPPED):
        return None
    if state is State.QUEUED and (begun := write(hand, lambda session: exports.start(session, number, hand.clock()))):
        return begun
    return write(hand, lambda session: jobs.claim(session, KINDS, hand.clock()))


def _carry(hand: Hand, held: Held[MakeExport] | Held[CountExport]) -> None:
    """Carry a job to its end. An export whose step fails for good is given up."""
    number = held.key.number
    try:
        while not held.over:
            act = making.next_step(hand.sessions, held, hand.rulebook, hand.pace.size)
            held = step(hand, Way(act, failed=_failed), held)
    except jobs.Lost:
        return
    except Exception as error:
        if not is_passing(error):
            write(hand, lambda session: exports.fail(session, number, hand.clock()))
        raise


def _failed(session: Session, held: Held[Any], now: datetime) -> None:
    exports.fail(session, held.key.number, now)


def _write(hand: Hand, one: Standing, to: Path) -> int:
    """Write the parts of the file. Each appears under its name only when it is whole."""
    to.mkdir(parents=True, exist_ok=True)
    for part in range(1, len(one.volumes) + 1):
        name = files.name(one, part)
        with hand.sessions.reading() as session:
            content = files.content(session, one.number, part)
        half = to / f"{name}.part"
        half.touch(mode=0o600)
        half.write_bytes(content)
        half.replace(to / name)
        print(to / name, file=hand.out)
    print(f"This is export {one.number}. SHA-256 of its manifest: {one.digest}", file=hand.out)
    for letter, cells in sorted(one.lacking.items()):
        lacks = f"CP932 lacks {letter} (U+{ord(letter):04X})"
        print(f"{lacks}: {cells:,} cells have &#{ord(letter)}; in its place.", file=hand.out)
    return 0


def _not_made(hand: Hand, one: Standing) -> int:
    if one.state is not State.DROPPED:
        write(hand, lambda session: exports.drop(session, one.number, hand.clock()))
        print(UNDER_WAY, file=hand.out)
    else:
        print(_WHY[one.fault], file=hand.out)
    return 1


def _print_numbers(hand: Hand, one: Standing) -> None:
    scope = one.wanted.scope
    print(
        f"Earned from {scope.period.first} to {scope.period.last}, {scope.prefecture or 'all members'}", file=hand.out
    )
    if one.is_difference:
        print(f"Changes since export {one.follows}:", file=hand.out)
        for change in Change:
            if one.changes(change):
                print(f"  {one.changes(change):,} {_SAID[change]}", file=hand.out)
        if not one.rows:
            print("  none", file=hand.out)
    print(f"{one.rows:,} rows of {one.members:,} members", file=hand.out)
    for kind in CreditKind:
        if one.half_units(kind):
            print(f"  {EN.ledger.kind(kind)}: {units(one.half_units(kind))} credits", file=hand.out)
