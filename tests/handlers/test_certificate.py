"""/certificate: for which period, what stands on it, and what is said where there is nothing yet."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, select

from content.certificate import CertificateFacts
from content.refusals import BadPeriod, NothingToCertify, StaleButton
from handlers.presses.certificate import ForPeriod, OwnDates, TellMe
from handlers.screens.screen import Place
from handlers.turn import House
from storage.certificates import certificates
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.post import letters
from storage.tables import Certificate, Letter
from tests.student import Student

MIDNIGHT = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def asked(sessions: Sessions) -> list[CertificateFacts]:
    """The facts of every certificate, in the order in which they were asked for."""
    with sessions.reading() as session:
        numbers = session.execute(select(Certificate.id).order_by(Certificate.id)).scalars().all()
        return [certificates.facts(session, number) for number in numbers]


def queued(sessions: Sessions) -> list[tuple[str, datetime]]:
    with sessions.reading() as session:
        return [(row.kind, row.due_at) for row in session.execute(select(Letter).order_by(Letter.id)).scalars()]


def test_a_long_certificate_asks_the_record_no_more_often_than_a_short_one(me: Student, sessions: Sessions) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    counts = []
    for credits in (range(2), range(2, 12)):
        for number in credits:
            me.earns(f"course-{number}", 74, me.now - timedelta(days=1))
        asked.clear()
        event.listen(sessions.engine, "before_cursor_execute", note)
        me.talk.says("/certificate 2026/4/1-2026/11/22")
        event.remove(sessions.engine, "before_cursor_execute", note)
        counts.append(len(asked))
    assert counts[1] <= counts[0]


def test_the_choice_of_a_period(me: Student) -> None:
    me.talk.says("/certificate")
    offered = [label for row in me.talk.labels for label in row]
    assert set(offered) >= {"今年度", "前年度", "前年度と今年度（2年間）", "期間を指定する"}
    assert offered[0] == "今年度"
    assert "発行できる日に知らせる" not in offered
    assert "翌日以降" not in me.talk.screen.text


def test_what_was_earned_today_is_named_with_the_time(me: Student) -> None:
    me.earns("a", 74, me.now)
    me.talk.says("/certificate")
    assert "1単位は、翌日以降、11月23日（月）0:00から" in me.talk.screen.text
    assert ["発行できる日に知らせる"] in me.talk.labels


def test_both_sides_of_midnight(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, MIDNIGHT - SECOND)
    me.talk.now = MIDNIGHT - SECOND
    me.talk.presses(ForPeriod("this"))
    assert "翌日以降" in me.talk.screen.text
    assert asked(sessions) == []
    me.talk.now = MIDNIGHT
    me.talk.presses(ForPeriod("this"))
    (facts,) = asked(sessions)
    assert [line.day for line in facts.lines] == [date(2026, 11, 22)]
    assert (facts.period_to, facts.issued_on) == (date(2026, 11, 22), date(2026, 11, 23))


def test_only_the_days_before_today_in_their_order(me: Student, sessions: Sessions) -> None:
    for slug, code, days in (
        ("today", 10, 0),
        ("yesterday", 74, 1),
        ("before", 8, 2),
        ("last", 9, 300),
        ("old", 5, 900),
    ):
        me.earns(slug, code, me.now - timedelta(days=days))
    for name in ("this", "last", "two"):
        me.talk.presses(ForPeriod(name))
    this, last, two = asked(sessions)
    assert [line.title for line in this.lines] == ["before", "yesterday"]
    assert [line.title for line in last.lines] == ["last"]
    assert [line.title for line in two.lines] == ["last", "before", "yesterday"]
    assert (two.period_from, two.period_to) == (date(2025, 4, 1), date(2026, 11, 21))
    assert (this.half_units, two.half_units) == (4, 6)
    assert this.name == "見本 葵"


def test_a_reversed_credit_is_not_on_it(me: Student, sessions: Sessions) -> None:
    me.earns("kept", 74, me.now - timedelta(days=1))
    me.earns("lost", 8, me.now - timedelta(days=1))
    me.loses("lost")
    me.talk.presses(ForPeriod("this"))
    assert [line.title for line in asked(sessions)[0].lines] == ["kept"]


def test_nothing_at_all_is_a_refusal(me: Student, sessions: Sessions) -> None:
    for name in ("this", "last", "two"):
        with pytest.raises(NothingToCertify):
            me.talk.presses(ForPeriod(name))
    assert asked(sessions) == []
    assert queued(sessions) == []


def test_of_last_year_today_is_not_spoken(me: Student) -> None:
    me.earns("a", 74, me.now)
    with pytest.raises(NothingToCertify):
        me.talk.presses(ForPeriod("last"))


@pytest.mark.parametrize("name", ["", "THIS", "next", "\0"])
def test_a_period_that_was_made_up(me: Student, name: str) -> None:
    with pytest.raises(StaleButton):
        me.talk.presses(ForPeriod(name))


def test_the_same_again_is_the_same_certificate_and_a_new_letter(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now - timedelta(days=1))
    me.talk.says("/certificate 2026/4/1-2026/11/21")
    me.talk.presses(ForPeriod("this"))
    assert len(asked(sessions)) == 1


def test_dates_by_hand_are_asked_for_until_they_are_right(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now - timedelta(days=1))
    me.talk.presses(OwnDates())
    for wrong in ("last year", "2026/11/23-2026/11/24", "2026/9/30-2026/4/1"):
        with pytest.raises(BadPeriod):
            me.talk.says(wrong)
    me.talk.says("２０２６年４月１日から２０２６年１１月２２日まで")
    assert "2026年4月1日" in me.talk.screen.text
    (facts,) = asked(sessions)
    assert facts.period_to == date(2026, 11, 21)
    with sessions.begin() as session:
        assert chats.meet(session, me.talk.house.cipher, 7, "ja", me.now).expects == ""


def test_the_notice_is_queued_once_for_the_next_morning(me: Student, sessions: Sessions) -> None:
    with pytest.raises(StaleButton):
        me.talk.presses(TellMe())
    me.earns("a", 74, me.now)
    assert "お知らせします" in me.talk.presses(TellMe()).toast
    assert "受け付けています" in me.talk.presses(TellMe()).toast
    assert queued(sessions) == [("certificate_ready", datetime(2026, 11, 22, 23, 0, tzinfo=UTC))]


def test_the_notice_of_the_day_after_is_another(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now)
    me.talk.presses(TellMe())
    me.talk.now += timedelta(days=1)
    me.earns("b", 8, me.now)
    me.talk.presses(TellMe())
    assert len(queued(sessions)) == 2


def test_the_paper_speaks_japanese_and_the_chat_english(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now - timedelta(days=1))
    me.talk.language = "en"
    me.talk.presses(ForPeriod("this"))
    assert "Apr" in me.talk.screen.text
    assert asked(sessions)[0].lines[0].code_name == "高血圧症"
    assert me.talk.screen.place is Place.LIVING


def test_a_letter_that_was_queued_is_one_and_due_at_once(me: Student, sessions: Sessions) -> None:
    me.earns("a", 74, me.now - timedelta(days=1))
    me.talk.presses(ForPeriod("this"))
    with sessions.begin() as session:
        (letter,) = letters.claim(session, me.now)
    assert letter.kind == "certificate"
    assert letter.due_at == me.now
