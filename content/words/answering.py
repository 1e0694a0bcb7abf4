"""Requests (ご依頼) on the desk of staff: the queue, one request, who has it, the answer, and what staff are told.

content.words.requests has the words for their content.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from content.requests.ceilings import RequestRules
from content.requests.requesting import Message, Slip
from content.staff.answering import Outcome, RequestCase, RequestLine


class Answering(Protocol):
    def title(self, waiting: int) -> str: ...

    def line(self, number: int, one: RequestLine, *, late: bool) -> str: ...

    def card_title(self, one: RequestCase) -> str: ...

    def due(self, day: date, *, late: bool) -> str: ...

    def has_it(self, name: str, since: datetime | None, *, mine: bool) -> str:
        """Who has it; an empty `name`: nobody does."""

    def state(self, one: RequestCase) -> str:
        """How a request stands that waits no more."""

    def message(self, one: Message, author: str) -> str:
        """Who said it, to whom, and when. `author`: the name of whoever of staff wrote it."""

    def to_take(self) -> str: ...

    def to_take_over(self) -> str:
        """Take it from a colleague."""

    def to_answer(self, *, begun: bool) -> str: ...

    def to_hand_on(self) -> str:
        """On a button of two in a row."""

    def to_put_back(self) -> str:
        """On a button of two in a row."""

    def to_note(self) -> str:
        """On a button of two in a row."""

    def to_close(self) -> str:
        """On a button of two in a row."""

    def said_of(self, outcome: Outcome, name: str) -> str:
        """What came of an act, in a sentence; `name`: who has the request now."""

    def taken(self) -> str: ...

    def put_back(self) -> str: ...

    def handed_on(self, name: str) -> str: ...

    def noted(self) -> str: ...

    def answered(self) -> str: ...

    def closed(self) -> str: ...

    def to_whom_title(self) -> str: ...

    def to_whom(self, *, anybody: bool) -> str: ...

    def colleague(self, number: int, name: str) -> str: ...

    def note_title(self) -> str: ...

    def ask_note(self, longest: int) -> str: ...

    def bad_note(self, longest: int) -> str: ...

    def answer_title(self, one: RequestCase) -> str: ...

    def how_to_answer(self, rules: RequestRules) -> Sequence[str]: ...

    def slip(self, slip: Slip, rules: RequestRules) -> str:
        """Why a text is not taken, what is kept, and what to do."""

    def review_title(self, one: RequestCase) -> str: ...

    def final(self) -> str: ...

    def to_send(self) -> str: ...

    def nothing_written(self) -> str: ...

    def to_discard(self) -> str: ...

    def discarded(self) -> str: ...

    def close_title(self, one: RequestCase) -> str: ...

    def closing(self) -> str:
        """What follows if it is closed without an answer."""

    def reasons(self) -> Sequence[str]:
        """The usual reasons, always in the same order: a button names one by its place."""

    def gone(self) -> str: ...

    def file_title(self, number: int) -> str: ...

    def file_caption(self, number: int, name: str) -> str:
        """What stands with a member's file, and how it may be used."""

    def file_comes(self) -> str: ...

    def due_title(self) -> str: ...

    def due_soon(self, name: str, day: date, due: int, late: int, *, today: date) -> Sequence[str]:
        """How many cases of a queue (`name`) are due on this day, and how many were due before. `today`: the day has
        come.
        """

    def added_title(self) -> str: ...

    def handed_title(self) -> str: ...

    def handed(self, name: str) -> str:
        """Who handed it on."""

    def to_card(self) -> str: ...
