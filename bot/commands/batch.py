"""One kind of what is published, as `check` and `publish` handle it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TextIO

from sqlalchemy.orm import Session

from content.package import Fault
from storage.engine.sessions import Sessions


def no_doubts(_session: Session, _now: datetime) -> tuple[Fault, ...]:
    """The doubts of a kind whose files say everything themselves: none."""
    return ()


@dataclass(frozen=True)
class Batch:
    """All things of one kind at or below a path.

    `counted` says how many ("3 courses"). `faults` are those of the files themselves; `doubts` are those that only the
    record can tell (a member who does not exist). `publish` is called only if neither finds a fault, and returns an
    exit code.
    """

    counted: str
    faults: tuple[Fault, ...]
    publish: Callable[[Sessions, datetime, TextIO], int]
    doubts: Callable[[Session, datetime], tuple[Fault, ...]] = no_doubts


def counted(number: int, one: str, several: str) -> str:
    """The number with its noun: 1 course, 2 courses."""
    return f"{number} {one if number == 1 else several}"
