"""Certificates, as the officers' room shows them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from content.certificates.certificate import CertificateFacts
from content.rules import day_of
from content.values import CertificatePurpose
from content.verifying.doubts import Change
from content.verifying.standing import Reason, State


@dataclass(frozen=True)
class DoubtLine:
    """A certificate that waits for an officer, as the queue shows it. `changes` is empty if nothing of it changed."""

    id: int
    member_id: int
    name: str
    member_no: str
    number: str
    at: datetime
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class IssuedLine:
    """A certificate in the list of a member's. `purpose` is None if its facts were erased; `drawn`: it has a paper."""

    id: int
    number: str
    asked_at: datetime
    first: date
    last: date
    purpose: CertificatePurpose | None
    state: State
    drawn: bool


@dataclass(frozen=True)
class Ended:
    """What ended a certificate, with the name of who of staff did it (empty: nobody is on record)."""

    state: State
    at: datetime
    reason: Reason
    by: str
    instead: str


@dataclass(frozen=True)
class Issued:
    """A certificate with its history. `name` and `member_no` are the member's of today; `facts` is None if they were
    erased. `sent_at`: when its file was sent to the member. `ended`: the last end first. `instead`: the number of the
    one that takes its place as soon as its paper is on record, otherwise empty. `replaces`: the numbers of those whose
    place this one takes. `changes`: what waits for a decision.
    """

    id: int
    member_id: int
    name: str
    member_no: str
    number: str
    asked_at: datetime
    drawn_at: datetime | None
    sent_at: datetime | None
    first: date
    last: date
    half_units: int
    codes: int
    facts: CertificateFacts | None
    ended: tuple[Ended, ...]
    instead: str
    replaces: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def issued_on(self) -> date:
        """The day in Japan."""
        return day_of(self.asked_at)

    @property
    def state(self) -> State:
        return self.ended[0].state if self.ended else State.VALID

    @property
    def has_file(self) -> bool:
        """Whether the file can be had: it was not erased, and it was drawn, or was issued to take another's place. Then
        who asks for the file has it drawn.
        """
        return self.facts is not None and (self.drawn_at is not None or bool(self.replaces))


@dataclass(frozen=True)
class Renewal:
    """A certificate beside what it would say today. `shown` is the fingerprint of this, for the button that does it."""

    old: CertificateFacts
    new: CertificateFacts
    shown: str


class Outcome(Enum):
    """What came of an act of an officer."""

    DONE = "done"
    OWN = "nobody handles his own"
    ENDED = "it was ended before"
    UNDER_WAY = "another one takes its place already"
    ERASED = "its facts were erased"
    SAME = "today it would say the same"
    NOTHING = "nothing could be certified today"
    UNPRINTABLE = "the new one could not be printed"
    CHANGED = "the record changed since it was shown"
    SETTLED = "nothing of it waits any more"
