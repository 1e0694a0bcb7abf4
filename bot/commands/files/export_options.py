"""The options of export-credits."""

import argparse
from pathlib import Path
from typing import TextIO

from bot.clock import RealClock
from bot.commands.files import export_file
from bot.commands.files.export_file import How
from bot.commands.files.importing import Hand
from content import prefectures
from content.exporting import period
from content.exporting.cells import Encoding
from content.exporting.export import Kind, Scope, Wanted
from content.refusals import BadPeriod, BeforeProgramme
from content.rules import day_of
from content.text import periods
from storage.engine.sessions import Sessions
from storage.exporting import making

PERIOD = "when they were earned: 2026 (a fiscal year), 2026-12 (a month), or two days as 2026-04-01,2026-09-30"
BAD = 2


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("period", metavar="PERIOD", nargs="?", help=PERIOD)
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="where the files go; without it only the numbers")
    parser.add_argument("--prefecture", default="", help="only members of this prefecture, in Japanese or English")
    parser.add_argument(
        "--difference", action="store_true", help="only what changed since the last export of the scope"
    )
    parser.add_argument("--cp932", action="store_true", help="encode the table as CP932 instead of UTF-8")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help="list the last exports instead")
    instead.add_argument(
        "--fetch", type=int, metavar="NUMBER", help="write the files of an export that was made before"
    )


def run(sessions: Sessions, given: argparse.Namespace, out: TextIO) -> int:
    clock = RealClock()
    hand = Hand(sessions, clock.now, clock.steady, out, pace=making.pace())
    if given.list:
        return export_file.listed(sessions, out)
    if given.fetch is not None:
        return export_file.fetch(hand, given.fetch, given.into or Path())
    try:
        wanted = _wanted(given, hand)
    except ValueError as error:
        print(error, file=out)
        return BAD
    return export_file.run(hand, How(wanted, given.into))


def _wanted(given: argparse.Namespace, hand: Hand) -> Wanted:
    """Raises ValueError."""
    now = hand.clock()
    try:
        read = period.read(given.period or "", day_of(now))
        read = periods.within_programme(read, hand.rulebook.now(now))
    except BadPeriod:
        raise ValueError(f"PERIOD: {PERIOD}; none that lies ahead") from None
    except BeforeProgramme as early:
        raise ValueError(f"PERIOD: the programme began on {early.began}") from None
    scope = Scope(read, _prefecture(given.prefecture))
    kind = Kind.DIFFERENCE if given.difference else Kind.WHOLE
    return Wanted(scope, kind, Encoding.CP932 if given.cp932 else Encoding.UTF8)


def _prefecture(said: str) -> str:
    found = prefectures.find(said)
    if said and found is None:
        raise ValueError(f"--prefecture: {said} is none")
    return found or ""
