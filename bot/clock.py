"""The only module that reads a clock.

A machine's clock may be set to another time while the product runs: by a mistake, by a virtual machine that wakes up,
by a time server that is wrong. What falls due would then be done too early, waits would end or last for a day, and a
claim would run out while its letter is under way. So a jump is not followed. The product's clock goes on evenly from
where it was, and Telegram decides: each of its answers says when it was made.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.logs import get

NEAR = timedelta(seconds=30)
"""Two clocks that differ by no more are both right. A claim on a letter outlasts its request by more than this, so a
correction of this size does no harm.
"""
EVERY_S = 60.0
log = get("clock")


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, as an aware datetime in UTC."""

    def steady(self) -> datetime:
        """The same by a clock that never takes a step, however small: for watching."""

    def told(self, made_at: datetime, took: timedelta) -> None:
        """Telegram has answered. It says when the answer was made, to the second; asking and answering took so long."""


def _machines() -> datetime:
    return datetime.now(UTC)


class RealClock:
    """The machine's clock as long as it goes on evenly; otherwise its own, until Telegram contradicts."""

    def __init__(
        self, machines: Callable[[], datetime] = _machines, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._machines = machines
        self._monotonic = monotonic
        mark = monotonic()
        # a moment and the monotonic seconds at it; replaced as a whole, because several threads read it
        self._from = self._steadily_from = (machines(), mark)
        self._said = mark - EVERY_S

    def now(self) -> datetime:
        mark = self._monotonic()
        ours, machines = _later(self._from, mark), self._machines()
        if abs(machines - ours) > NEAR:
            self._say(mark, machines - ours)
            return ours
        self._from = machines, mark
        return machines

    def steady(self) -> datetime:
        return _later(self._steadily_from, self._monotonic())

    def _say(self, mark: float, by: timedelta) -> None:
        """Not more often than once a minute: it may be so at every reading."""
        if mark - self._said >= EVERY_S:
            self._said = mark
            log.warning("machine_clock_jumped", by_s=_seconds(by))

    def told(self, made_at: datetime, took: timedelta) -> None:
        """If this clock can't be right, it is set: to the machine's, if that can be, and otherwise to Telegram's."""
        mark = self._monotonic()
        ours, machines = _later(self._from, mark), self._machines()
        if _may_be(ours, made_at, took):
            return
        right = machines if _may_be(machines, made_at, took) else made_at
        self._from = self._steadily_from = right, mark
        log.warning("clock_was_wrong", by_s=_seconds(right - ours))


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

    def told(self, _made_at: datetime, _took: timedelta) -> None:
        """Nothing: here Telegram is the sandbox, and this clock is meant to differ."""

    def jump(self, to: datetime) -> None:
        """Move the clock on; it never goes back."""
        self._start += max(to - self.now(), timedelta(0))


def _may_be(moment: datetime, made_at: datetime, took: timedelta) -> bool:
    """Whether it may be this moment now that an answer has come."""
    return -NEAR <= moment - made_at <= took + NEAR


def _later(start: tuple[datetime, float], mark: float) -> datetime:
    moment, began = start
    return moment + timedelta(seconds=mark - began)


def _seconds(by: timedelta) -> int:
    return round(by.total_seconds())
