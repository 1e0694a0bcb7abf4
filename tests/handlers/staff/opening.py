"""Offices as most tests of staff find them. Each is made once, and every test gets a copy of its record.

To import these members and to let one log in took a third of those tests' processor time.
"""

import asyncio
import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime

from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.handlers.staff.office import ABE, KITA, Office
from tests.handlers.talking import AOI, SHIRO

KITA_ID = 700000009
"""北見's Telegram ID."""
_APART = 1_000_000
"""Here updates and messages have numbers from this one on: a test counts its own from 1."""


def open_office(url: str, house: House, now: datetime) -> None:
    """Members who have never logged in."""
    _in_office(url, house, now, lambda office: office.joins(AOI, SHIRO, KITA, *ABE))


def attend_office(url: str, house: House, now: datetime) -> None:
    """One of them has logged in, and is of staff."""
    _in_office(url, house, now, _attend)


def _in_office(url: str, house: House, now: datetime, do: Callable[[Office], None]) -> None:
    sessions = Sessions(url, house.cipher)
    with closing(Office(sessions, house, now)) as office:
        do(office)
    sessions.close()


def _attend(office: Office) -> None:
    office.numbers = itertools.count(_APART)
    with ThreadPoolExecutor(1) as aside:  # a thread of its own, because the caller's may already run an event loop
        aside.submit(asyncio.run, _come(office)).result()
    office.grants(KITA, "support", "officer")


async def _come(office: Office) -> None:
    await office.guest(KITA_ID).chooses(KITA)
