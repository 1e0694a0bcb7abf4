"""What a sheet consists of before anybody asks what it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class NoTable(Exception):
    """The bytes can't be read as a table at all: why, and in which line if it is one line's."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


@dataclass(frozen=True)
class Line:
    """A line of a sheet: its number as an editor or a spreadsheet counts it (from 1), its cells as they stand."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Broken:
    """A line whose cells can't be told, or must not be used."""

    number: int
    reason: str


class Sheet(Protocol):
    """Lines that can be read again and again. The first line that holds anything is the header."""

    def headers(self) -> Iterator[tuple[str, Line]]:
        """The header in each way in which it may be parted, each with the name of the way."""

    def lines(self, way: str, width: int) -> Iterator[Line | Broken]:
        """Every line that holds anything, parted in this way; `width`: how many cells the header has."""


def lines_of(text: str) -> Iterator[str]:
    """The lines of a text with what ends them, one by one: all of a large file at once would be in memory twice."""
    return (found[0] for found in _LINE.finditer(text))
