"""The page of results: what a run of the bench printed, with its day, its machine and the version that was measured."""

import io
import os
import platform
import sqlite3
import subprocess
from datetime import date
from pathlib import Path
from typing import TextIO

import telegram

from tests.process import ROOT

PAGE = Path(__file__).with_name("RESULTS.md")
_GIB = 1 << 30


class Kept(io.StringIO):
    """Keeps what is printed for the page, and passes it on at once."""

    def __init__(self, out: TextIO) -> None:
        super().__init__()
        self._out = out

    def write(self, text: str, /) -> int:
        self._out.write(text)
        self._out.flush()
        return super().write(text)


def page(printed: str, arguments: list[str], day: date) -> str:
    """The whole page, in Markdown."""
    asked = " ".join(["python -m tests.bench", *arguments])
    lines = ("# What the bench measured", "", f"{day} · version {_version()} · `{asked}`", "", *machine())
    return "\n".join([*lines, "", "```", printed.strip("\n"), "```", ""])


def machine() -> list[str]:
    """The machine and what runs on it, a line each."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB
    return [
        f"- {_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory, {platform.system()}",
        f"- Python {platform.python_version()}, SQLite {sqlite3.sqlite_version},"
        f" python-telegram-bot {telegram.__version__}",
    ]


def _processor() -> str:
    names = Path("/proc/cpuinfo")
    if names.exists():
        for line in names.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "a processor without a name"


def _version() -> str:
    """The commit, and whether the tree differed from it."""
    asked = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude=*"]
    run = subprocess.run(asked, capture_output=True, text=True)
    return run.stdout.strip() or "without git"
