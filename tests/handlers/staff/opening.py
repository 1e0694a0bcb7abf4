"""Offices as most tests of staff find them. Each is made once, and every test gets a copy of its record.

To import these members and to let one log in took a third of those tests' processor time.
"""

import asyncio
import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime
from typing import TypeVar

from content.importing.member_record import MemberRecord
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.handlers.staff.office import ABE, KITA, Office
from tests.handlers.talking import AOI, SHIRO

KITA_ID = 700000009
"""北見's Telegram ID."""
_APART = 1_000_000
"""Here updates and messages have numbers from some millions on: a test counts its own from 1."""
T = TypeVar("T")


def open_office(url: str, house: House, now: datetime) -> None:
    """Members who have never logged in."""
    in_office(url, house, now, lambda office: office.joins(AOI, SHIRO, KITA, *ABE))


def attend_office(url: str, house: House, now: datetime) -> None:
    """One of them has logged in, and is of staff."""
    in_office(url, house, now, _attend)


def in_office(url: str, house: House, now: datetime, do: Callable[[Office], T]) -> T:
    """What `do` gives, in an office on the database at this address."""
    sessions = Sessions(url, house.cipher)
    with closing(Office(sessions, house, now)) as office:
        done = do(office)
    sessions.close()
    return done


def comes(office: Office, telegram_id: int, record: MemberRecord) -> None:
    """Have a member log in for the first time."""
    office.numbers = itertools.count(_APART * (telegram_id % 10))
    with ThreadPoolExecutor(1) as aside:  # a thread of its own, because the caller's may already run an event loop
        aside.submit(asyncio.run, _come(office, telegram_id, record)).result()


def _attend(office: Office) -> None:
    comes(office, KITA_ID, KITA)
    office.grants(KITA, "support", "officer")


async def _come(office: Office, telegram_id: int, record: MemberRecord) -> None:
    await office.guest(telegram_id).chooses(record)
