"""The room for the log of staff: the list and what filters it, an entry, and the file."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from content.staff.logged import Filter, Person


class Log(Protocol):
    def title(self) -> str: ...

    def filtered(self, shown: Filter, by: Person, on: Person) -> str:
        """What the list shows alone: a person, a member, an act, a day; or that it shows everything."""

    def found(self, number: int) -> str: ...

    def nothing(self) -> str: ...

    def can_type(self) -> str:
        """A member's ID or a day can be typed."""

    def not_understood(self) -> str:
        """What was typed is neither the ID of a member nor a day."""

    def line(self, number: int, at: datetime, by: str, act: str, on: str) -> str:
        """An act in the list. `on` is empty if no member is concerned."""

    def to_people(self) -> str: ...

    def to_acts(self) -> str: ...

    def to_days(self) -> str: ...

    def to_all(self) -> str: ...

    def to_file(self) -> str: ...

    def choose_person(self) -> str: ...

    def actor(self, name: str, member_no: str) -> str:
        """Somebody who acted."""

    def choose_act(self) -> str: ...

    def choose_day(self) -> str: ...

    def day(self, day: date) -> str:
        """A day on a button."""

    def entry_title(self, number: int, act: str) -> str: ...

    def at(self, at: datetime) -> str: ...

    def by(self, by: str, member_no: str) -> str: ...

    def on(self, on: str, member_no: str) -> str: ...

    def fact(self, name: str, value: str) -> str:
        """A fact of an act."""

    def before(self) -> str: ...

    def after(self) -> str: ...

    def unreadable(self, *, erased: bool) -> str:
        """The reason and what was before and after are lost, because the key was erased; or it can't be said why, and
        verify-log must be asked.
        """

    def same_person(self) -> str: ...

    def same_member(self) -> str: ...

    def same_act(self) -> str: ...

    def same_day(self) -> str: ...

    def file_comes(self) -> str: ...

    def nothing_to_file(self) -> str: ...

    def too_many(self, most: int) -> str:
        """More acts than one file holds: they must be filtered first."""

    def file_title(self) -> str: ...

    def file_caption(self, number: int) -> tuple[str, ...]:
        """How many acts the file holds, and that it holds personal data and was logged."""

    def columns(self) -> Sequence[str]:
        """number, at, who acted (ID, name), the member (ID, name), act, its name, why, before, after, if it is lost."""
