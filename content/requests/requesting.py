"""Requests (ご依頼): what members ask of staff in their own words, who may do what, and until when one is due.

A declaration and a late claim that were handed in have a request of their own (`Kind.DECLARATION`, `Kind.CLAIM`): it
says who of staff has the case, until when it is due, what colleagues noted, and what the member was asked about it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
    DECLARATION = "declaration"
    CLAIM = "claim"


DECIDED_APART = (Kind.DECLARATION, Kind.CLAIM)
"""The requests of cases that are decided by themselves. The member writes in one only as an answer to staff."""
OFFERED = tuple(kind for kind in Kind if kind is not Kind.ERASURE and kind not in DECIDED_APART)
"""What a member chooses from. The erasure of the record is asked for by /erase_me alone, which wants the password."""


class State(StrEnum):
    """The state of a request. RECEIVED and TAKEN wait for an answer, which is due."""

    DRAFT = "draft"
    RECEIVED = "received"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"  # the declaration or the claim that it is about


class By(StrEnum):
    """Who says something within a request, and to whom."""

    MEMBER = "member"  # the member, to staff
    ANSWER = "answer"  # staff, to the member
    REASON = "reason"  # staff, to the member: why it is closed
    QUESTION = "question"  # staff, to the member: what a declaration or a claim leaves open
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
    State.DECIDED: frozenset(),
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
    NOT_ASKED = "staff do not wait for an answer any more"


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

    `messages`: what was said so far, the first one first. A list of requests has none of them. `about`: the number of
    the declaration or claim that it belongs to (`Kind`), otherwise None. `questioned_at`: since when the member is
    asked about that and has not answered; `back_at`: when the member answered last.
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
    about: int | None = None
    questioned_at: datetime | None = None
    back_at: datetime | None = None

    @property
    def decided_apart(self) -> bool:
        """Whether it belongs to a declaration or a claim, by which it ends."""
        return self.kind in DECIDED_APART

    @property
    def asked(self) -> bool:
        """Whether it waits for the member's answer, so that it is not due."""
        return self.waits and self.questioned_at is not None

    @property
    def waits(self) -> bool:
        """Whether it waits for staff."""
        return self.state in WAITING

    @property
    def said(self) -> tuple[Message, ...]:
        """What was sent, the first message first."""
        return tuple(one for one in self.messages if one.sent_at is not None)

    def may(self, act: Act) -> bool:
        if self.decided_apart:
            return self.asked and act is Act.ADD
        return act in MAY[self.state]

    def to_its_member(self) -> "Request":
        """The same without what staff note for colleagues."""
        return replace(self, messages=for_member(self.messages))

    @property
    def may_write(self) -> bool:
        """Whether the member may write in it now."""
        return self.may(Act.WRITE) or self.may(Act.ADD) or self.may(Act.AGAIN)

    def is_late(self, now: datetime) -> bool:
        """Whether it still waits, although the day is over on which it was due."""
        return self.waits and not self.asked and self.due_on is not None and day_of(now) > self.due_on


def for_member(said: Iterable[Message]) -> tuple[Message, ...]:
    """What the member that it is about may read: everything but notes, which are for colleagues alone."""
    return tuple(one for one in said if one.by is not By.NOTE)


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
    return _later(day_of(sent), book.now(sent).web_form_days, book)


def due_again(due: date, asked: datetime, answered: datetime, book: Rulebook) -> date:
    """The day on which it is due after the member's answer: as many business days are left as were left when staff
    asked, and one if none was.
    """
    first = day_of(asked)
    left = sum(
        is_business_day(day, book.at(day)) for day in (first + n * DAY for n in range(1, (due - first).days + 1))
    )
    return _later(day_of(answered), max(left, 1), book)


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


def _later(day: date, left: int, book: Rulebook) -> date:
    """The day that is so many business days after this one."""
    while left:
        day += DAY
        left -= is_business_day(day, book.at(day))
    return day
