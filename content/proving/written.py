"""Rows of the two ledgers as the proof reads them."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Written:
    """A row of a ledger. `what`: the kind of the credit, or the category of a common lecture. `code` is 0 in the second
    ledger. `explained`: a reason and an author are on record; a grant has them only if staff wrote it.
    `import_id`: the import that brought the credit, if one did.
    """

    id: int
    member_id: int
    source: str
    sample: bool
    grant_no: int
    sign: int
    what: str
    half_units: int
    code: int
    title: str
    organiser: str
    earned_on: date
    earned_at: datetime
    rule_version: str
    reverses_id: int | None
    explained: bool
    written_at: datetime
    author_id: int | None
    import_id: int | None = None

    @property
    def content(self) -> tuple[int, str, bool]:
        """The member and the content."""
        return self.member_id, self.source, self.sample

    @property
    def act(self) -> tuple[int, datetime, int] | None:
        """The act of staff that wrote it: on whom, when and by whom; None if nobody of staff did."""
        return None if self.author_id is None else (self.member_id, self.written_at, self.author_id)
