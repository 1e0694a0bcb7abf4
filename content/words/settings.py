"""The settings that a person can choose."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.hours import HourOf, Hours
from content.rules import Rules
from content.values import Reminder


class Settings(Protocol):
    def title(self) -> str: ...

    def language(self) -> str: ...

    def kinds_title(self) -> str: ...

    def reminder(self, kind: Reminder, wanted: bool, rules: Rules) -> str:
        """Whether reminders of this kind are sent; and if so, on which days."""

    def nudges_at(self, hours: Hours) -> str:
        """At most one message of reminders a day, at this hour."""

    def quiet(self, hours: Hours) -> str:
        """Between which hours nothing is sent unasked."""

    def coming(self, at: datetime, kinds: Sequence[Reminder]) -> str:
        """These reminders come next, at this moment."""

    def nothing_comes(self, days: int) -> str:
        """No reminder comes within so many days, as far as is known today."""

    def last(self, at: datetime, kinds: Sequence[Reminder]) -> str:
        """These reminders were sent last."""

    def because(self, reason: str) -> str:
        """Why one of them came."""

    def goes_on(self, on: bool) -> str:
        """Whether a test shows the next question by itself."""

    def to_go_on(self, on: bool) -> str: ...

    def go_on_changed(self, on: bool) -> str: ...

    def to_kinds(self) -> str: ...

    def to_hours(self) -> str: ...

    def hours_title(self) -> str: ...

    def at_once(self) -> str:
        """What these hours don't hold back."""

    def to_pick(self, what: HourOf) -> str: ...

    def pick(self, what: HourOf) -> str:
        """Asks for the hour."""

    def hour(self, hour: int, *, ticked: bool) -> str: ...

    def to_quiet(self, wanted: bool) -> str:
        """The button by which there are quiet hours from now on, or no more."""

    def hours_changed(self) -> str: ...

    def account(self, name: str) -> str: ...

    def no_account(self) -> str: ...

    def other_language(self) -> str:
        """The name of the other language, in that language."""

    def language_changed(self) -> str: ...

    def to_remind(self, kind: Reminder, wanted: bool) -> str:
        """The button by which they are wanted from now on, or no more."""

    def reminders_changed(self, kind: Reminder, wanted: bool) -> str: ...

    def to_privacy(self) -> str: ...

    def to_logout(self) -> str: ...
