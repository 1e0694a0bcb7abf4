"""/why by talk: what waits, what is picked, what a name means, and what is none."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event

from content.attendance.checkin import Door
from content.refusals import (
    NoSuchCode,
    NoSuchCourse,
    NoSuchDeclaration,
    NoSuchIssue,
    NoSuchTraining,
    NotLoggedIn,
    StaleButton,
)
from content.rules import begins
from handlers.presses.credits.why import (
    InYear,
    OfCourse,
    OfCredit,
    OfDeclaration,
    OfIssue,
    OfRow,
    OfSpecial,
    OfTraining,
    WhyList,
)
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.trainings import attendances
from tests import issues, samples
from tests.asking import asks, row_of
from tests.storage import training as held
from tests.student import Student
from tests.talk import Talk

DAY = timedelta(days=1)


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def test_nothing_waits_and_everything_can_be_picked(student: Student) -> None:
    assert asks(student, "")[1] == "反映を待っているものはありません。"
    for label, empty in (("講座", "講座の記録は、まだありません。"), ("申告書", "申告書の記録は、まだありません。")):
        asks(student, "")
        student.talk.taps(label)
        assert student.talk.lines[1] == empty


def test_what_is_picked_says_where_it_stands(student: Student, now: datetime) -> None:
    student.given(samples.course())
    student.begins("hypertension")
    with student.sessions.begin() as session:
        issues.publish(session, issues.an_issue(), now)
        one = held.publish(session, held.training(now - 3 * DAY), now - 9 * DAY)
        held.publish(session, held.training(now - 3 * DAY, "elsewhere", title="知らない研修会"), now - 9 * DAY)
        attendances.pass_door(session, student.id, one.id, Door.ENTRY, now - 3 * DAY)
    told = {}
    for label in ("講座", "日医雑誌", "研修会"):
        asks(student, "")
        student.talk.taps(label)
        told[label] = student.talk.lines[1:-2]
    assert told == {
        "講座": ["1　高血圧：未受講の章あり"],
        "日医雑誌": ["1　日医雑誌 2026年12月号　禁煙支援：未提出"],
        "研修会": ["1　11月19日（木） 気管支喘息の長期管理：入室・退室の一方のみ"],
    }


def test_a_text_is_looked_for_as_long_as_the_screens_are_shown(student: Student) -> None:
    student.given(samples.course(), samples.course("dm", "糖尿病", 76), samples.course("dm2", "糖尿病の薬", 76))
    asks(student, "")
    student.talk.says("ｶｯｹ")
    assert student.talk.lines[1] == "「カッケ」という講座・号・研修会は、登録されていません。"
    student.talk.says("糖尿病")
    assert student.talk.lines[1:] == ["1　糖尿病：未受講の章あり", "2　糖尿病の薬：未受講の章あり"]
    student.talk.taps("2")
    assert student.talk.lines[0] == "<b>糖尿病の薬（CC 76・1単位）</b>"


@pytest.mark.parametrize("text", ["84", "-1", "CC 100", "－1", "８４"])
def test_a_number_that_is_no_code(student: Student, text: str) -> None:
    with pytest.raises(NoSuchCode):
        asks(student, text)


@pytest.mark.parametrize("text", ["74", "ＣＣ７４", "cc 74"])
def test_a_code_means_its_courses(student: Student, text: str) -> None:
    student.given(samples.course())
    assert asks(student, text)[0] == "<b>高血圧（CC 74・1単位）</b>"


@pytest.mark.parametrize("text", ["七十四", "%", "_", "'; --", "ほげ" * 40])
def test_a_name_of_nothing_says_what_that_may_mean(student: Student, now: datetime, text: str) -> None:
    with student.sessions.begin() as session:
        held.publish(session, held.training(now - DAY), now - 9 * DAY)
    assert asks(student, text)[3].startswith("研修会は、主催者が登録するまで表示されず")


def test_a_very_long_name(student: Student) -> None:
    assert (
        asks(student, "長" * 101)[1]
        == "名称は100文字までです。記録に変更はありません。短くして、もう一度入力してください。"
    )


@pytest.mark.parametrize(
    ("press", "refusal"),
    [
        (OfCourse(99), NoSuchCourse),
        (OfIssue(99), NoSuchIssue),
        (OfSpecial("nothing"), NoSuchIssue),
        (OfTraining(99), NoSuchTraining),
        (OfCredit(99), StaleButton),
        (OfRow(99, 1), StaleButton),
        (InYear(99, 2026, 1), StaleButton),
        (OfDeclaration(99), NoSuchDeclaration),
        (WhyList("secret", 1), StaleButton),
    ],
)
def test_made_up_buttons(student: Student, press: OfCourse, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        student.talk.presses(press)


def test_the_row_of_another_member_is_nobodys_business(student: Student, house: House, now: datetime) -> None:
    student.earns("a", 8, begins(date(2026, 4, 1)))
    other = Student(student.sessions, house, now, no="1000000002")
    row = row_of(student, "course:a")
    for press in (OfCredit(row), OfRow(row, 1), InYear(row, 2026, 1)):
        with pytest.raises(StaleButton):
            other.talk.presses(press)


def test_a_stranger_is_asked_to_log_in(sessions: Sessions, house: House, now: datetime) -> None:
    with pytest.raises(NotLoggedIn):
        Talk(sessions, house, now, None).says("/why")


def test_in_english(student: Student) -> None:
    student.talk.language = "en"
    student.given(samples.course())
    student.begins("hypertension")
    assert asks(student, "74")[3:5] == [
        "⬜ Chapters still to watch: 1 (1 min 35 s to go), 2 (1 min 35 s to go).",
        "Please watch them; skipped parts don't count.",
    ]


def test_the_first_screen_asks_as_little_of_a_long_programme_as_of_a_short_one(student: Student, now: datetime) -> None:
    asked: list[str] = []
    event.listen(student.sessions.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    counts = []
    for months in (range(1, 3), range(3, 12)):
        for month in months:
            with student.sessions.begin() as session:
                issues.publish(session, issues.an_issue(f"2026-{month:02}"), now)
                held.publish(session, held.training(now - month * DAY, f"talk-{month}"), now - 30 * DAY)
            student.earns(f"c{month}", month, begins(date(2026, 5, month)))
        asks(student, "")
        asked.clear()
        asks(student, "")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_name_that_is_in_every_title_is_looked_up_for_one_page(student: Student, now: datetime) -> None:
    asked: list[str] = []
    event.listen(student.sessions.engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    counts = []
    for numbers in (range(10), range(10, 20)):
        with student.sessions.begin() as session:
            for number in numbers:
                held.publish(session, held.training(now - DAY, f"talk-{number}", title="喘息の治療"), now - 30 * DAY)
        student.given(*(samples.course(f"c{number}", title="喘息の管理") for number in numbers))
        asks(student, "喘息")
        asked.clear()
        asks(student, "喘息")
        counts.append(len(asked))
    assert "ほかに32件あります" in "".join(student.talk.lines)
    assert counts[0] == counts[1]
