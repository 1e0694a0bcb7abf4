"""What a sheet consists of before anybody asks what it means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


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
