"""The training for the report on primary care functions, from /fees: a sum of credits over a period, no verdict."""

from datetime import date, datetime

import pytest

from content.refusals import BadPeriod, StaleButton
from content.rules import begins
from content.values import CreditKind
from handlers.presses.credits.function_report import OpenReport, ReportDates
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.student import Student

DAYS = {
    "a": (date(2025, 3, 31), 1, CreditKind.LECTURE),
    "b": (date(2025, 4, 1), 2, CreditKind.JOURNAL),
    "c": (date(2026, 3, 31), 3, CreditKind.TRAINING),
    "d": (date(2026, 4, 1), 4, CreditKind.DECLARATION),
    "e": (date(2026, 11, 22), 5, CreditKind.COOPERATION),
}


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    """Credits of each kind, all of one code, in half-units of 1 to 5 on both sides of each fiscal year's edge."""
    one = Student(sessions, house, now)
    for slug, (day, half_units, kind) in DAYS.items():
        one.earns(slug, 74, begins(day), half_units=half_units, kind=kind)
    return one


def total(student: Student) -> str:
    return student.talk.lines[3].removeprefix("日医生涯教育制度の単位　合計 ")


def test_this_year_as_far_as_it_has_come(student: Student) -> None:
    student.talk.says("/fees")
    student.talk.taps("かかりつけ医機能報告の研修")
    assert student.talk.lines == [
        "<b>かかりつけ医機能報告制度にかかる研修</b>",
        "2026年4月1日（水）から2026年11月22日（日）まで",
        "",
        "日医生涯教育制度の単位　合計 4.5単位",
        "協力講座 2.5単位　申告書 2単位",
        "",
        "座学研修には単位のみを用い、カリキュラムコードは問いません。実地研修はここには含まれません。",
        "修了の申請は、MAMISから所属の郡市区医師会に行います。",
        "医療機関からの報告は、毎年1月から3月までにG-MISで行います。",
        "必要な単位数と対象の期間は、ここでは判定しません。所属の郡市区医師会にご確認ください。",
    ]


@pytest.mark.parametrize(
    ("label", "shown"), [("前年度", "2.5単位"), ("前年度と今年度", "7単位"), ("今年度", "4.5単位")]
)
def test_the_member_picks_the_period(student: Student, label: str, shown: str) -> None:
    student.talk.presses(OpenReport("this"))
    student.talk.taps(label)
    assert total(student) == shown


@pytest.mark.parametrize(
    ("dates", "shown"),
    [("2025/3/31-2025/4/1", "1.5単位"), ("2025/4/1-2026/3/30", "1単位"), ("2025/3/31-2026/11/22", "7.5単位")],
)
def test_or_writes_it(student: Student, dates: str, shown: str) -> None:
    student.talk.presses(ReportDates())
    student.talk.says(dates)
    assert total(student) == shown


def test_a_period_that_is_none(student: Student) -> None:
    student.talk.presses(ReportDates())
    with pytest.raises(BadPeriod):
        student.talk.says("2026/11/22-2026/11/23")
    with pytest.raises(StaleButton):
        student.talk.presses(OpenReport("next"))


def test_in_english_it_judges_nothing_either(student: Student) -> None:
    student.talk.language = "en"
    student.talk.presses(OpenReport("two"))
    assert student.talk.lines[3] == "Continuing education credits: 7 credits in total"
    assert "Your clinic makes its report through G-MIS each year, from January to March." in student.talk.lines
    assert "is not judged here" in student.talk.screen.text
