"""Periods of maintenance on record: changed by their slug, withdrawn, and gone when they are over."""

from dataclasses import replace
from datetime import datetime, timedelta

from content.maintenance import Concerned
from storage.engine.sessions import Sessions
from storage.programme import maintenance
from tests.content.test_maintenance import ENDS, MAMIS, SECOND, STARTS


def test_a_slug_published_again_is_brought_up_to_date(sessions: Sessions, now: datetime) -> None:
    later = replace(MAMIS, starts_at=STARTS + timedelta(days=1), ends_at=ENDS + timedelta(days=1), en="Later.")
    with sessions.begin() as session:
        assert maintenance.publish(session, MAMIS, now) == "new"
        assert maintenance.publish(session, MAMIS, now) == "unchanged"
        assert maintenance.publish(session, later, now) == "revised"
        assert maintenance.coming(session, now) == (later,)


def test_a_withdrawn_one_is_not_shown_and_can_come_back(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        maintenance.publish(session, MAMIS, now)
        assert maintenance.publish(session, replace(MAMIS, withdrawn=True), now) == "revised"
        assert maintenance.coming(session, now) == ()
        assert maintenance.publish(session, MAMIS, now) == "revised"
        assert maintenance.coming(session, now) == (MAMIS,)


def test_it_is_gone_at_its_end(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        maintenance.publish(session, MAMIS, now)
        assert maintenance.coming(session, ENDS - SECOND) == (MAMIS,)
        assert maintenance.coming(session, ENDS) == ()


def test_the_earliest_comes_first(sessions: Sessions, now: datetime) -> None:
    earlier = replace(MAMIS, slug="bot-winter", concerns=Concerned.BOT, starts_at=STARTS - SECOND)
    with sessions.begin() as session:
        for one in (MAMIS, earlier):
            maintenance.publish(session, one, now)
        assert maintenance.coming(session, now) == (earlier, MAMIS)
