"""What an import would do, row by row, and how far it has come. The report and the effect are made of the same rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

MOST_MISSING = 20_000
"""So many members who are missing from the file are named. Of more, only the number is told: then the file was meant
for some members alone.
"""
UNDO_DAYS = 30
"""So long the rows of an import are kept after it, to show it and to take it back."""


LEFT_DAYS = 7
"""A report about which nobody decides for so long is given up."""


class Kind(StrEnum):
    """What the file brings."""

    MEMBERS = "members"
    CREDITS = "credits"  # what members earned before, as the former system has it
    GRANTS = "grants"  # credits that staff grant


class State(StrEnum):
    """How far an import has come."""

    READING = "reading"  # its report is being made; nothing is changed
    REFUSED = "refused"  # the file can't be read as a table, or holds nothing
    READY = "ready"  # the report is made
    QUEUED = "queued"  # somebody said that it is to be applied, and its turn has not come
    APPLYING = "applying"
    APPLIED = "applied"
    UNDOING = "undoing"
    UNDONE = "undone"
    DROPPED = "dropped"  # given up before anything was changed: see Standing.fault


MOVED = "moved"
"""The fault of an import that was dropped: the record changed since its report was made."""
GONE = "gone"
"""The fault of an import that was dropped: its file was removed before it was read, or its reading failed."""


class Outcome(StrEnum):
    """What becomes of a row of the file.

    MISSING: a member of the record is in no row. DOUBLE: the credit is on record already. DOUBTFUL: it may be that of a
    content which is published here; both are left out. COVERED: the record of a member is complete from a day on.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBLE = "double"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"
    MISSING = "missing"
    COVERED = "covered"


OUTCOMES: Mapping[Kind, tuple[Outcome, ...]] = {
    Kind.MEMBERS: (Outcome.NEW, Outcome.CHANGED, Outcome.SAME, Outcome.REFUSED, Outcome.MISSING),
    Kind.CREDITS: (Outcome.NEW, Outcome.DOUBLE, Outcome.DOUBTFUL, Outcome.REFUSED, Outcome.COVERED),
    Kind.GRANTS: (Outcome.NEW, Outcome.DOUBLE, Outcome.DOUBTFUL, Outcome.REFUSED),
}
"""What can become of a row, by what the file brings, in the order in which it is told."""
WAYS: Mapping[Kind, int] = {Kind.MEMBERS: 1, Kind.CREDITS: 1, Kind.GRANTS: 2}
"""How often the rows are gone through to do what the report says. The second way tells members of what was granted."""
TO_MEND = (Outcome.REFUSED, Outcome.DOUBTFUL)
"""Rows that are left out, and that whoever made the file can mend."""


KEPT, TAKEN_BACK = "kept", "taken back"
"""Figures of an import that was undone: rows that could not be taken back, and rows that were."""

Values = Mapping[str, object]


@dataclass(frozen=True)
class Fault:
    """Why a row is refused; `column` is empty if it is no one column's."""

    column: str
    reason: str


@dataclass(frozen=True)
class Planned:
    """What becomes of one row. `line` is 0 for MISSING and COVERED. `member`: whom it is about, if the record has the
    member. `before` and `after` hold the fields that change, and for what is new all of them.
    """

    line: int
    outcome: Outcome
    member: int | None = None
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Standing:
    """An import as it stands. `by` is the person who sent the file, or let it be done; None: it came from the command
    line. `base`: the state of the record on which the report was made. `tally`: how many rows of each outcome; after an
    undoing also how many could not be taken back ("kept"). `total` rows are gone through; `done` of `work` is done.
    `reason`: that of whoever sent it, for rows without one, or takes it back.
    """

    number: int
    kind: Kind
    state: State
    digest: str
    by: int | None
    base: str
    fault: str
    tally: Mapping[str, int]
    total: int
    done: int
    job: int | None
    begun_at: datetime
    settled_at: datetime | None
    file: int | None = None
    shorter: bool = False
    reason: str = ""

    def count(self, outcome: Outcome) -> int:
        return self.tally.get(outcome, 0)

    @property
    def work(self) -> int:
        """How much is to be done in all: each row once for each way."""
        return self.total * WAYS[self.kind]

    @property
    def changes(self) -> int:
        """How many rows change the record."""
        return self.count(Outcome.NEW) + self.count(Outcome.CHANGED)

    @property
    def left_out(self) -> int:
        """How many rows are left out, although they could be mended."""
        return sum(map(self.count, TO_MEND))

    @property
    def does_anything(self) -> bool:
        """Whether to apply it changes the record, or since when it is complete."""
        return bool(self.changes or self.count(Outcome.COVERED))
