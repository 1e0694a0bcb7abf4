"""The commands of those who publish: what they type, and what is done."""

import argparse
import asyncio
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bot.clock import RealClock
from bot.commands import check, links, publish, readings
from bot.settings import read_settings
from storage.engine.sessions import Sessions

Act = Callable[[argparse.Namespace], int]
Add = Callable[[str, Act, str], argparse.ArgumentParser]
OnRecord = Callable[[Callable[[Sessions], int]], int]
"""Opens the record, acts on it and closes it."""


def add_to(add: Add, on_record: OnRecord) -> None:
    checked = add("check", _check, "check a course package, or a folder of them")
    checked.add_argument("path", type=Path)
    published = add("publish", partial(_publish, on_record), "publish a course package, or a folder of them")
    published.add_argument("path", type=Path)
    published.add_argument("--samples", action="store_true", help=publish.SAMPLES_TOO)
    linked = add("links", partial(_links, on_record), "print the links of what is published, and write their QR codes")
    linked.add_argument("folder", type=Path, nargs="?", default=Path("links"), help="for the codes (default: links)")
    read = add("readings", _readings, "propose readings of titles, or of the codes, for an editor to read over")
    read.add_argument("path", type=Path, nargs="?")


def _check(given: argparse.Namespace) -> int:
    return check.run(given.path, sys.stdout)


def _publish(on_record: OnRecord, given: argparse.Namespace) -> int:
    now, samples = RealClock().now(), given.samples
    return on_record(lambda sessions: publish.run(sessions, given.path, now, sys.stdout, samples=samples))


def _links(on_record: OnRecord, given: argparse.Namespace) -> int:
    chat, now = asyncio.run(links.chat_url(read_settings(["TELEGRAM_BOT_TOKEN", "DATA_KEY"]))), RealClock().now()
    return on_record(lambda sessions: links.run(sessions, chat, given.folder, now, sys.stdout))


def _readings(given: argparse.Namespace) -> int:
    return readings.run(given.path, sys.stdout, sys.stderr)
