"""The broadcasting schedule (ラジオNIKKEI「医学講座」), and reminders of what is on."""

from datetime import date, datetime
from typing import Protocol

from content.hours import Hours
from content.radio import Broadcast


class Radio(Protocol):
    """`at` is the moment at which the reminder comes."""

    def title(self) -> str: ...

    def days(self, first: date, last: date) -> str:
        """The days of a week."""

    def month(self, first: date) -> str:
        """2026年12月"""

    def no_credit(self) -> str: ...

    def line(self, number: int, broadcast: Broadcast, *, on_air: bool, asked: bool) -> str:
        """A broadcast in the schedule. `asked`: the member will be reminded of it."""

    def nothing(self) -> str: ...

    def to_page(self) -> str: ...

    def earlier(self, first: date, *, month: bool) -> str: ...

    def later(self, first: date, *, month: bool) -> str: ...

    def to_week(self) -> str: ...

    def to_month(self) -> str: ...

    def to_radio(self) -> str:
        """The button on the first screen; three stand in its row."""

    def to_schedule(self) -> str: ...

    def speaker(self, broadcast: Broadcast) -> str: ...

    def when(self, broadcast: Broadcast) -> str: ...

    def on_air(self) -> str: ...

    def over(self) -> str: ...

    def asked(self, at: datetime) -> str: ...

    def before_the_night(self, at: datetime, hours: Hours) -> str:
        """Says that a reminder comes at this moment, because its normal time is in these quiet hours."""

    def too_late(self, at: datetime) -> str: ...

    def to_listen(self) -> str: ...

    def to_remind(self, minutes: int, *, on_time: bool) -> str: ...

    def to_take_back(self) -> str: ...

    def taken_back(self) -> str: ...

    def nothing_to_take_back(self) -> str: ...

    def reminder_title(self) -> str: ...

    def changed_title(self) -> str: ...

    def changed(self, broadcast: Broadcast) -> str:
        """The letter: the broadcast is no longer in the schedule."""

    def again(self, at: datetime) -> str:
        """Says that the same programme is on the air again at this moment."""

    def to_again(self) -> str: ...

    def see_schedule(self) -> str: ...
