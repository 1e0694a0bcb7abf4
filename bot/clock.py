"""The only module that reads a clock."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, as an aware datetime in UTC."""

    def steady(self) -> datetime:
        """The same by a clock that is right when the process begins, and then goes on whatever is set: for watching."""


class RealClock:
    """The machine's clock."""

    def __init__(self) -> None:
        self._began, self._mark = datetime.now(UTC), time.monotonic()

    def now(self) -> datetime:
        return datetime.now(UTC)

    def steady(self) -> datetime:
        return self._began + timedelta(seconds=time.monotonic() - self._mark)


class DemoClock:
    """The machine's clock, moved on at a press of a button. Told to stand still, it is the clock of tests."""

    def __init__(self, start: datetime | None = None, *, runs: bool = True) -> None:
        self._runs = runs
        self._from = datetime.now(UTC)
        self._start = start or self._from

    def now(self) -> datetime:
        return self._start + (datetime.now(UTC) - self._from if self._runs else timedelta(0))

    def steady(self) -> datetime:
        """The same: when this clock is moved on, time has passed."""
        return self.now()

    def jump(self, to: datetime) -> None:
        """Move the clock on; it never goes back."""
        self._start += max(to - self.now(), timedelta(0))
