"""A declaration or a late claim on the desk of staff: until when it is due, who has it, what its member is asked, and
what the member reads of that.

content.words.answering has what every request has: taking, handing on, notes.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from content.requests.requesting import By, Kind, Request, Slip
from content.staff.cases import Care


class Caring(Protocol):
    def on_line(self, care: Care, *, late: bool) -> str:
        """What a line of the queue says behind its case: the day on which it is due, and who has it."""

    def due(self, day: date, *, late: bool) -> str: ...

    def asked(self, since: datetime) -> str:
        """It waits for the member's answer, and the days do not count."""

    def back(self, at: datetime) -> str:
        """The member has answered."""

    def said(self, by: By, at: datetime, author: str) -> str:
        """Who said something within the case, and when."""

    def shortened(self, text: str) -> str:
        """The beginning of a text, so that the card has room for it."""

    def to_talk(self, number: int) -> str:
        """To all that was noted, asked and answered: so many messages."""

    def to_ask(self, *, begun: bool) -> str:
        """On a button of two in a row."""

    def case_title(self, kind: Kind, number: int, name: str) -> str: ...

    def talk_title(self, kind: Kind, number: int, name: str) -> str: ...

    def nothing_said(self) -> str: ...

    def to_case(self) -> str: ...

    def held_title(self) -> str: ...

    def held(self, name: str, since: datetime | None) -> str:
        """A colleague has the case: take it over?"""

    def ask_title(self, name: str) -> str: ...

    def how_to_ask(self, longest: int) -> Sequence[str]: ...

    def bad_question(self, slip: Slip, longest: int) -> str: ...

    def final(self) -> str: ...

    def to_send(self) -> str: ...

    def sent(self) -> str: ...

    def handed_title(self) -> str:
        """The letter to the colleague."""

    def answered_title(self) -> str:
        """The letter to who has the case."""

    def asked_title(self, kind: Kind) -> str:
        """The letter to the member."""

    def about(self, kind: Kind, number: int, what: str, day: date | None) -> str:
        """Which declaration or which training it is about."""

    def how_to_reply(self) -> Sequence[str]: ...

    def to_reply(self) -> str: ...

    def reply_title(self, kind: Kind) -> str:
        """While the member writes the answer."""

    def reply_final(self) -> str: ...

    def received_title(self) -> str: ...

    def received(self) -> str: ...

    def not_asked(self) -> str:
        """The member's answer comes too late: staff have decided, or it was withdrawn."""

    def state(self, one: Request) -> Sequence[str]:
        """How it stands, for its member."""
