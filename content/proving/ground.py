"""What credits rest on, as values: what a member did with one content, and what it must have brought."""

from dataclasses import dataclass
from datetime import datetime

from content.study.course import CommonLecture
from content.values import CreditKind


@dataclass(frozen=True)
class Terms:
    """What a content brought by one of its wordings, and when. `title`, `organiser`: None if the record keeps only the
    latest ones, so that they prove nothing. `rule_version`: the rules by which it is given.
    """

    kind: CreditKind
    half_units: int
    code: int
    title: str | None
    organiser: str | None
    earned_at: datetime
    rule_version: str
    common: CommonLecture | None = None


@dataclass(frozen=True)
class Attested:
    """What the log of staff says of a credit that a member was granted: who did it, when, and `terms`, which is None if
    the body can't be read any more. Nothing else proves such a credit. `source` is empty then too.
    """

    member_id: int
    at: datetime
    by: int
    source: str
    terms: Terms | None

    @property
    def act(self) -> tuple[int, datetime, int]:
        """What a row of the ledger names of it. Nobody grants one member two credits at one moment."""
        return self.member_id, self.at, self.by


@dataclass(frozen=True)
class Ground:
    """What one member did with one content. The credit must agree with one of the `terms`: there are several if the
    content was published anew, and none if what was done brings no credit. `due`: a credit must have been given;
    otherwise it may be that the account could not earn any at that time.
    """

    member_id: int
    source: str
    sample: bool
    terms: tuple[Terms, ...]
    due: bool
    why: str

    @property
    def content(self) -> tuple[int, str, bool]:
        """The member and the content."""
        return self.member_id, self.source, self.sample
