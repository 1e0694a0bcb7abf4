"""What a member notes of filings and the last 認定証, and how it changes what is read from the record."""

from datetime import date, datetime, timedelta

import pytest

from content.credits.noted import Noted, years_later
from content.refusals import StaleButton
from content.rules import begins
from content.values import CreditKind
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.fees import Rows, UntilToday
from handlers.presses.credits.noted import AskCertified, NoteFilings, OpenNoted
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people import noted
from tests.student import Student

BASE = "合計　1.5時間（要件：連続する2年間に20時間以上）"
LENIENT = "合計　2.5時間（要件：連続する2年間に20時間以上）"


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    """A training of CC 74 of 1.5 hours, and a lecture of CC 74 of 1 hour."""
    one = Student(sessions, house, now)
    one.earns("training", 74, begins(date(2026, 5, 1)), half_units=3, kind=CreditKind.TRAINING)
    one.earns("lecture", 74, begins(date(2026, 6, 1)))
    return one


def kept(student: Student) -> Noted:
    with student.sessions.reading() as session:
        return noted.get(session, student.id)


def chronic(student: Student) -> list[str]:
    student.talk.presses(UntilToday())
    return student.talk.lines


def test_unknown_both_readings_are_shown(student: Student) -> None:
    lines = chronic(student)
    assert (lines[3], LENIENT in lines) == (BASE, True)
    assert "CC 74 高血圧症　1.5時間" in lines
    assert "CC 74 高血圧症　2.5時間" in lines
    assert "届出は2年ごとです。2年間に20時間以上の受講の記録が必要です。" in lines


@pytest.mark.parametrize(
    ("label", "total", "code"),
    [("届出なし", BASE, "1.5時間"), ("1回", BASE, "1.5時間"), ("2回以上", LENIENT, "2.5時間")],
)
def test_who_filed_twice_earns_the_four_codes_by_e_learning_too(
    student: Student, label: str, total: str, code: str
) -> None:
    chronic(student)
    student.talk.taps("届出の回数を登録する")
    student.talk.taps(label)
    lines = chronic(student)
    assert lines[3] == total
    assert f"CC 74 高血圧症　{code}" in lines
    assert not any("届出が2回以上の場合は" in line for line in lines)
    assert any("届出が2回以上のため" in line for line in lines) is (label == "2回以上")
    assert any("基本の要件には算入されません" in line for line in lines) is (label != "2回以上")


def test_the_list_of_credits_follows_the_same_reading(student: Student) -> None:
    here = (date(2024, 11, 23).toordinal(), date(2026, 11, 22).toordinal())
    student.talk.presses(Rows(*here, 1))
    assert "e-ラーニングのCC 29・74・75・76　1時間（算入されません）" in student.talk.lines
    student.talk.presses(NoteFilings(2))
    student.talk.presses(Rows(*here, 1))
    assert "e-ラーニング　1時間" in student.talk.lines


def test_the_next_filing_is_two_years_after_the_last(student: Student) -> None:
    student.talk.says("/settings")
    student.talk.taps("届出・認定証を登録する")
    student.talk.taps("届出の回数を登録する")
    student.talk.taps("2回以上")
    student.talk.says("2025/4/1")
    assert student.talk.lines[1] == "地域包括診療の届出：2回以上（前回 2025年4月1日（火））"
    assert kept(student) == Noted(2, date(2025, 4, 1))
    assert "次の届出：2027年4月1日（木）まで。2年間に20時間以上の受講の記録が必要です。" in chronic(student)


NEXT = "次の届出：2026年11月22日（日）まで。"
OVER = "届出の時期（2026年11月22日（日））を過ぎました。届出がお済みの場合は、その日を登録してください。"


@pytest.mark.parametrize(("days", "said"), [(0, NEXT), (1, OVER)])
def test_a_filing_is_due_until_its_day_and_over_from_the_day_after(student: Student, days: int, said: str) -> None:
    student.talk.presses(NoteFilings(2))
    student.talk.says("2024/11/22")
    student.talk.now += timedelta(days=days)
    assert f"{said}2年間に20時間以上の受講の記録が必要です。" in chronic(student)


@pytest.mark.parametrize(("said", "taken"), [("2026/11/22", True), ("2026/11/23", False), ("そのうち", False)])
def test_a_day_ahead_or_none_is_asked_for_again(student: Student, said: str, taken: bool) -> None:
    student.talk.presses(NoteFilings(1))
    student.talk.says(said)
    assert (kept(student).filed_on is not None) is taken
    student.talk.presses(AskCertified())
    student.talk.says(said)
    assert (kept(student).certified_on is not None) is taken
    if not taken:
        assert "⚠️ 日付を確認できませんでした" in student.talk.screen.text
        student.talk.says("2024/12/1")
        assert kept(student).certified_on == date(2024, 12, 1)


def test_notes_are_taken_back_one_by_one(student: Student) -> None:
    student.talk.presses(AskCertified())
    student.talk.says("2024/12/1")
    student.talk.presses(NoteFilings(2))
    student.talk.says("2025/4/1")
    student.talk.taps("届出の回数を登録する")
    student.talk.taps("登録を取り消す")
    assert kept(student) == Noted(certified_on=date(2024, 12, 1))
    student.talk.taps("認定証の発行日を登録する")
    student.talk.taps("登録を取り消す")
    assert kept(student) == Noted()


@pytest.mark.parametrize("number", [-1, 3])
def test_a_forged_number_is_refused(student: Student, number: int) -> None:
    with pytest.raises(StaleButton):
        student.talk.presses(NoteFilings(number))
    assert kept(student) == Noted()


def test_the_sixty_begins_after_the_last_certificate_on_every_screen(student: Student) -> None:
    """By hand: 2.5 credits and one code of fiscal 2026 make 3.5; 2 credits and a code of fiscal 2024 make 3 more."""
    student.earns("old", 1, begins(date(2024, 5, 1)), half_units=4)
    student.talk.presses(Credits())
    assert "認定証（60）に向けて　2024～2026年度" in student.talk.lines
    assert "4.5単位 ＋ 2コード ＝ 6.5 / 60" in student.talk.lines
    assert any("見込みです" in line for line in student.talk.lines)
    assert "2027年4月1日（木）に3（2単位 ＋ 1コード）が期間から外れ、3.5になります。" in student.talk.lines
    student.talk.taps("60の内訳を見る")
    assert "2024年5月1日" in student.talk.screen.text
    student.talk.presses(AskCertified())
    student.talk.says("2025年12月1日")
    student.talk.presses(Credits())
    assert "認定証（60）に向けて　2025～2027年度" in student.talk.lines
    assert "前回の認定証（2025年12月1日（月）発行）の後の期間です。" in student.talk.lines
    assert "2.5単位 ＋ 1コード ＝ 3.5 / 60" in student.talk.lines
    assert "2027年4月1日（木）に期間から外れるものはありません。" in student.talk.lines
    student.talk.taps("60の内訳を見る")
    assert student.talk.lines[:2] == ["<b>60の内訳　2025～2027年度</b>", "2.5単位 ＋ 1コード ＝ 3.5"]
    assert "2024年5月1日" not in student.talk.screen.text
    student.talk.says("/credits 図")
    facts = student.talk.screen.picture
    assert facts is not None
    assert (facts.goal.window.first, facts.goal.window.last, facts.goal.window.sum.halves) == (2025, 2027, 7)


def test_in_english(student: Student) -> None:
    student.talk.language = "en"
    student.talk.presses(OpenNoted())
    assert student.talk.lines[1:3] == [
        "Filings for comprehensive care: not noted",
        "Last certificate of continuing education: not noted",
    ]
    student.talk.presses(NoteFilings(2))
    assert any("counts too (a ruling of 2018)" in line for line in chronic(student))


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2025, 4, 1), date(2027, 4, 1)),
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2024, 2, 28), date(2026, 2, 28)),
    ],
)
def test_two_years_later(day: date, later: date) -> None:
    assert years_later(day, 2) == later
