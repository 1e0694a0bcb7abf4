"""Chapters watched, tests passed, and the one credit that both together give."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from content.credits.credit import StandingCredit
from content.rules import Rulebook
from content.study.course import ChapterState, CommonLecture, Kind, ListedCourse
from content.values import CreditKind
from storage.credits import common, ledger
from storage.engine.sessions import Sessions
from storage.study import enrolments, progress
from storage.study.progress import Earned
from storage.tables import CommonCredit, Credit
from tests.samples import chapter, course, member, publish, sit, watch, watch_all

RULES = Rulebook().at(date(2026, 11, 22))


def test_chapters_before_during_and_after(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, other = member(session, now), member(session, now, no="1000000002")
        listed = publish(session, course(chapters=[chapter(1), chapter(2, seconds=480), chapter(3)]), now)
        watch(session, me, listed.films[1], 96, now)
        watch(session, me, listed.films[2], 190)
        watch(session, other, listed.films[3], 100, now)
        assert progress.chapters(session, me, listed) == (
            ChapterState(1, "題1", 100, 96, True, listed.films[1]),
            ChapterState(2, "題2", 480, 190, False, listed.films[2]),
            ChapterState(3, "題3", 100, 0, False, listed.films[3]),
        )


def test_a_replaced_film_takes_no_completion_away(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        before = publish(session, course(), now)
        watch(session, me, before.films[1], 96, now)
        watch(session, me, before.films[2], 50)
        after = publish(session, course(chapters=[chapter(1, source="a.mp4"), chapter(2, source="b.mp4")]), now)
        states = progress.chapters(session, me, after)
    assert [(state.done, state.watched) for state in states] == [(True, 0), (False, 0)]


def test_tests_of_a_course(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        listed, other = publish(session, course(), now), publish(session, course("other"), now)
        assert progress.tests(session, me, listed.id) == progress.Tests(None, None)
        sit(session, me, listed, "failed", now)
        sit(session, me, listed, "open", now, number=2)
        tests = progress.tests(session, me, listed.id)
        assert (tests.passed_at, tests.open) == (None, True)
        sit(session, me, other, "passed", now)
        tests = progress.tests(session, me, other.id)
        assert (tests.passed_at, tests.open) == (now, False)
        sit(session, me, other, "passed", now + timedelta(days=1), number=2)
        assert progress.tests(session, me, other.id).passed_at == now


def _studied(
    session: Session, at: datetime, *, watched: int, test: str, can_earn: bool = True
) -> tuple[int, ListedCourse]:
    me = member(session, at, can_earn=can_earn)
    listed = publish(session, course(half_units=1, kind=Kind.COOPERATION), at)
    for number in range(1, watched + 1):
        watch(session, me, listed.films[number], 100, at)
    if test:
        sit(session, me, listed, test, at)
    return me, listed


@pytest.mark.parametrize(
    ("watched", "test", "earns"),
    [(2, "passed", True), (1, "passed", False), (0, "passed", False), (2, "failed", False), (2, "open", False)],
)
def test_all_chapters_and_a_passed_test(
    sessions: Sessions, now: datetime, watched: int, test: str, earns: bool
) -> None:
    with sessions.begin() as session:
        me, listed = _studied(session, now, watched=watched, test=test)
        earned = progress.earn_if_due(session, me, listed, RULES, now)
        assert (earned == Earned("高血圧", 74, 1, date(2026, 11, 22))) is earns
        assert ledger.has(session, me, "course:hypertension") is earns
        assert bool(enrolments.under_way(session, me)) is not earns


def test_the_row_holds_all_that_a_certificate_prints(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, listed = _studied(session, now, watched=2, test="passed")
        progress.earn_if_due(session, me, listed, RULES, now)
        (entry,) = ledger.entries(session, me)
    assert replace(entry, id=0) == StandingCredit(
        0,
        CreditKind.COOPERATION,
        "course:hypertension",
        1,
        74,
        "高血圧",
        "見本委員会",
        date(2026, 11, 22),
        now,
        "2022-04",
        now,
    )


def test_it_falls_due_once(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, listed = _studied(session, now, watched=2, test="passed")
        assert progress.earn_if_due(session, me, listed, RULES, now)
    for days in (0, 1, 400):
        with sessions.begin() as session:
            assert progress.earn_if_due(session, me, listed, RULES, now + timedelta(days=days)) is None
            assert session.query(Credit).count() == 1


def test_a_revised_course_brings_no_second_credit(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, listed = _studied(session, now, watched=2, test="passed")
        progress.earn_if_due(session, me, listed, RULES, now)
        revised = publish(session, course(title="高血圧 改訂"), now)
        assert progress.earn_if_due(session, me, revised, RULES, now) is None


def test_what_staff_reversed_does_not_come_back_by_itself(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, listed = _studied(session, now, watched=2, test="passed")
        progress.earn_if_due(session, me, listed, RULES, now)
        assert ledger.reverse(session, me, listed.source, reason="誤り", author_id=me, at=now)
        assert progress.earn_if_due(session, me, listed, RULES, now) is None
        assert not ledger.has(session, me, listed.source)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 22, 14, 59, 59, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 11, 22, 15, 0, tzinfo=UTC), date(2026, 11, 23)),
    ],
)
def test_the_day_is_japans_of_the_second_condition(sessions: Sessions, moment: datetime, day: date) -> None:
    with sessions.begin() as session:
        me, listed = _studied(session, moment - timedelta(days=3), watched=2, test="passed")
        earned = progress.earn_if_due(session, me, listed, RULES, moment)
    assert earned is not None
    assert earned.earned_on == day


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        (datetime(2019, 11, 30, 14, 59, 59, tzinfo=UTC), False),
        (datetime(2019, 11, 30, 15, 0, tzinfo=UTC), True),
    ],
)
def test_a_common_lecture_counts_from_december_2019_in_its_own_ledger(
    sessions: Sessions, moment: datetime, counts: bool
) -> None:
    with sessions.begin() as session:
        me = member(session, moment)
        listed = publish(session, course(common=CommonLecture("必修講習A 感染対策", 3)), moment)
        watch_all(session, me, listed, moment)
        sit(session, me, listed, "passed", moment)
        assert progress.earn_if_due(session, me, listed, RULES, moment)
        assert common.by_category(session, me) == ({"必修講習A 感染対策": 3} if counts else {})
        assert ledger.totals(session, me, date.min, date.max).half_units == 2
        assert ledger.reverse(session, me, listed.source, reason="誤り", author_id=me, at=moment)
        assert common.by_category(session, me) == {}
        assert session.query(CommonCredit).count() == (2 if counts else 0)


def test_an_account_that_can_not_earn_finishes_without_credit(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, listed = _studied(session, now, watched=2, test="passed", can_earn=False)
        assert progress.earn_if_due(session, me, listed, RULES, now) is None
        assert ledger.entries(session, me) == ()
        assert enrolments.under_way(session, me) == ()


def test_last_chapter_and_test_at_the_same_time_give_one_credit(sessions: Sessions, now: datetime) -> None:
    """A watch page and a chat, in two transactions at once, each with the condition that the other misses."""
    with sessions.begin() as session:
        me = member(session, now)
        listed = publish(session, course(), now)
    wrote, earned = threading.Barrier(2), []

    def finish(test: bool) -> None:
        with sessions.begin() as session:
            _complete(session, test)
            if sessions.kind == "postgresql":  # SQLite lets one write at a time
                wrote.wait(10)
            earned.append(progress.earn_if_due(session, me, listed, RULES, now))

    def _complete(session: Session, test: bool) -> None:
        if test:
            sit(session, me, listed, "passed", now)
        else:
            watch_all(session, me, listed, now)

    threads = [threading.Thread(target=finish, args=(test,)) for test in (True, False)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one is not None for one in earned) == [False, True]
    with sessions.reading() as session:
        assert len(ledger.entries(session, me)) == 1
