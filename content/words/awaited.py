"""Trainings to come of which a member asked to hear."""

from datetime import datetime
from typing import Protocol

from content.attendance.checkin import Hours
from content.attendance.training import Training


class Awaited(Protocol):
    def to_ask(self) -> str:
        """The button by which the member hears of it the day before."""

    def to_take_back(self) -> str: ...

    def asked(self, at: datetime | None) -> str:
        """When the member will hear of it on the day before; None: that moment has passed, but the doors open later."""

    def taken_back(self) -> str: ...

    def tomorrow_title(self, training: Training, *, today: bool) -> str: ...

    def doors(self, hours: Hours) -> str:
        """When the code is taken."""

    def opened_title(self) -> str: ...

    def opened(self, hours: Hours) -> str:
        """The doors are open, until when."""

    def reason(self) -> str:
        """Why this came."""
