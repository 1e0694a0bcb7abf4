"""How many rows a step takes: as many as are written in a short time, measured at the steps before."""

from dataclasses import dataclass
from datetime import timedelta

AIM = timedelta(milliseconds=30)
"""A write transaction of an import lasts about so long: taps go in between. None may hold the lock over 60 ms."""
LEAST, MOST = 10, 400


@dataclass
class Pace:
    """The size of the next step."""

    size: int = 100

    def took(self, time: timedelta) -> None:
        """The last step took so long. A clock that stands still tells nothing."""
        if time > timedelta(0):
            fitting = self.size * (AIM / time)
            self.size = max(LEAST, min(MOST, round(fitting), self.size * 2))
