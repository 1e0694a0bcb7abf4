"""Reminders of trainings to come, for members who asked for them."""

from datetime import datetime
from typing import Protocol

from content.attendance.checkin import Hours
from content.attendance.training import Training


class Awaited(Protocol):
    def to_ask(self) -> str:
        """The button that asks for the reminders."""

    def to_take_back(self) -> str: ...

    def asked(self, at: datetime | None) -> str:
        """When the reminder of the day before comes; None: that moment has passed, but the doors open later."""

    def taken_back(self) -> str: ...

    def tomorrow_title(self, training: Training, *, today: bool) -> str: ...

    def doors(self, hours: Hours) -> str:
        """From when until when the code is taken, at entry and at exit."""

    def opened_title(self) -> str: ...

    def opened(self, hours: Hours) -> str:
        """Until when the doors are open."""

    def reason(self) -> str:
        """Why this letter came."""
