"""The options of the commands that import a file."""

import argparse
from pathlib import Path
from typing import TextIO

from bot.clock import RealClock
from bot.commands.files import import_file
from bot.commands.files.import_file import How, Times
from bot.loghead import LogHead
from content.importing.report import Kind
from content.staff import rights
from content.staff.reasons import LONGEST_REASON, SHORTEST_REASON, reason
from content.staff.rights import RIGHTS, Act
from storage.engine.sessions import Sessions
from storage.staff import roles, search


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


def add_grants(parser: argparse.ArgumentParser) -> None:
    add(parser)
    parser.add_argument("--by", required=True, metavar="OFFICER_ID", help="in whose name: an officer or an owner")
    why = "why, for rows that say none; with --undo, why all of it is taken back. The members read it"
    parser.add_argument("--reason", default="", metavar="TEXT", help=why)


def members(sessions: Sessions, given: argparse.Namespace, out: TextIO) -> int:
    how = How(Kind.MEMBERS, given.shorter_names, given.leave_out_refused, given.report)
    return _run(sessions, given, how, out)


def credits(sessions: Sessions, given: argparse.Namespace, out: TextIO) -> int:
    return _run(sessions, given, How(Kind.CREDITS, False, given.leave_out_refused, given.report), out)


def grants(sessions: Sessions, given: argparse.Namespace, out: TextIO) -> int:
    """0: done; 1: refused; 2: misunderstood."""
    why = reason(given.reason)
    if not why and (given.reason or given.undo is not None):
        print(f"--reason: {SHORTEST_REASON} to {LONGEST_REASON} characters, which the members read.", file=out)
        return 2
    by = _officer(sessions, given.by, out)
    if by is None:
        return 1
    return _run(sessions, given, How(Kind.GRANTS, False, given.leave_out_refused, given.report, by, why), out)


def _officer(sessions: Sessions, typed: str, out: TextIO) -> int | None:
    """The person of staff with this ID, who may do it; otherwise it is said why not."""
    with sessions.reading() as session:
        found = search.person(session, sessions.cipher, typed)
        held = roles.roles(session, found) if found is not None else ()
    if found is None or not rights.may(Act.GRANT_BY_FILE, held):
        who = " or ".join(RIGHTS[Act.GRANT_BY_FILE])
        print(f"{typed} holds none of these roles: {who}. Credits are granted in the name of who does.", file=out)
        return None
    return found


def _run(sessions: Sessions, given: argparse.Namespace, how: How, out: TextIO) -> int:
    clock = RealClock()
    now, times = clock.now(), Times(clock=clock.now, steady=clock.steady, committed=LogHead().note_of)
    if given.undo is not None:
        return import_file.undo(sessions, given.undo, now, out, how=how, times=times)
    return import_file.run(sessions, given.path, now, out, how=how, times=times)
