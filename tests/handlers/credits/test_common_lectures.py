"""専門医共通講習 from /fees: figures by category and fiscal year, by their official names, without a verdict."""

from datetime import date, datetime

import pytest

from content.rules import begins
from content.study.course import CommonLecture
from handlers.presses.credits.common_lectures import OpenCommon
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests import samples
from tests.student import Student


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def takes(student: Student, slug: str, category: str, half_units: int, day: date) -> None:
    student.talk.now = begins(day, 10)
    student.given(samples.course(slug, code=8, common=CommonLecture(category, half_units)))
    student.watches(1, 2)
    student.sits("passed")


def test_the_years_and_categories(student: Student) -> None:
    takes(student, "a", "必修講習A 感染対策", 2, date(2026, 3, 31))
    takes(student, "b", "任意講習 災害医療", 2, date(2026, 4, 1))
    takes(student, "c", "必修講習A 感染対策", 1, date(2026, 5, 1))
    takes(student, "d", "必修講習A 感染対策", 2, date(2026, 6, 1))
    student.talk.says("/fees")
    student.talk.taps("専門医共通講習を見る")
    assert student.talk.lines == [
        "<b>専門医共通講習</b>",
        "カテゴリー別・年度別の単位です。認定証の60には含まれません。",
        "",
        "2026年度",
        "必修講習A 感染対策　1.5単位",
        "任意講習 災害医療　1単位",
        "",
        "2025年度",
        "必修講習A 感染対策　1単位",
        "",
        "更新に必要な単位は、専門領域と更新の年によって異なるため、ここでは判定しません。所属の学会にご確認ください。",
    ]
    student.talk.taps("‹ 戻る")
    assert student.talk.lines[0] == "<b>診療報酬などの研修</b>"


def test_none_yet_and_in_english(student: Student) -> None:
    student.talk.presses(OpenCommon(1))
    assert "専門医共通講習の単位は、まだありません。" in student.talk.lines
    takes(student, "a", "必修講習B 地域医療", 2, date(2026, 5, 1))
    student.talk.language = "en"
    student.talk.presses(OpenCommon(7))
    assert student.talk.lines[3:5] == ["Fiscal 2026", "Compulsory B (必修講習B 地域医療): 1 credit"]
