"""What the commands that import a file say of a report that is not applied."""

from pathlib import Path
from typing import TextIO

from bot.commands.files.import_said import CHANGED, DONE, DONE_ELSEWHERE, many, nothing, print_numbers
from bot.commands.files.importing import Hand, write
from content.importing.report import TO_MEND, Standing, State
from content.importing.rows import Fault
from content.importing.told import lines
from content.tables.writing import csv_of
from content.words import EN
from storage.importing import imports, listing, reading


def not_read(found: Standing, path: Path, out: TextIO) -> int:
    if found.state is State.DROPPED:
        print(CHANGED.format("while the file was read", DONE[found.kind]), file=out)
        return 1
    if found.state is not State.REFUSED:
        print(DONE_ELSEWHERE.format(found.number), file=out)
        return 1
    if found.fault == reading.NOBODY[found.kind]:
        print(f"{path}: {Fault(2, found.fault)}", f"1 fault. {nothing(found)}", sep="\n", file=out)
        return 1
    print(f"{path} {found.fault}", file=out)
    return 2


def refused(hand: Hand, found: Standing, path: Path) -> int:
    """Each fault with its line. The import is given up."""
    count = 0
    with hand.sessions.reading() as session:
        for one in listing.named(session, found.number):
            for fault in one.row.faults if one.row.outcome in TO_MEND else ():
                count += 1
                print(f"{path}: {Fault(one.row.line, fault.reason, fault.column)}", file=hand.out)
    if not _dropped(hand, found):
        return 1
    print(f"{many(count, 'fault')}. {nothing(found)}", file=hand.out)
    return 1


def _dropped(hand: Hand, found: Standing) -> bool:
    """Give it up. False if somebody let it be done in the chat meanwhile, which is said."""
    done = write(hand, lambda session: imports.drop(session, found.number, hand.clock()))
    if not done:
        print(DONE_ELSEWHERE.format(found.number), file=hand.out)
    return done


def write_report(hand: Hand, found: Standing, to: Path) -> int:
    with hand.sessions.reading() as session:
        to.write_bytes(csv_of(lines(found.kind, listing.named(session, found.number), EN)))
    if not _dropped(hand, found):
        return 1
    print_numbers(found, hand.out)
    print(f"{nothing(found)} What would happen stands in {to}.", file=hand.out)
    return 0
