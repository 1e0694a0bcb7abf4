"""Faults of published files: what is wrong, and where."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Loc = tuple[str | int, ...]
"""A place in a document: keys and list indexes from the root, such as ("questions", 2, "right")."""

Trouble = tuple[Loc, str]
"""A place, and what is wrong there."""

Troubles = Iterator[Trouble]


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to correct: the file (relative to the folder that was read), the line (from 1), and the reason."""

    file: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


def line_of(loc: Loc, lines: Mapping[Loc, int]) -> int:
    """The line of a place. If the file does not have it, the line of the nearest part around it."""
    while loc and loc not in lines:
        loc = loc[:-1]
    return lines.get(loc, 1)
