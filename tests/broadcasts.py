"""Broadcasts for tests."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from content.radio import Broadcast, ListedBroadcast, Schedule
from content.rules import day_of
from storage.radio import schedule


def a_broadcast(at: str, title: str = "かぜ", *, minutes: int = 20, sample: bool = False, link: str = "") -> Broadcast:
    """A broadcast that begins at this moment in Japan ("2026-11-22 20:40")."""
    return Broadcast(moment(at), minutes, title, "見本 一郎", link, sample)


def moment(at: str) -> datetime:
    """The moment that is written so in Japan: 2026-11-22 20:40, or 20:40:30."""
    return datetime.fromisoformat(f"{at}+09:00")


def a_schedule(*every: Broadcast, first: str = "2026-11-01", last: str = "2026-12-31") -> Schedule:
    return Schedule(date.fromisoformat(first), date.fromisoformat(last), every)


def publish(session: Session, every: Iterable[Broadcast], at: datetime) -> tuple[ListedBroadcast, ...]:
    """Publish these and no others for a year around this moment, and read them back."""
    year = timedelta(days=366)
    schedule.publish(session, Schedule(day_of(at) - year, day_of(at) + year, tuple(every)), at)
    return schedule.between(session, at - year, at + year)
