"""Certificates in the hands of officers: found, looked at, replaced, revoked; and what the member is told of it."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.staff.certificates import DoubtLine, Ended, Issued, IssuedLine
from content.verifying.doubts import Change


class IssuedWords(Protocol):
    def title(self) -> str: ...

    def room(self) -> Sequence[str]:
        """A number can be typed; a member's certificates are opened on the member's card."""

    def unknown(self) -> str:
        """No certificate has this number."""

    def to_doubts(self, waiting: int) -> str:
        """A button, with how many wait."""

    def to_members(self) -> str: ...

    def to_list(self, number: int) -> str:
        """A button on a member's card."""

    def list_title(self, name: str) -> str: ...

    def none(self) -> str:
        """The member has no certificate."""

    def line(self, place: int, one: IssuedLine) -> Sequence[str]: ...

    def card_title(self, number: str) -> str: ...

    def not_drawn(self) -> str: ...

    def under_way(self, number: str) -> str:
        """This one takes its place when its paper is on record; until then the old one holds."""

    def holder(self, name: str, member_no: str) -> str:
        """The name as it is printed."""

    def today(self, name: str) -> str:
        """The name on record today, which is another one."""

    def erased(self) -> str: ...

    def totals(self, half_units: int, codes: int, lines: int) -> str:
        """`lines` is 0 if the facts were erased."""

    def replaces(self, numbers: Sequence[str]) -> str: ...

    def purpose(self, name: str) -> str: ...

    def span(self, first: date, last: date) -> str: ...

    def history(self, one: Issued) -> Sequence[str]:
        """When it was asked for, made and sent."""

    def ended(self, end: Ended) -> Sequence[str]:
        """When and why it was ended, and by whom."""

    def changed(self) -> str:
        """The line above what changed since it was issued."""

    def change(self, change: Change) -> str: ...

    def more(self, number: int) -> str:
        """So many further ones are not listed."""

    def nothing_changed(self) -> str: ...

    def to_file(self) -> str: ...

    def file_comes(self) -> str: ...

    def copy(self) -> str:
        """The caption of the file, for staff."""

    def to_card(self) -> str: ...

    def to_replace(self) -> str: ...

    def to_revoke(self) -> str: ...

    def to_leave(self) -> str: ...

    def queue_title(self, waiting: int) -> str: ...

    def queue_line(self, place: int, one: DoubtLine, waited: str) -> Sequence[str]: ...
