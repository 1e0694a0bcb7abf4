"""A machine whose clock is set wrong again and again, and the product's clock on it."""

import itertools
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.clock import DemoClock, RealClock

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
RIGHT = (timedelta(0),)
WRONG = (-HOUR, timedelta(0), DAY, -HOUR, DAY, timedelta(0), DAY, timedelta(0), -HOUR)
"""What the machine's clock is off by, one reading after the other: each of the jumps that there are between these."""


class SetClock(DemoClock):
    """The product's clock on such a machine. Time passes when it is told to. Telegram knows the true time."""

    def __init__(self, start: datetime, offs: Sequence[timedelta]) -> None:
        super().__init__(start, runs=False)
        self.offs: Iterator[timedelta] = itertools.cycle(offs)
        self.ours = RealClock(
            machines=lambda: self.true + next(self.offs), monotonic=lambda: (self.true - start).total_seconds()
        )

    @property
    def true(self) -> datetime:
        return super().now()

    def now(self) -> datetime:
        return self.ours.now()

    def steady(self) -> datetime:
        return self.ours.steady()

    def told(self, _made_at: datetime, took: timedelta) -> None:
        self.ours.told(self.true, took)

    def jump(self, to: datetime) -> None:
        self._start += max(to - self.true, timedelta(0))
