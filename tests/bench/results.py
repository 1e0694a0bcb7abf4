"""The page of results: what each part of the bench printed when it last ran, with the day, the machine and the version
that was measured.
"""

import io
import os
import platform
import sqlite3
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

import telegram

from tests.process import ROOT

TITLE = "# What the bench measured"
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


def page(before: str, printed: Mapping[str, str], arguments: Sequence[str], day: date) -> str:
    """The whole page, in Markdown: a section for each part. A part that did not run keeps its section of `before`."""
    asked = " ".join(["python -m tests.bench", *arguments])
    head = "\n".join((f"{day} · version {_version()} · `{asked}`", "", *machine()))
    sections = _sections(before)
    for part, text in printed.items():
        sections[part] = f"{head}\n\n```\n{text.strip(chr(10))}\n```"
    body = "\n\n".join(f"## {part}\n\n{sections[part]}" for part in sorted(sections))
    return f"{TITLE}\n\n{body}\n"


def _sections(text: str) -> dict[str, str]:
    """The sections of a page by their part."""
    parts = text.split("\n## ")[1:]
    return {part: section.strip() for part, _, section in (one.partition("\n") for one in parts)}


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
