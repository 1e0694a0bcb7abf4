"""An export of credits: what it is of, and how it stands. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from content.exporting.cells import Encoding
from content.exporting.changes import Change
from content.text.periods import Period
from content.values import CreditKind


class Kind(StrEnum):
    """How much is exported: all that stands, or what changed since the last export of the same scope."""

    WHOLE = "whole"
    DIFFERENCE = "difference"


class State(StrEnum):
    """How far an export has come."""

    COUNTING = "counting"
    READY = "ready"  # its numbers are known
    QUEUED = "queued"  # somebody said that the file is to be made, and its turn has not come
    MAKING = "making"
    MADE = "made"
    DROPPED = "dropped"  # see Standing.fault


OPEN: Final = (State.COUNTING, State.READY, State.QUEUED, State.MAKING)
CANCELLED, OVERTAKEN, ERASED, FAILED = "cancelled", "overtaken", "erased", "failed"
"""Why an export was dropped: somebody or the clock gave it up; another one of the scope was made meanwhile; a member
of whom its file tells was erased; a step failed for good.
"""


@dataclass(frozen=True)
class Scope:
    """Which credits: earned on these days, of members of this prefecture (empty: of all)."""

    period: Period
    prefecture: str = ""

    @property
    def text(self) -> str:
        """By this two exports of the same scope are known."""
        return f"{self.period.first}/{self.period.last}/{self.prefecture}"


def scope_of(text: str) -> Scope:
    """The scope of a text that `Scope.text` wrote."""
    first, last, prefecture = text.split("/")
    return Scope(Period(date.fromisoformat(first), date.fromisoformat(last)), prefecture)


@dataclass(frozen=True)
class Wanted:
    """What an export is to be."""

    scope: Scope
    kind: Kind = Kind.WHOLE
    encoding: Encoding = Encoding.UTF8


@dataclass(frozen=True)
class Volume:
    """A part of the file, which is sent by itself: the number of the stored file, how many rows it has, and the size
    and SHA-256 of its table; the last is empty until the part is complete.
    """

    file: int
    parts: int = 0
    rows: int = 0
    size: int = 0
    sha256: str = ""


@dataclass(frozen=True)
class Standing:
    """An export as it stands. `by`: who asked for it; None: the command line. `cut`: the last row of the ledger that it
    looks at. `follows`: the export whose receiver has everything before a difference. `tally`: its numbers. `done` of
    `total` members are looked at. `lacking`: characters that the encoding lacks, with their cells. `digest`: the
    SHA-256 of the manifest.
    """

    number: int
    wanted: Wanted
    state: State
    by: int | None
    cut: int
    follows: int | None
    tally: Mapping[str, int]
    total: int
    done: int
    begun_at: datetime
    settled_at: datetime | None
    fault: str = ""
    digest: str = ""
    volumes: Sequence[Volume] = ()
    lacking: Mapping[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return self.tally.get(ROWS, 0)

    @property
    def members(self) -> int:
        return self.tally.get(MEMBERS, 0)

    @property
    def is_difference(self) -> bool:
        return self.wanted.kind is Kind.DIFFERENCE

    @property
    def has_file(self) -> bool:
        return self.state is State.MADE and bool(self.volumes)

    def changes(self, change: Change) -> int:
        return self.tally.get(change_name(change), 0)

    def half_units(self, kind: CreditKind) -> int:
        """What stands in the whole scope, also if the export is a difference."""
        return self.tally.get(kind_name(kind), 0)

    @property
    def sum(self) -> int:
        return sum(map(self.half_units, CreditKind))


ROWS: Final = "rows"
"""How many rows the file has."""
MEMBERS: Final = "members"
"""How many members these rows are about."""
STANDING: Final = "standing"
"""How many credits stand in the scope; a whole export has as many rows."""


def kind_name(kind: CreditKind) -> str:
    """The name of a figure: the half-units of this kind that stand in the scope."""
    return f"half_units:{kind.value}"


def change_name(change: Change) -> str:
    """The name of a figure: rows of a difference."""
    return f"change:{change.value}"


def volumes_of(said: Sequence[Mapping[str, Any]]) -> tuple[Volume, ...]:
    return tuple(Volume(**one) for one in said)
