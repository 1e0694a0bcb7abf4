"""Requests (ご依頼): what members ask of staff in their own words, who may do what, and until when one is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from content.desk import is_business_day
from content.rules import Rulebook, begins, day_of
from content.text.lines import some_lines

DAY = timedelta(days=1)
NEVER = datetime.fromisoformat("2000-01-01T00:00:00+00:00")


class Kind(StrEnum):
    """What a request is about."""

    OSAKA = "osaka"
    NAME = "name"
    POST = "post"
    WRONG = "wrong"
    OTHER = "other"
    ERASURE = "erasure"


OFFERED = tuple(kind for kind in Kind if kind is not Kind.ERASURE)
"""What a member chooses from. The erasure of the record is asked for by /erase_me alone, which wants the password."""


class State(StrEnum):
    """The state of a request. RECEIVED and TAKEN wait for an answer, which is due."""

    DRAFT = "draft"
    RECEIVED = "received"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class By(StrEnum):
    """Who says something within a request, and to whom."""

    MEMBER = "member"  # the member, to staff
    ANSWER = "answer"  # staff, to the member
    REASON = "reason"  # staff, to the member: why it is closed
    NOTE = "note"  # staff, to colleagues alone


class Act(StrEnum):
    """What a member may do with a request."""

    WRITE = "write"  # what was not sent before
    DISCARD = "discard"
    ADD = "add"
    AGAIN = "again"  # add to one that is settled, which opens it again
    WITHDRAW = "withdraw"


MAY: Mapping[State, frozenset[Act]] = {
    State.DRAFT: frozenset({Act.WRITE, Act.DISCARD}),
    State.RECEIVED: frozenset({Act.ADD, Act.WITHDRAW}),
    State.TAKEN: frozenset({Act.ADD, Act.WITHDRAW}),
    State.ANSWERED: frozenset({Act.AGAIN}),
    State.CLOSED: frozenset({Act.AGAIN}),
    State.WITHDRAWN: frozenset({Act.AGAIN}),
}
WAITING = (State.RECEIVED, State.TAKEN)


class Slip(StrEnum):
    """Why a text is not taken."""

    EMPTY = "nothing that can be seen"
    LONG = "too long"
    NO_MORE = "together with what is written already it is too long"
    REST = "the rest of a text that was too long"


class Stopped(StrEnum):
    """Why a message is not sent to staff."""

    EMPTY = "nothing is written"
    BEFORE = "it was sent or discarded before"


@dataclass(frozen=True)
class File:
    """A file of a message, without its bytes. `name` can be shown as it is; `size` is in bytes."""

    id: int
    name: str
    mime: str
    size: int


@dataclass(frozen=True)
class Message:
    """What was said within a request. `sent_at` is None while its author still writes it. `author` is a person."""

    id: int
    request: int
    by: By
    author: int
    text: str
    begun_at: datetime
    sent_at: datetime | None = None
    files: tuple[File, ...] = ()

    @property
    def empty(self) -> bool:
        return not self.text and not self.files


@dataclass(frozen=True)
class Request:
    """A request. `sent_at` and `due_on` are None until it is sent; `taken_by` is the person of staff who has it.

    `messages`: what was said so far, the first one first. A list of requests has none of them.
    """

    id: int
    member_id: int
    kind: Kind
    state: State
    begun_at: datetime
    sent_at: datetime | None = None
    due_on: date | None = None
    taken_by: int | None = None
    taken_at: datetime | None = None
    settled_at: datetime | None = None
    messages: tuple[Message, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it waits for staff."""
        return self.state in WAITING

    @property
    def said(self) -> tuple[Message, ...]:
        """What was sent, the first message first."""
        return tuple(one for one in self.messages if one.sent_at is not None)

    def may(self, act: Act) -> bool:
        return act in MAY[self.state]

    def is_late(self, now: datetime) -> bool:
        """Whether it still waits, although the day is over on which it was due."""
        return self.waits and self.due_on is not None and day_of(now) > self.due_on


def text(typed: str, longest: int, before: str = "") -> str | Slip:
    """What was typed, behind what stands there already; or why it is not taken."""
    said = some_lines(typed)
    if not said:
        return Slip.EMPTY
    if len(said) > longest:
        return Slip.LONG
    whole = f"{before}\n{said}" if before else said
    return whole if len(whole) <= longest else Slip.NO_MORE


def due_on(sent: datetime, book: Rulebook) -> date:
    """The last day of Japan on which an answer is in time: so many business days after the day on which it was sent."""
    left, day = book.now(sent).web_form_days, day_of(sent)
    while left:
        day += DAY
        left -= is_business_day(day, book.at(day))
    return day


def told_until(now: datetime, book: Rulebook) -> date:
    """Staff are told now of requests that are due until this day: today; from the evening of a business day on, the
    next business day.
    """
    today = day_of(now)
    rules = book.at(today)
    if is_business_day(today, rules) and now < begins(today, rules.requests.evening_hour):
        return today
    day = today + DAY
    while not is_business_day(day, book.at(day)):
        day += DAY
    return day
