"""The head of the log of staff for the operator, who hears it once a day: put down, claimed, sent.

Whoever puts an old backup back can't take back what the operator has read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from content.rules import MORNING_HOUR, day_of, local
from storage.engine.claims import by, run_out
from storage.engine.statements import insert_new, rows, run
from storage.staff import log
from storage.staff.log import Head
from storage.tables import LogHead

CLAIMED = timedelta(minutes=10)
"""A process that sends a head has so much time for it; then another tries."""

_OF_DAY = select(LogHead.day).where(LogHead.day == bindparam("today"))
_NEW = insert_new(LogHead)
_FREE = or_(LogHead.claimed_until.is_(None), run_out(LogHead.claimed_until))
_WAITING = (
    select(LogHead.day, LogHead.number, LogHead.mac)
    .where(LogHead.day == bindparam("today"), LogHead.sent_at.is_(None), _FREE)
    .limit(1)
)
_CLAIM = (
    update(LogHead)
    .where(LogHead.day == bindparam("today"), LogHead.sent_at.is_(None), _FREE)
    .values(claimed_until=bindparam("until"))
)
_SENT = update(LogHead).where(LogHead.day == bindparam("today")).values(sent_at=bindparam("at"))


@dataclass(frozen=True)
class OfDay:
    """The head as it stood when it was put down for this day. Its number is 0 if the log was empty."""

    day: date
    head: Head


def find_day(session: Session, now: datetime) -> Sequence[date]:
    """Today in Japan, from 08:00 on, if its head is not put down yet."""
    today = day_of(now)
    if local(now).hour < MORNING_HOUR or session.execute(_OF_DAY, {"today": today}).one_or_none():
        return []
    return [today]


def put_down(session: Session, days: Sequence[date]) -> int:
    """The head as it stands now; if another process was first, nothing. Returns how many were put down."""
    last = log.head(session)
    values = {"number": last.number, "mac": last.mac, "claimed_until": None, "sent_at": None}
    return sum(run(session, _NEW, {"day": day, **values}) for day in days)


def waiting(session: Session, now: datetime) -> OfDay | None:
    """Today's head, if it waits to be sent. One of an earlier day is not sent late: today's says more."""
    row = session.execute(_WAITING, by(now, CLAIMED) | {"today": day_of(now)}).one_or_none()
    return None if row is None else OfDay(row.day, Head(row.number, row.mac))


def claim(session: Session, one: OfDay, now: datetime) -> bool:
    """Take it, to send it after the commit; False if another process has it, or has sent it."""
    return rows(session.execute(_CLAIM, by(now, CLAIMED) | {"today": one.day, "until": now + CLAIMED})) == 1


def settle(session: Session, one: OfDay, now: datetime) -> None:
    """It was sent."""
    session.execute(_SENT, {"today": one.day, "at": now})
