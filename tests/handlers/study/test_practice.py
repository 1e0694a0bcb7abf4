"""Practice of the wrong questions of a failed test: what it asks, and what it tells."""

from dataclasses import replace
from datetime import datetime

import pytest

from handlers.presses.study.course import OpenCourse
from handlers.presses.study.practice import Give, Pick, Practise
from handlers.screens.screen import Place
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.handlers.practising import PRACTISE, Practiser
from tests.quizzes import FIVE, KEY, MIXED, a_course
from tests.snapshot import snapshot


@pytest.fixture
def aoi(sessions: Sessions, house: House, now: datetime) -> Practiser:
    """Three of five are right; each question has one right choice."""
    practiser = Practiser(sessions, house, now, a_course(FIVE))
    practiser.fails(3)
    return practiser


def test_each_wrong_question_is_asked_once_more(aoi: Practiser) -> None:
    taught = aoi.talk.lines[2].partition(" → ")[2]
    title, asked, *_ = aoi.practises()
    assert title == "<b>高血圧　練習　1 / 2</b>"
    assert aoi.talk.lines[-1] == "1問につき1回お答えください。テストの記録には残りません。"
    assert aoi.talk.labels == [["1", "2", "3", "4", "5"], ["‹ 戻る"]]
    assert (aoi.talk.screen.place, KEY in aoi.talk.screen.text) == (Place.LIVING, True)
    wrong = str(aoi.slips()[0])
    aoi.taps(wrong)
    assert aoi.talk.lines[-2:] == [f"あなたの解答：{wrong}", f"もう一度：▶ {taught}"]
    assert aoi.talk.labels == [[f"▶ {taught}"], ["次の問題"], ["‹ 戻る"]]
    aoi.taps("次の問題")
    assert aoi.talk.lines[0] == "<b>高血圧　練習　2 / 2</b>"
    assert aoi.talk.lines[1] != asked
    right = str(aoi.key()[0])
    assert aoi.answers_it(rightly=True)[-5:] == [
        f"あなたの解答：{right}",
        "✅ 正解です",
        "",
        "練習は終わりです　2問中1問正解",
        "練習の結果は、テストの記録には残りません。",
    ]
    assert aoi.talk.labels == [["テストを受ける"], ["‹ 戻る"]]


def test_in_english(aoi: Practiser) -> None:
    aoi.practises()
    slip = str(aoi.slips()[0])
    aoi.talk.language = "en"
    aoi.presses(Practise(aoi.failed))
    assert aoi.talk.lines[0] == "<b>高血圧 · Practice · 1 / 2</b>"
    aoi.taps(slip)
    assert aoi.talk.lines[-1].startswith("Once more: ▶ Ch")
    aoi.talk.language = "ja"
    aoi.taps("Next question")
    key = str(aoi.key()[0])
    aoi.talk.language = "en"
    aoi.taps(key)
    assert aoi.talk.lines[-4:] == [
        "✅ Correct",
        "",
        "Practice finished · 1 of 2 correct",
        "Practice leaves no trace in your record of tests.",
    ]


def test_several_choices_are_ticked_and_then_given(sessions: Sessions, house: House, now: datetime) -> None:
    aoi = Practiser(sessions, house, now, a_course(MIXED))
    aoi.fails(0)
    aoi.practises()
    while "複数の解答を選べます。" not in aoi.talk.lines:
        aoi.answers_it(rightly=True)
        aoi.taps("次の問題")
    assert aoi.talk.labels[1:] == [["この解答にする"], ["‹ 戻る"]]
    assert aoi.taps("この解答にする").toast == "選択肢を選んでから押してください。複数の解答を選べます。"
    (one, _), slip = map(str, aoi.key()), str(aoi.slips()[0])
    aoi.taps(one)
    aoi.taps(slip)
    aoi.taps(f"{slip} ✓")
    assert [label for label in aoi.talk.labels[0] if "✓" in label] == [f"{one} ✓"]
    assert aoi.taps("この解答にする").text.split("\n")[-1].startswith("もう一度：")  # one of two is wrong as a whole
    aoi.taps("次の問題")
    while "複数の解答を選べます。" not in aoi.talk.lines:
        aoi.answers_it(rightly=True)
        aoi.taps("次の問題")
    assert "✅ 正解です" in aoi.answers_it(rightly=True)


def test_one_answer_a_question(aoi: Practiser) -> None:
    """A second press on it, a late one and another choice show what was answered, and change nothing."""
    aoi.practises()
    place = aoi.next_place()
    slip, key = aoi.slips()[0], aoi.key()[0]
    told = aoi.presses(Pick(aoi.failed, place, slip))
    before = snapshot(aoi.sessions)
    for press in (Pick(aoi.failed, place, slip), Pick(aoi.failed, place, key), Give(aoi.failed, place)):
        again = aoi.presses(press)
        assert again.toast == "この問題には解答済です。練習で答えられるのは、1問につき1回です。"
        assert replace(again, toast="") == told
    assert snapshot(aoi.sessions) == before
    aoi.fails(3)
    aoi.practises()
    assert "あなたの解答" not in aoi.talk.screen.text


def test_the_end_is_shown_again(aoi: Practiser) -> None:
    aoi.practises()
    aoi.answers_it(rightly=False)
    taught = aoi.talk.lines[-1].removeprefix("もう一度：▶ ")
    aoi.taps("次の問題")
    aoi.answers_it(rightly=True)
    aoi.taps("‹ 戻る")
    assert aoi.talk.labels[:2] == [["テストを受ける"], [PRACTISE]]
    aoi.taps(PRACTISE)
    assert aoi.talk.lines[0] == "<b>高血圧　練習</b>"
    assert aoi.talk.lines[1] == "見直すところ"
    assert aoi.talk.lines[2].endswith(f" → {taught}")
    assert aoi.talk.lines[-2:] == ["練習は終わりです　2問中1問正解", "練習の結果は、テストの記録には残りません。"]
    assert aoi.talk.labels == [[f"▶ {taught}"], ["テストを受ける"], ["‹ 戻る"]]


def test_it_goes_on_where_it_was(aoi: Practiser) -> None:
    aoi.practises()
    aoi.answers_it(rightly=False)
    aoi.taps("次の問題")
    second = aoi.talk.screen
    aoi.presses(OpenCourse(aoi.listed.id))
    assert aoi.taps(PRACTISE) == second


def test_nothing_tells_the_key(sessions: Sessions, house: House, now: datetime) -> None:
    """After wrong answers the screens have the right choice only among the others."""
    aoi = Practiser(sessions, house, now, a_course(MIXED))
    aoi.fails(0)
    aoi.practises()
    for number in range(1, 6):
        choices = aoi.choices
        lines = aoi.answers_it(rightly=False)
        assert aoi.choices == choices
        listed = {f"{shown}　{text}" for shown, text in choices}
        told = [line for line in lines[2:] if line and line not in listed]
        assert [line[:5] for line in told[:2]] == ["あなたの解", "もう一度："]
        assert len(told) == (2 if number < 5 else 4)
        assert KEY not in "".join(told)
        if number < 5:
            aoi.taps("次の問題")
