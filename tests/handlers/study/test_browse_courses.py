"""The courses behind a code, and their labels."""

from datetime import datetime

import pytest

from content import curriculum
from content.study.course import CommonLecture, Kind
from handlers.presses.study.browse import LeaveCourse, OpenCode
from handlers.screens.labels import fitted
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests import samples
from tests.student import Student


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def _browses(student: Student) -> None:
    """Four courses in one code, each in another state."""
    common = CommonLecture("必修講習A 感染対策", 2)
    student.given(
        samples.course("a", "あ 診療所の感染対策", 8, common=common, sample=False),
        samples.course("b", "い 手指衛生", 8, kind=Kind.COOPERATION, half_units=1, sample=True),
        samples.course("c", "う 抗菌薬", 8, sample=True),
        samples.course("d", "え 標準予防策", 8, sample=True),
        samples.course("other", code=74),
    )
    student.earns("b", 8, student.now)
    student.begins("b", finished=True)
    student.begins("c")
    student.begins("d", finished=True)
    student.talk.says("/courses")
    student.talk.taps("✅ 8 感染対策")


def test_the_courses_behind_a_code(student: Student) -> None:
    _browses(student)
    assert student.talk.lines == [
        "<b>CC 8 感染対策　コンテンツ一覧</b>",
        "✅ 2026年11月22日（日） b　1単位・生涯教育講座",
        "",
        "4講座あります。受講する講座をお選びください。",
        "",
        "1 あ 診療所の感染対策（CC 8・1単位）",
        "⬜ 未受講　生涯教育講座　専門医共通講習（必修講習A 感染対策 1単位）",
        "",
        "2 い 手指衛生（CC 8・0.5単位）",
        "✅ 受講済　協力講座　見本",
        "",
        "3 う 抗菌薬（CC 8・1単位）",
        "▶️ 受講中　生涯教育講座　見本",
        "",
        "4 え 標準予防策（CC 8・1単位）",
        "✅ 受講済　生涯教育講座　見本",
    ]
    assert student.talk.labels == [
        ["1 あ 診療所の感染対策"],
        ["2 い 手指衛生"],
        ["3 う 抗菌薬"],
        ["4 え 標準予防策"],
        ["‹ 戻る"],
    ]


def test_into_a_course_and_back_to_the_codes(student: Student) -> None:
    _browses(student)
    student.talk.taps("3 う 抗菌薬")
    assert student.talk.lines[0] == "<b>う 抗菌薬（CC 8・1単位）</b>"
    student.talk.taps("‹ 戻る")
    assert student.talk.lines[0] == "<b>CC 8 感染対策　コンテンツ一覧</b>"
    student.talk.taps("‹ 戻る")
    assert "✅ 8 感染対策　2026年度に取得・4講座" in student.talk.lines


@pytest.mark.parametrize("said", ["/courses 74", "/courses CC７４", "/courses 高血圧症"])
def test_a_code_with_one_course_opens_it_and_back_is_the_page_of_the_code(student: Student, said: str) -> None:
    student.given(samples.course(), *(samples.course(f"c{number}", f"題{number}", number) for number in range(1, 9)))
    student.talk.says(said)
    assert student.talk.lines[0] == "<b>高血圧（CC 74・1単位）</b>"
    student.talk.taps("‹ 戻る")
    assert student.talk.labels[:2] == [["74 高血圧症"], ["‹", "2 / 2"]]
    student.talk.taps("74 高血圧症")
    assert student.talk.lines[0] == "<b>高血圧（CC 74・1単位）</b>"


def test_a_code_by_name_says_what_was_earned_of_it_beside_its_only_course(student: Student) -> None:
    student.given(samples.course())
    student.talk.says("/codes 74")
    assert student.talk.labels == [["高血圧"], ["‹ 戻る"]]
    student.talk.taps("‹ 戻る")
    assert "10 / 11" in student.talk.labels[1]


@pytest.mark.parametrize("gone", [74, 5, 84])
def test_back_from_a_course_that_is_no_more_leads_to_the_first_codes(student: Student, gone: int) -> None:
    student.given(samples.course("a", code=8))
    student.talk.presses(LeaveCourse(gone))
    assert student.talk.labels[0] == ["8 感染対策"]


@pytest.mark.parametrize(("courses", "shown"), [(4, 4), (5, 3)])
def test_a_long_list_begins_with_three(student: Student, courses: int, shown: int) -> None:
    student.given(*(samples.course(f"c{number:02}", f"題{number:02}", 74) for number in range(courses)))
    student.talk.says("/courses 74")
    assert [row[0] for row in student.talk.labels[:shown]] == [f"{at} 題{at - 1:02}" for at in range(1, shown + 1)]
    assert (["もっと見る（あと2件）"] in student.talk.labels) is (courses > shown)
    if courses > shown:
        student.talk.taps("もっと見る（あと2件）")
        assert student.talk.labels[4:] == [["5 題04"], ["‹ 戻る"]]


@pytest.mark.parametrize(("courses", "pages"), [(8, 1), (9, 2), (17, 3)])
def test_many_courses_are_paged_and_numbered_through(student: Student, courses: int, pages: int) -> None:
    student.given(*(samples.course(f"c{number:02}", f"題{number:02}", 74) for number in range(courses)))
    student.talk.presses(OpenCode(74, 1, "all"))
    assert student.talk.labels[0] == ["1 題00"]
    assert ([f"1 / {pages}", "›"] in student.talk.labels) is (pages > 1)
    student.talk.presses(OpenCode(74, 99, "all"))
    last = (pages - 1) * 8
    assert student.talk.labels[0] == [f"{last + 1} 題{last:02}"]
    assert student.talk.labels[-2 if pages == 1 else -3] == [f"{courses} 題{courses - 1:02}"]


def test_a_full_page_fits_telegram(student: Student) -> None:
    """The longest names and titles that may be, all at once."""
    common = CommonLecture("必" * 30, 20)
    title = "題" * 60
    student.given(*(samples.course(f"c{number}", title, 74, common=common, half_units=19) for number in range(8)))
    student.talk.presses(OpenCode(74, 1, "all"))
    assert len(student.talk.screen.text) < 4096
    names = sorted((len(code.en) for code in curriculum.load().codes), reverse=True)
    assert sum(names[:8]) < 1000


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("一" * 14, "一" * 14),
        ("一" * 15, "一" * 13 + "…"),
        ("a" * 28, "a" * 28),
        ("a" * 29, "a" * 26 + "…"),
        ("一二三四五六七八九十一二 三四五", "一二三四五六七八九十一二…"),
        ("", ""),
    ],
)
def test_labels_are_cut_to_a_phones_width(title: str, label: str) -> None:
    assert fitted(title) == label
