"""The options of the commands that import a file."""

import argparse
from pathlib import Path
from typing import TextIO

from bot.clock import RealClock
from bot.commands import import_file
from bot.commands.import_file import How, Times
from content.importing.report import Kind
from storage.engine.sessions import Sessions


def add_members(parser: argparse.ArgumentParser) -> None:
    add(parser)
    shorter = "take a name that lacks characters of the one in the record"
    parser.add_argument("--shorter-names", action="store_true", help=shorter)


def add(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("path", type=Path, nargs="?", metavar="FILE")
    which.add_argument("--undo", type=int, metavar="NUMBER", help="take the import with this number back, all of it")
    parser.add_argument("--leave-out-refused", action="store_true", help="import the other rows if some are refused")
    parser.add_argument("--report", type=Path, metavar="CSV", help="write what would happen, and import nothing")


def members(sessions: Sessions, given: argparse.Namespace, out: TextIO) -> int:
    how = How(Kind.MEMBERS, given.shorter_names, given.leave_out_refused, given.report)
    return _run(sessions, given, how, out)


def credits(sessions: Sessions, given: argparse.Namespace, out: TextIO) -> int:
    return _run(sessions, given, How(Kind.CREDITS, False, given.leave_out_refused, given.report), out)


def _run(sessions: Sessions, given: argparse.Namespace, how: How, out: TextIO) -> int:
    clock = RealClock()
    now, times = clock.now(), Times(clock=clock.now, steady=clock.steady)
    if given.undo is not None:
        return import_file.undo(sessions, given.undo, now, out, how=how, times=times)
    return import_file.run(sessions, given.path, now, out, how=how, times=times)
