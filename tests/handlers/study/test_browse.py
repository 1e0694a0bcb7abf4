"""Curriculum codes in pages, and the courses behind a code."""

from datetime import datetime

import pytest

from content.refusals import NoCourses, NoSuchCode
from content.study.course import Kind
from handlers.presses.study.browse import Codes, OpenCode
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests import samples
from tests.student import Student


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def test_the_codes_from_the_first(student: Student) -> None:
    student.given(samples.course("a", code=1), samples.course("b", code=7), samples.course("c", code=7))
    student.earns("b", 7, student.now)
    student.talk.says("/codes")
    assert student.talk.lines == [
        "<b>カリキュラムコード別一覧</b>",
        "全単位・CC　84コード",
        "取得済 1コード（うち2024～2026年度 1）",
        "",
        "0 その他　講座なし",
        "⬜ 1 医師のプロフェッショナリズム　1講座",
        "2 医療倫理：臨床倫理　講座なし",
        "3 医療倫理：研究倫理と生命倫理　講座なし",
        "4 医師－患者関係とコミュニケーション　講座なし",
        "5 心理社会的アプローチ　講座なし",
        "6 医療制度と法律　講座なし",
        "✅ 7 医療の質と安全　2026年度に取得・2講座",
        "",
        "✅ 取得済　⬜ 未取得　コードを押すと、そのコンテンツが表示されます。",
    ]
    assert student.talk.labels == [
        ["1 医師のプロフェッショナリ…"],
        ["✅ 7 医療の質と安全"],
        ["1 / 11", "›"],
        ["0～23", "24～47", "48～71", "72～83"],
        ["生涯教育講座・協力講座"],
        ["未取得のコード"],
        ["次に受講するとよい講座"],
        ["‹ 戻る"],
    ]


def test_in_english(student: Student) -> None:
    student.talk.language = "en"
    student.given(samples.course(code=1))
    student.talk.says("/codes")
    assert student.talk.lines[1] == "All credits and codes: 84 codes"
    assert student.talk.lines[2] == "0 codes earned, 0 of them in fiscal 2024–2026"
    assert student.talk.lines[4] == "0 Other: no courses"
    assert student.talk.lines[5] == "⬜ 1 Medical professionalism: 1 course"


def test_every_code_is_on_one_page_and_84_on_none(student: Student) -> None:
    student.talk.says("/codes")
    seen = []
    for page in range(1, 12):
        assert student.talk.labels[0][-2 if page < 11 else -1] == f"{page} / 11"
        seen += [int(line.split()[0]) for line in student.talk.lines if line.endswith("　講座なし")]
        if page < 11:
            student.talk.taps("›")
    assert seen == list(range(84))
    assert "›" not in student.talk.labels[0]


@pytest.mark.parametrize(("jump", "first"), [("24～47", 24), ("72～83", 72), ("0～23", 0)])
def test_jumps_lead_to_the_page_they_begin_with(student: Student, jump: str, first: int) -> None:
    student.talk.presses(Codes(6, "all"))
    student.talk.taps(jump)
    assert student.talk.lines[4].startswith(f"{first} ")


def test_an_earned_code_without_content_keeps_its_mark(student: Student) -> None:
    student.earns("gone", 3, student.now)
    student.talk.says("/codes")
    assert "✅ 3 医療倫理：研究倫理と生命倫理　2026年度に取得・講座なし" in student.talk.lines
    assert not any(label.startswith(("3 ", "✅")) for row in student.talk.labels for label in row)


@pytest.mark.parametrize("way", [("/courses",), ("/codes", "生涯教育講座・協力講座")])
def test_courses_opens_on_the_codes_with_courses(student: Student, way: tuple[str, ...]) -> None:
    student.given(samples.course("a", code=74), samples.course("b", code=8, kind=Kind.COOPERATION))
    student.talk.says(way[0])
    for label in way[1:]:
        student.talk.taps(label)
    assert student.talk.lines[1:6] == [
        "生涯教育講座・協力講座　2コード",
        "取得済 0コード（うち2024～2026年度 0）",
        "",
        "⬜ 8 感染対策　1講座",
        "⬜ 74 高血圧症　1講座",
    ]
    assert student.talk.labels == [
        ["8 感染対策", "74 高血圧症"],
        ["全単位・CC", "未取得のコード"],
        ["次に受講するとよい講座"],
        ["‹ 戻る"],
    ]
    student.talk.taps("74 高血圧症")
    student.talk.taps("‹ 戻る")
    assert student.talk.lines[1] == "生涯教育講座・協力講座　2コード"
    student.talk.taps("全単位・CC")
    assert student.talk.lines[1] == "全単位・CC　84コード"


def test_the_other_tab_of_an_empty_programme(student: Student) -> None:
    student.talk.presses(Codes(1, "courses"))
    assert student.talk.lines[-1] == "現在、公開されている講座はありません。"
    assert student.talk.labels == [["全単位・CC", "未取得のコード"], ["次に受講するとよい講座"], ["‹ 戻る"]]


@pytest.mark.parametrize(
    ("said", "raised"),
    [
        ("/courses 77", NoCourses(77)),
        ("/courses CC０", NoCourses(0)),
        ("/courses 83", NoCourses(83)),
        ("/courses 84", NoSuchCode()),
        ("/courses -1", NoSuchCode()),
        ("/courses 9999999", NoSuchCode()),
    ],
)
def test_a_code_that_has_no_courses_says_so(student: Student, said: str, raised: NoCourses | NoSuchCode) -> None:
    with pytest.raises(type(raised)) as refused:
        student.talk.says(said)
    assert vars(refused.value) == vars(raised)


@pytest.mark.parametrize("said", ["/courses x y", "/courses 　", "/courses いろは", "/courses 医療"])
def test_junk_after_the_command_is_not_read(student: Student, said: str) -> None:
    student.talk.says(said)
    assert student.talk.lines[0] == "<b>カリキュラムコード別一覧</b>"


@pytest.mark.parametrize(
    ("code", "raised"), [(77, NoCourses), (84, NoSuchCode), (-1, NoSuchCode), (2_000_000_000, NoSuchCode)]
)
def test_a_forged_code_opens_nothing(student: Student, code: int, raised: type[Exception]) -> None:
    with pytest.raises(raised):
        student.talk.presses(OpenCode(code, 1, "all"))


@pytest.mark.parametrize(("page", "view", "first"), [(-3, "all", "0 "), (99, "all", "80 "), (2, "forged", "8 ")])
def test_forged_pages_and_views_are_the_nearest(student: Student, page: int, view: str, first: str) -> None:
    student.talk.presses(Codes(page, view))
    assert student.talk.lines[4].startswith(first)


def test_somebody_who_is_not_logged_in_reads_codes_and_courses(student: Student) -> None:
    student.given(samples.course(), samples.course("a", "甲", 8), samples.course("b", "乙", 8))
    student.talk.member = None
    student.talk.says("/courses")
    assert student.talk.lines == [
        "<b>カリキュラムコード別一覧</b>",
        "生涯教育講座・協力講座　2コード",
        "講座の一覧は、どなたでもご覧になれます。受講と単位の取得には、ログインが必要です。",
        "",
        "8 感染対策　2講座",
        "74 高血圧症　1講座",
    ]
    assert student.talk.labels == [["8 感染対策", "74 高血圧症"], ["ログインする"], ["全単位・CC"], ["‹ 戻る"]]
    student.talk.taps("8 感染対策")
    assert student.talk.lines[-1] == "生涯教育講座"
    assert student.talk.labels == [["1 乙"], ["2 甲"], ["ログインする"], ["‹ 戻る"]]
    student.talk.taps("2 甲")
    assert student.talk.lines[0].startswith("<b>甲（CC 8")
    student.talk.taps("‹ 戻る")
    assert student.talk.labels[0] == ["1 乙"]
    student.talk.taps("‹ 戻る")
    student.talk.taps("全単位・CC")
    assert student.talk.lines[1] == "全単位・CC　84コード"
    assert not any("取得" in line for line in student.talk.lines[3:])
    assert ["1 / 11", "›"] in student.talk.labels


def test_somebody_who_is_not_logged_in_sees_a_course_without_films_and_test(student: Student) -> None:
    student.given(samples.course())
    student.talk.member = None
    for way in (Codes(1, "all"), OpenCode(74, 0, "courses")):
        student.talk.presses(way)
    lines = student.talk.lines
    assert lines[0] == "<b>高血圧（CC 74・1単位）</b>"
    assert "総監修：見本 一郎" in lines[1]
    assert any(line.startswith("第1章 ") for line in lines)
    assert lines[-2:] == [
        "動画の視聴とテストには、会員のログインが必要です。",
        "ログインすると、この画面が開きます（24時間以内）。日本医師会会員の方が対象です。",
    ]
    assert student.talk.labels == [["ログインする"], ["コードを見る"], ["‹ 戻る"]]
    assert not any(button.url or button.mini_app for button in student.talk.buttons)
    student.talk.taps("‹ 戻る")
    assert student.talk.lines[1] == "生涯教育講座・協力講座　1コード"


@pytest.mark.parametrize(("code", "raised"), [(77, NoCourses), (84, NoSuchCode), (-1, NoSuchCode)])
def test_a_forged_code_opens_nothing_without_a_log_in_either(
    student: Student, code: int, raised: type[Exception]
) -> None:
    student.talk.member = None
    for press in (OpenCode(code, 0, "all"), OpenCode(code, 99, "missing")):
        with pytest.raises(raised):
            student.talk.presses(press)
