"""The options of the commands that import a file."""

import argparse
from pathlib import Path
from typing import TextIO

from bot.clock import RealClock
from bot.commands import import_members
from storage.engine.sessions import Sessions


def add(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("path", type=Path, nargs="?", metavar="FILE")
    which.add_argument("--undo", type=int, metavar="NUMBER", help="take the import with this number back, all of it")
    shorter = "take a name that lacks characters of the one in the record"
    parser.add_argument("--shorter-names", action="store_true", help=shorter)
    parser.add_argument("--leave-out-refused", action="store_true", help="import the other rows if some are refused")
    parser.add_argument("--report", type=Path, metavar="CSV", help="write what would happen, and import nothing")


def members(sessions: Sessions, given: argparse.Namespace, out: TextIO) -> int:
    clock = RealClock()
    now, steady = clock.now, clock.steady
    if given.undo is not None:
        return import_members.undo(sessions, given.undo, now(), out, clock=now, steady=steady)
    how = import_members.How(given.shorter_names, given.leave_out_refused, given.report)
    return import_members.run(sessions, given.path, now(), out, how=how, clock=now, steady=steady)
