"""How the letters of an announcement are reported."""

from datetime import datetime, timedelta

import pytest

from content.announcing.announcement import Audience, Of
from content.rules import Rulebook
from storage.announcing import reports
from storage.engine.sessions import Sessions
from storage.post import letters
from tests.storage.announcing.feeding import feeds, report, sends

RULES = Rulebook()
MINUTE = timedelta(minutes=1)
ALL = Audience(Of.ALL)


@pytest.mark.parametrize(
    ("state", "outcome", "how"),
    [
        ("failed", "the bot is blocked", "blocked"),
        ("failed", "the account is deleted", "blocked"),
        ("dropped", "the person can't be reached", "blocked"),
        ("failed", "Bad Request: chat not found", "failed"),
        ("dropped", "announcements are switched off", "unwanted"),
        ("unknown", "TimedOut", "unknown"),
        ("sent", "", "sent"),
    ],
)
def test_what_the_report_calls_it(
    sessions: Sessions, number: int, seven: list[int], now: datetime, state: str, outcome: str, how: str
) -> None:
    feeds(sessions, now)
    with sessions.begin() as session:
        (letter,) = letters.claim(session, now, limit=1)
        letters.settle(session, letter, state, now, outcome=outcome)
    found = report(sessions, number)
    assert getattr(found, how) == 1
    assert (found.ended, found.waiting) == (1, 3)


def test_the_unknowns_are_listed_and_nobody_else(
    sessions: Sessions, number: int, seven: list[int], now: datetime
) -> None:
    feeds(sessions, now)
    with sessions.begin() as session:
        every = letters.claim(session, now, limit=4)
        for letter, state in zip(every, ("unknown", "sent", "failed", "unknown"), strict=True):
            letters.settle(session, letter, state, now)
        found = reports.unknown(session, number)
    assert list(found) == sorted([every[0].member_id, every[3].member_id])
    with sessions.begin() as session:
        assert list(reports.unknown(session, number + 1)) == []


def test_the_hours_are_those_of_japan(sessions: Sessions, number: int, seven: list[int], now: datetime) -> None:
    hour = now.replace(minute=0, second=0, microsecond=0)
    for at in (hour, hour + timedelta(minutes=60, microseconds=-1), hour + timedelta(minutes=60)):
        feeds(sessions, at)
        sends(sessions, at, limit=1)
    assert report(sessions, number).hours == ((hour, 2), (hour + timedelta(hours=1), 1))
