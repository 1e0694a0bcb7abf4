"""How many rows (of an export: members) a step takes: as many as are written in a short time, measured at the steps
before.
"""

from dataclasses import dataclass
from datetime import timedelta

AIM = timedelta(milliseconds=30)
"""A write transaction of long work lasts about so long: taps go in between. None may hold the lock over 60 ms."""
LEAST, MOST = 10, 400
"""The bounds for the steps of an import."""


@dataclass
class Pace:
    """The size of the next step, its bounds, and how long it is to last."""

    size: int = 100
    least: int = LEAST
    most: int = MOST
    aim: timedelta = AIM

    def took(self, time: timedelta) -> None:
        """The last step took so long. A clock that stands still tells nothing."""
        if time > timedelta(0):
            fitting = self.size * (self.aim / time)
            self.size = max(self.least, min(self.most, round(fitting), self.size * 2))
