"""Requests of members, as staff see and answer them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum

from content.requests.requesting import By, Kind, Message, Request


@dataclass(frozen=True)
class RequestLine:
    """A waiting request, as the queue shows it. `taken_by`: the name of who has it, or empty."""

    id: int
    member_id: int
    name: str
    member_no: str
    kind: Kind
    sent_at: datetime
    due_on: date
    taken_by: str


@dataclass(frozen=True)
class RequestCase:
    """A request with everything that staff answer by. `taken_by`: the name of who has it, or empty.

    `authors`: by the number of a message of staff, the name of who wrote it.
    """

    request: Request
    name: str
    kana: str
    member_no: str
    taken_by: str
    authors: dict[int, str]

    @property
    def id(self) -> int:
        return self.request.id

    @property
    def member_id(self) -> int:
        return self.request.member_id

    def as_seen_by(self, person: int) -> "RequestCase":
        """The same as this person of staff may read it: nobody reads what colleagues note about them."""
        return replace(self, request=self.request.to_its_member()) if person == self.member_id else self

    @property
    def latest(self) -> int:
        """The number of the member's last message; 0 if there is none."""
        return max((one.id for one in self.request.said if one.by is By.MEMBER), default=0)

    def draft(self, person: int) -> Message | None:
        """The answer that this person has begun and not sent."""
        return self._unsent(By.ANSWER, person)

    def question(self, person: int) -> Message | None:
        """The question to the member that this person has written and not sent."""
        return self._unsent(By.QUESTION, person)

    def _unsent(self, by: By, person: int) -> Message | None:
        mine = (one for one in self.request.messages if one.by is by and one.author == person)
        return next((one for one in mine if one.sent_at is None), None)


class Outcome(Enum):
    """What came of an act of staff."""

    DONE = "done"
    OWN = "nobody handles his own"
    SETTLED = "it is answered, closed or withdrawn"
    TAKEN = "a colleague has it"
    NOT_TAKEN = "nobody has it"
    ADDED = "the member has added something meanwhile"
    EMPTY = "nothing is written"
    NO_ROLE = "the colleague does not have the role"
    ASKED = "the member is asked already"
