"""The picture of the goal as a value, the choice of its palette, and the shortest way to 60."""

from datetime import date, datetime, timedelta

import pytest

from content.credits.goal import CodeState
from content.rules import begins
from content.values import Theme
from handlers.presses.credits.goal import OpenWay, Paint
from handlers.screens.screen import Place
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests import samples
from tests.student import Student


@pytest.fixture
def student(sessions: Sessions, house: House, now: datetime) -> Student:
    return Student(sessions, house, now)


def _states(student: Student) -> dict[CodeState, list[int]]:
    facts = student.talk.screen.picture
    assert facts is not None
    return {state: [number for number, one in enumerate(facts.states) if one is state] for state in CodeState}


def test_the_picture_knows_each_codes_state_and_says_its_figures(student: Student) -> None:
    student.given(*(samples.course(slug, code=code) for slug, code in (("a", 8), ("b", 74), ("c", 20), ("d", 29))))
    student.earns("a", 8, begins(date(2026, 5, 1)))
    student.earns("b", 74, begins(date(2024, 3, 31)))
    student.earns("c", 20, begins(date(2026, 5, 1)))
    student.loses("c")
    student.talk.says("/credits 図")
    assert student.talk.screen.place is Place.OWN
    states = _states(student)
    assert states[CodeState.EARNED] == [8]
    assert states[CodeState.BEFORE] == [74]
    assert states[CodeState.OPEN] == [29]
    assert len(states[CodeState.NONE]) == 81
    assert student.talk.lines == [
        "<b>認定証（60）に向けて　2024～2026年度</b>",
        "前回の認定証の発行日が未登録のため、直近3年度による見込みです（/settings で登録できます）。",
        "1単位 ＋ 1コード ＝ 2 / 60",
        "あと58",
        "2027年4月1日（木）に期間から外れるものはありません。",
        "コード　期間内に取得 1・取得可能 1・期間より前に取得 1・講座なし 81",
        "取得可能なCC　29",
    ]


def test_a_code_earned_before_that_a_new_course_brings_is_open(student: Student) -> None:
    student.earns("old", 74, begins(date(2020, 5, 1)))
    student.given(samples.course("new", code=74))
    student.talk.says("/credits picture")
    assert _states(student)[CodeState.OPEN] == [74]


def test_the_palette_is_kept_and_the_picture_drawn_anew_in_its_place(student: Student) -> None:
    student.talk.says("/credits 図")
    assert student.talk.labels[:3] == [
        ["次に受講するとよい講座"],
        ["60までの毎月の計画"],
        ["暗くする", "取得単位を見る"],
    ]
    painted = student.talk.taps("暗くする")
    assert painted.place is Place.PRESSED
    assert painted.picture is not None
    assert painted.picture.theme is Theme.DARK
    student.talk.says("/credits 図")
    assert student.talk.labels[2] == ["明るくする", "取得単位を見る"]
    student.talk.presses(Paint(dark=False))
    assert student.talk.labels[2][0] == "暗くする"


def test_the_way_takes_one_course_of_each_new_code_the_most_for_its_time_first(student: Student) -> None:
    student.given(
        samples.course("long", "長い", code=8, chapters=[samples.chapter(1, seconds=3000)]),
        samples.course("short", "短い", code=8, chapters=[samples.chapter(1, source="s.mp4", seconds=600)]),
        samples.course(
            "half", "半分", code=20, half_units=1, chapters=[samples.chapter(1, source="h.mp4", seconds=600)]
        ),
        samples.course("known", "取得済のコード", code=74),
        samples.course("begun", "受講中", code=29, chapters=[samples.chapter(1, source="b.mp4", seconds=900)]),
    )
    student.begins("begun")
    student.watches_some(1, 800)
    student.earns("x", 74, begins(date(2026, 4, 1)))
    student.talk.presses(OpenWay(1))
    assert student.talk.lines == [
        "<b>60に向けて、次に受講するとよい講座</b>",
        "60まで、あと58です。単位と新しいコードの両方を取得できる講座を、短い時間で多く取得できる順に表示します。",
        "",
        "1 受講中（CC 29）　＋2 → 4",
        "▶️ 受講中　1単位と新しいコード　残り1分40秒",
        "2 短い（CC 8）　＋2 → 6",
        "⬜ 未受講　1単位と新しいコード　10分",
        "3 半分（CC 20）　＋1.5 → 7.5",
        "⬜ 未受講　0.5単位と新しいコード　10分",
        "",
        "これらをすべて取得しても、60まであと52.5です。"
        "日医雑誌の問題解答、研修会、申告書、取得済のコードの講座でも取得できます。",
    ]
    assert student.talk.labels == [["1 受講中"], ["2 短い"], ["3 半分"], ["‹ 戻る"]]
    student.talk.taps("2 短い")
    assert student.talk.lines[0].startswith("<b>短い")


def test_the_way_ends_where_60_is_reached(student: Student) -> None:
    for number in range(28):
        student.earns(f"e{number}", number, begins(date(2026, 4, 1)))
    student.given(*(samples.course(f"c{code}", f"講座{code}", code=code) for code in (70, 71, 72)))
    student.talk.presses(OpenWay(1))
    assert student.talk.lines[1].startswith("60まで、あと4です。")
    assert student.talk.lines[-1] == "この2講座で60に達します。"
    for code in (70, 71):
        student.earns(f"c{code}", code, student.now - timedelta(hours=1))
    student.talk.presses(OpenWay(1))
    assert student.talk.lines[1:] == ["60に達しています。"]


def test_without_a_course_of_a_new_code_the_other_ways_are_named(student: Student) -> None:
    student.talk.presses(OpenWay(9))
    assert student.talk.lines[1].startswith("60まで、あと60です。新しいコードを取得できる講座は、現在ありません。")
