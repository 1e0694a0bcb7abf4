"""The reminder's letter: by the record of the moment at which it is sent."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from content.keys.letters import CertificatePaper, Unfinished
from content.refusals import StaleButton
from content.rules import next_morning
from content.values import Reminder
from content.words import speak
from handlers.post import reminder
from handlers.presses.post.reminder import NoMore, Snooze, Stop, WhyThis
from handlers.presses.study.course import OpenCourse
from handlers.presses.study.quiz import Begin
from handlers.screens.screen import Screen
from handlers.turn import House, Turn, Unwanted
from storage.engine.sessions import Sessions
from storage.people import chats, preferences
from storage.people.chat import Caller
from storage.post import letters
from storage.post.letters import Letter
from storage.study import enrolments
from storage.tables import Course
from storage.tables import Letter as Row
from tests import samples
from tests.gallery import gallery
from tests.student import Student

Write = Callable[[str], Screen | Unwanted]


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    """He has begun a course of two chapters and watched the first."""
    student = Student(sessions, house, now)
    student.given(samples.course())
    student.begins("hypertension")
    student.watches(1)
    return student


def written(me: Student, language: str = "ja") -> Screen | Unwanted:
    """The letter as it would be sent three days later."""
    later = me.now + timedelta(days=3)
    with me.sessions.begin() as session:
        chat = chats.meet(session, me.talk.house.cipher, 7, "ja", later)
        turn = Turn(session, chat, later, speak(language), me.talk.house, 1, member=Caller(me.id, can_earn=True))
        letter = Letter(1, me.id, None, Unfinished(me.listed.id), "first", 1, later, later)
        return reminder.write(turn, letter)


def test_it_names_the_course_and_what_is_left_and_leads_there(me: Student) -> None:
    screen = written(me)
    assert isinstance(screen, Screen)
    assert "「高血圧」は受講の途中です" in screen.text
    assert "未受講：第2章" in screen.text
    assert [[button.press for button in row] for row in screen.rows] == [[None], [OpenCourse(me.listed.id)]]
    assert screen.rows[0][0].label == "▶ 高血圧 第2章（1分40秒）"
    assert screen.rows[0][0].url.endswith(f"-{me.listed.films[2]}")


def test_where_all_is_watched_the_test_is_left(me: Student) -> None:
    me.watches(2)
    screen = written(me)
    assert isinstance(screen, Screen)
    assert "残りはセルフアセスメントです" in screen.text
    assert screen.rows[0][0].press == Begin(me.listed.id)


def test_it_speaks_the_language_of_the_chat(me: Student) -> None:
    screen = written(me, "en")
    assert isinstance(screen, Screen)
    assert [row[0].label for row in screen.rows] == ["▶ 高血圧, ch. 2, 1 min 40 s", "See the course"]


@pytest.mark.parametrize(("days", "sent"), [(2, False), (3, True), (4, True)])
def test_it_is_not_sent_when_the_member_has_gone_on(me: Student, days: int, sent: bool) -> None:
    """Since it was queued, or since it was to come again."""
    with me.sessions.begin() as session:
        enrolments.touch(session, me.id, me.listed.id, me.now + timedelta(days=3 - days))
    assert isinstance(written(me), Screen) is sent


def test_it_is_not_sent_when_the_course_is_finished(me: Student) -> None:
    with me.sessions.begin() as session:
        enrolments.finish(session, me.id, me.listed.id, me.now)
    assert written(me) == Unwanted("the course is finished")


def test_nor_when_the_course_is_withdrawn(me: Student) -> None:
    with me.sessions.begin() as session:
        session.get_one(Course, me.listed.id).edition_id = None
    assert isinstance(written(me), Unwanted)


STOPPED = {
    Reminder.COURSE: "次のお知らせを止めました：受講途中の講座。",
    Reminder.JOURNAL: "次のお知らせを止めました：未提出の日医雑誌の解答。",
    Reminder.DECLARATION: "次のお知らせを止めました：申告書の下書き。",
    Reminder.YEAR_END: "次のお知らせを止めました：年度末までに必要な単位。",
    Reminder.FALLING: "次のお知らせを止めました：期間から外れる単位。",
    Reminder.TRAINING: "次のお知らせを止めました：ご希望の研修会。",
    Reminder.PLAN: "次のお知らせを止めました：毎月の計画。",
    Reminder.NEW_COURSES: "次のお知らせを止めました：新しい講座（未取得のカリキュラムコード）。",
}


def wanted(me: Student) -> frozenset[Reminder]:
    with me.sessions.begin() as session:
        return preferences.get(session, me.id).reminders


@pytest.mark.parametrize("kind", Reminder)
def test_the_button_stops_one_kind_and_names_it(me: Student, kind: Reminder) -> None:
    for _ in range(2):
        said = me.talk.presses(Stop(kind.value)).toast
        assert (
            said == f"{STOPPED[kind]}ほかのお知らせは、これまでどおりお送りします。/settings でいつでも再開できます。"
        )
        assert wanted(me) == frozenset(Reminder) - {kind}


def test_what_is_sent_has_the_button_of_each_kind() -> None:
    found: dict[str, set[str]] = {}
    for one in gallery().values():
        presses = [button.press for row in one.screen.rows for button in row]
        for press in presses:
            if isinstance(press, Stop):
                found.setdefault(one.function, set()).add(press.kind)
    assert found == {
        "trainings.awaited.opened": {"training"},
        "post.reminder.with_ways": {"course"},
        "post.reminder.reasons": {kind.value for kind in Reminder},
    }


def test_the_button_of_an_older_letter_stops_every_kind(me: Student) -> None:
    said = me.talk.presses(NoMore()).toast
    assert said == "お知らせをすべて止めました。/settings でいつでも再開できます。"
    assert not wanted(me)


def test_a_forged_kind_stops_nothing(me: Student) -> None:
    with pytest.raises(StaleButton):
        me.talk.presses(Stop("radio"))
    assert wanted(me) == frozenset(Reminder)


def sent(me: Student) -> int:
    """The reminder of the course was sent; its number."""
    with me.sessions.begin() as session:
        assert letters.put(session, member_id=me.id, key=Unfinished(me.listed.id), slot="first", at=me.now)
        (claimed,) = letters.claim(session, me.now)
        letters.settle(session, claimed, "sent", me.now)
    return claimed.id


def waiting(me: Student) -> list[tuple[str, datetime]]:
    with me.sessions.reading() as session:
        found = session.execute(select(Row).where(Row.state == "waiting").order_by(Row.id)).scalars()
        return [(row.subject, row.due_at) for row in found]


def test_it_comes_again_on_the_next_morning_once_however_often_it_is_pressed(me: Student) -> None:
    number, subject = sent(me), f"course:{me.listed.id}"
    for _ in range(2):
        assert me.talk.presses(Snooze(number)).toast.startswith("11月23日（月）8:00に、もう一度お知らせします。")
    assert waiting(me) == [(subject, next_morning(me.now))]
    me.talk.now = next_morning(me.now)
    with me.sessions.begin() as session:
        (again,) = letters.claim(session, me.talk.now)
        letters.settle(session, again, "sent", me.talk.now)
    me.talk.presses(Snooze(again.id))
    me.talk.presses(Snooze(number))
    assert waiting(me) == [(subject, next_morning(me.talk.now))], "the second letter is about the same as the first"


@pytest.mark.parametrize("press", [Snooze, WhyThis])
def test_a_letter_of_somebody_else_or_of_another_sort_has_no_such_ways(
    me: Student, press: type[Snooze | WhyThis]
) -> None:
    with me.sessions.begin() as session:
        other = samples.member(session, me.now, no="9")
        letters.put(session, member_id=other, key=Unfinished(1), slot="first", at=me.now)
        letters.put(session, member_id=me.id, key=CertificatePaper(1), slot="1", at=me.now)
        numbers = list(session.execute(select(Row.id)).scalars())
    for number in (*numbers, 0, numbers[-1] + 1):
        with pytest.raises(StaleButton):
            me.talk.presses(press(number))
    assert len(waiting(me)) == len(numbers)


def test_it_says_why_it_came(me: Student) -> None:
    said = me.talk.presses(WhyThis(sent(me)))
    assert said.alert
    assert said.toast.startswith("受講を始めた講座があり、最後に受講した日から3日以上たったため、お送りしました。")
    assert "/settings" in said.toast
