"""Credits as the ledger gives them: a credit that stands (was not reversed), and sums."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from content.rules import day_of
from content.values import CreditKind


class Signed(Protocol):
    """What a row of the ledger says of who wrote it: an import, staff, or neither."""

    @property
    def sign(self) -> int: ...
    @property
    def import_id(self) -> int | None: ...
    @property
    def author_id(self) -> int | None: ...


def is_undone(row: Signed, grant: Signed) -> bool:
    """Whether this row takes the grant back although nobody decided about it: with the import that brought it, or
    because the file that granted it was stopped.
    """
    return row.sign == -1 and row.import_id is not None and (row.author_id is None or grant.import_id is None)


@dataclass(frozen=True)
class Totals:
    """The sum of the credits of some days, and their curriculum codes."""

    half_units: int
    codes: frozenset[int]


@dataclass(frozen=True)
class By:
    """Who of staff wrote a row of the ledger, and why: a reversal, or a credit that rests on that alone. The member
    reads the reason.
    """

    reason: str
    author_id: int


@dataclass(frozen=True)
class Origin:
    """Where a credit comes from that was brought by an import of credits already held: the number of the import, and
    whether the former system puts the credit on certificates. Nothing in this record proves it. Both are None for a
    credit that was earned here.
    """

    import_id: int | None
    certifiable: bool | None


@dataclass(frozen=True)
class StandingCredit:
    """A credit that stands. `source` names the content that brought it ("course:hypertension", "journal:2026-10").
    `written_at` is later than `earned_at` if the credit was registered afterwards. `sample`: the content was a sample;
    outside the demo such a credit does not count (`counts`): it is in no total and on no certificate. `import_id`,
    `certifiable`: as in Origin; None if the credit was earned here. `author_id`: who of staff granted it, or
    None.
    """

    id: int
    kind: CreditKind
    source: str
    half_units: int
    code: int
    title: str
    organiser: str
    earned_on: date
    earned_at: datetime
    rule_version: str
    written_at: datetime
    sample: bool = False
    counts: bool = True
    import_id: int | None = None
    certifiable: bool | None = None
    author_id: int | None = None

    @property
    def is_own(self) -> bool:
        """Whether an act of the member brought it: neither an import nor staff."""
        return self.import_id is None and self.author_id is None

    @property
    def imported_on(self) -> date | None:
        """The day on which an import brought it; None if it was earned here."""
        return None if self.import_id is None else day_of(self.written_at)
