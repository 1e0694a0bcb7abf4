"""Calls again what a busy database refused."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from storage.engine.sessions import is_passing

T = TypeVar("T")


def patiently(act: Callable[[], T], pause: Callable[[float], None], *, tries: int, busy_s: float) -> T:
    """Call `act` up to so many times while the database is busy, with a pause of `busy_s` between. Raises what `act`
    raises for good, and what it raises the last time.
    """
    for _ in range(tries - 1):
        try:
            return act()
        except DBAPIError as error:
            if not is_passing(error):
                raise
            pause(busy_s)
    return act()
