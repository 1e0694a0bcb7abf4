"""/codes: what was earned of each code, by which of the guide's two views, and what the goal still lacks."""

from datetime import date, datetime

import pytest

from content.rules import begins
from content.values import CreditKind
from handlers.presses.study.browse import Codes, OpenCode
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests import samples
from tests.student import Student


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    one = Student(sessions, house, now)
    one.given(samples.course("a", "甲", code=8), samples.course("b", "乙", code=74), samples.course("c", "丙", code=8))
    return one


def test_each_view_counts_what_its_contents_brought(student: Student) -> None:
    student.earns("x", 1, begins(date(2026, 4, 1)), kind=CreditKind.JOURNAL)
    student.earns("y", 2, begins(date(2026, 4, 1)), kind=CreditKind.TRAINING)
    student.earns("b", 74, begins(date(2026, 4, 1)))
    student.talk.says("/codes")
    assert student.talk.lines[:4] == [
        "<b>カリキュラムコード別一覧</b>",
        "全単位・CC　84コード",
        "取得済 2コード（うち2024～2026年度 2）",
        "ほかに研修会・申告書で取得済 1コード（うち2024～2026年度 1）",
    ]
    assert "✅ 1 医師のプロフェッショナリズム　2026年度に取得・講座なし" in student.talk.lines
    assert "✅ 2 医療倫理：臨床倫理　2026年度に研修会・申告書で取得・講座なし" in student.talk.lines
    student.talk.taps("生涯教育講座・協力講座")
    assert student.talk.lines[2] == "取得済 1コード（うち2024～2026年度 1）"
    assert student.talk.lines[4:6] == ["⬜ 8 感染対策　2講座", "✅ 74 高血圧症　2026年度に取得・1講座"]


def test_a_code_of_both_counts_once_as_what_the_guide_s_tab_holds(student: Student) -> None:
    student.earns("y", 8, begins(date(2025, 7, 1)), kind=CreditKind.TRAINING)
    student.earns("z", 83, begins(date(2023, 7, 1)), kind=CreditKind.DECLARATION)
    student.talk.says("/codes")
    assert student.talk.lines[2:4] == [
        "取得済 0コード（うち2024～2026年度 0）",
        "ほかに研修会・申告書で取得済 2コード（うち2024～2026年度 1）",
    ]
    student.earns("x", 8, begins(date(2026, 4, 1)), kind=CreditKind.JOURNAL)
    student.talk.says("/codes")
    assert student.talk.lines[2:4] == [
        "取得済 1コード（うち2024～2026年度 1）",
        "ほかに研修会・申告書で取得済 1コード（うち2024～2026年度 0）",
    ]
    assert student.talk.says("/codes 8").text.count("✅") == 2


@pytest.mark.parametrize(
    ("day", "lacks"), [(date(2024, 3, 31), ["8 感染対策", "74 高血圧症"]), (date(2024, 4, 1), ["8 感染対策"])]
)
def test_what_the_goal_lacks_and_a_course_brings(student: Student, day: date, lacks: list[str]) -> None:
    student.earns("b", 74, begins(day))
    student.talk.says("/codes")
    student.talk.taps("未取得のコード")
    assert student.talk.labels[0] == lacks
    marked = [line for line in student.talk.lines if line.startswith(("✅", "⬜"))]
    assert [line.split()[1] for line in marked[:-1]] == [label.split()[0] for label in lacks]
    assert all(line.startswith("⬜") for line in marked)
    assert marked[-1] == "⬜ 2024～2026年度に未取得　コードを押すと、そのコンテンツが表示されます。"
    student.talk.taps("8 感染対策")
    assert [label for row in student.talk.labels for label in row] == ["1 丙", "2 甲", "‹ 戻る"]
    student.talk.taps("‹ 戻る")
    assert student.talk.labels[0] == lacks


def test_a_code_shows_what_was_earned_of_it_though_it_has_no_course_now(student: Student) -> None:
    student.earns("x", 83, begins(date(2025, 7, 1)), kind=CreditKind.DECLARATION, title="学会")
    student.talk.says("/codes 83")
    assert student.talk.lines == [
        "<b>CC 83 相補・代替医療（漢方医療を含む）　コンテンツ一覧</b>",
        "✅ 2025年7月1日（火） 学会　1単位・申告書",
        "",
        "現在、公開されている講座はありません。",
    ]
    student.talk.taps("‹ 戻る")
    assert student.talk.lines[5].startswith("80 ")


def test_a_code_that_left_the_list_leads_back_to_its_first_page(student: Student) -> None:
    student.earns("a", 8, begins(date(2026, 4, 1)))
    student.talk.presses(OpenCode(8, 1, "missing"))
    assert student.talk.buttons[-1].press == Codes(1, "missing")
