"""Courses begun, touched, finished."""

from datetime import datetime, timedelta

from storage.engine.sessions import Sessions
from storage.study import enrolments
from storage.study.enrolments import UnderWay
from tests.samples import course, member, publish


def test_begun_touched_and_finished(sessions: Sessions, now: datetime) -> None:
    later = now + timedelta(hours=1)
    with sessions.begin() as session:
        me, other = member(session, now), member(session, now, no="1000000002")
        one, two = (publish(session, course(slug), now).id for slug in ("one", "two"))
        enrolments.touch(session, me, one, now)
        enrolments.touch(session, me, two, now)
        enrolments.touch(session, me, one, later)
    with sessions.begin() as session:
        assert enrolments.under_way(session, me) == (UnderWay(one, now, later), UnderWay(two, now, now))
        assert enrolments.under_way(session, other) == ()
        enrolments.finish(session, me, one, later)
    with sessions.begin() as session:
        enrolments.touch(session, me, one, later + timedelta(hours=1))
        assert [under_way.course_id for under_way in enrolments.under_way(session, me)] == [two]


def test_touched_at_the_same_moment_they_keep_their_order(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        ids = [publish(session, course(slug), now).id for slug in ("one", "two", "three")]
        for course_id in reversed(ids):
            enrolments.touch(session, me, course_id, now)
        assert [one.course_id for one in enrolments.under_way(session, me)] == ids


def test_what_was_not_begun_can_not_be_finished(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, one = member(session, now), publish(session, course(), now).id
        enrolments.finish(session, me, one, now)
        enrolments.touch(session, me, one, now)
        assert len(enrolments.under_way(session, me)) == 1
