"""The questions of a self-assessment, and the page of answers."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from content.refusals import (
    RetakeLater,
)
from content.rules import Rules
from content.study.course import Question, Review
from content.study.grading import Attempt, Chosen, Sitting, pin
from content.words import EN, JA, Words
from handlers.press import MOST
from handlers.presses.study.quiz import Begin, Choose, Grade, Untick
from handlers.presses.study.quiz import Review as ReviewPress
from handlers.screens.screen import Place
from handlers.screens.study import quiz
from handlers.screens.study import quiz_result as results
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from tests import samples
from tests.handlers.sitting import Sitter, record, result
from tests.talk import Talk

CHOICES = [["1", "2", "3", "4", "5"]]


@pytest.fixture
def aoi(sessions: Sessions, house: House, now: datetime) -> Sitter:
    return Sitter(sessions, house, now)


# --- one question at a time


def test_a_question(single: Sitter) -> None:
    title, question, gap, *choices = single.talk.lines
    assert title == "<b>高血圧　セルフアセスメント　問1 / 5</b>"
    assert re.fullmatch(r"Q\d", question)
    assert gap == ""
    assert [line[:2] for line in choices] == ["1　", "2　", "3　", "4　", "5　"]
    assert single.talk.labels == [*CHOICES, ["問2 ›"], ["中断する"]]
    assert (single.talk.screen.place, single.talk.screen.toast) == (Place.LIVING, "")


def test_a_question_in_english(single: Sitter) -> None:
    single.talk.language = "en"
    single.begins()
    assert single.talk.lines[0] == "<b>高血圧 · Self-assessment · Question 1 / 5</b>"
    assert single.talk.labels == [*CHOICES, ["Q2 ›"], ["Pause"]]


def test_the_way_through_the_questions(single: Sitter) -> None:
    single.taps("問2 ›")
    assert single.talk.labels[1:] == [["‹ 問1", "問3 ›"], ["中断する"]]
    for place in (3, 4, 5):
        single.taps(f"問{place} ›")
    assert single.talk.labels[1:] == [["‹ 問4", "解答を確認する"], ["中断する"]]
    single.taps("‹ 問4")
    assert single.place == 4


def test_a_tap_is_marked_and_said_to_be_saved(single: Sitter) -> None:
    assert single.taps("3").toast == "問1の解答 3 を保存しました。"
    assert single.talk.labels[0] == ["1", "2", "3 ✓", "4", "5"]


def test_another_choice_takes_the_place_of_the_first(single: Sitter) -> None:
    single.taps("3")
    assert single.taps("5").toast == "問1の解答 5 を保存しました。"
    assert single.talk.labels[0] == ["1", "2", "3", "4", "5 ✓"]


def test_a_ticked_choice_tapped_again_stays(single: Sitter, sessions: Sessions) -> None:
    once = single.taps("3")
    before = record(sessions)
    again = single.taps("3 ✓")
    assert again.toast == "問1の解答は3のままです。"
    assert replace(again, toast="") == replace(once, toast="")
    assert record(sessions) == before


def to_several(sitter: Sitter) -> None:
    sitter.begins()
    while "複数の解答を選べます。" not in sitter.talk.lines:
        sitter.taps(f"問{sitter.place + 1} ›")


def test_several_choices_are_ticked_and_unticked(aoi: Sitter) -> None:
    to_several(aoi)
    place = aoi.place
    aoi.taps("2")
    assert aoi.taps("4").toast == f"問{place}の解答 2・4 を保存しました。"
    assert aoi.talk.labels[0] == ["1", "2 ✓", "3", "4 ✓", "5"]
    assert aoi.taps("2 ✓").toast == f"問{place}の解答 4 を保存しました。"
    assert aoi.taps("4 ✓").toast == f"問{place}は未解答に戻りました。"
    assert aoi.talk.labels[0] == CHOICES[0]


def test_a_double_tap_is_one_tap_for_several_choices_too(aoi: Sitter) -> None:
    to_several(aoi)
    aoi.taps("2")
    press = Choose(aoi.attempt, aoi.place, 2)
    assert aoi.presses(press).toast == f"問{aoi.place}の解答は2のままです。"
    assert aoi.talk.labels[0] == ["1", "2 ✓", "3", "4", "5"]
    untick = Untick(aoi.attempt, aoi.place, 2)
    aoi.presses(untick)
    assert aoi.presses(untick).toast == f"問{aoi.place}は未解答のままです。"
    assert aoi.talk.labels[0] == CHOICES[0]


def test_the_page_of_answers_is_near_once_all_are_given(single: Sitter) -> None:
    single.answers(5)
    single.taps("問2")
    assert single.talk.labels[-1] == ["中断する", "解答を確認する"]


# --- the page of answers


def test_answers_with_one_missing(single: Sitter) -> None:
    for place in (1, 2, 3, 5):
        single.shows(place)
        single.taps(str(place))
    single.taps("解答を確認する")
    assert single.talk.lines == [
        "<b>高血圧　セルフアセスメント　解答の確認</b>",
        "問1：1　問2：2　問3：3",
        "問5：5",
        "⚠️ 未解答：問4",
        "",
        "未解答が1問あります。すべて答えると採点できます。これまでの解答は保存されています。",
    ]
    assert single.talk.labels == [["問4に答える"], ["問1", "問2", "問3", "⚠️ 問4", "問5"], ["中断する"]]
    single.taps("⚠️ 問4")
    assert single.place == 4


def test_the_likely_next_step_is_the_first_missing_question(single: Sitter) -> None:
    single.shows(2)
    single.taps("1")
    single.presses(ReviewPress(single.attempt))
    assert single.talk.lines[2] == "⚠️ 未解答：問1、問3、問4、問5"
    single.taps("問1に答える")
    assert single.place == 1


def test_all_answers_given(single: Sitter) -> None:
    single.answers(5)
    assert single.talk.lines[3:] == ["", "5問中4問以上の正解で合格です。採点すると、今回の解答は変更できません。"]
    assert single.talk.labels == [["採点する"], ["問1", "問2", "問3", "問4", "問5"], ["中断する"]]


def test_an_answer_can_be_changed_until_grading(single: Sitter) -> None:
    single.answers(3)
    single.taps("問4")
    single.answers_here(rightly=True)
    single.taps("解答を確認する")
    assert "合格です" in result(single.taps("採点する")).text


def test_grading_with_a_question_open_goes_to_that_question(single: Sitter, sessions: Sessions) -> None:
    for place in (1, 2, 4, 5):
        single.shows(place)
        single.answers_here(rightly=True)
    before = record(sessions)
    screen = single.presses(Grade(single.attempt))
    assert single.place == 3
    assert screen.toast == "未解答が1問あります。すべて答えると採点できます。これまでの解答は保存されています。"
    assert record(sessions) == before


# --- Telegram's limits


def the_largest() -> Sitting:
    """A course at every limit of the package, with all that can be ticked ticked."""
    question = Question(
        number=1,
        text="問" * 500,
        choices=tuple(f"{number}{'あ' * 99}" for number in range(10)),
        right=frozenset(range(1, 10)),
        explanation="説" * 1000,
        review=Review(chapter=1, second=90),
    )
    questions = tuple(
        replace(question, number=number, review=Review(number % 30 + 1, second=3599)) for number in range(1, 51)
    )
    course = replace(samples.course(title="高" * 30), questions=questions)
    return Sitting(course, pin(course, "1"), (2**10 - 1,) * 50)


@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
def test_the_largest_course_fits(words: Words) -> None:
    sitting = the_largest()
    attempt = Attempt(MOST, MOST, MOST, "open", None, sitting)
    empty = replace(attempt, sitting=replace(sitting, ticked=(0,) * 50))
    places = [results.Place(chapter, 5998, "https://tani.example/watch") for chapter in range(1, 31)]
    failure = results.Failure(80, places, True, RetakeLater(datetime(2026, 11, 22, tzinfo=UTC)), True)
    screens = [
        quiz.chosen(Chosen(attempt, changed=True), 50, words),
        quiz.chosen(Chosen(attempt, changed=False), 49, words),
        quiz.review(attempt, Rules("t"), words),
        quiz.review(empty, Rules("t"), words, toast=words.quiz.not_gradable(empty.sitting.unanswered)),
        results.failed(attempt, failure, words),
        results.explanation(attempt, 49, words),
        results.passed(attempt, results.ChaptersLeft(tuple(range(1, 31))), words),
    ]
    for screen in screens:
        assert len(re.sub(r"</?b>", "", screen.text)) <= 4096
        assert sum(len(row) for row in screen.rows) <= 100
        assert all(len(row) <= 8 for row in screen.rows)
        assert all(len(button.press.pack()) <= 64 for row in screen.rows for button in row if button.press)
        assert len(screen.toast) <= 200


def test_who_asks_for_a_test_in_another_chat_gets_the_same_one(
    single: Sitter, sessions: Sessions, house: House, now: datetime
) -> None:
    single.taps("3")
    other = Talk(sessions, house, now, Caller(single.id, True))
    other.presses(Begin(single.listed.id))
    assert other.screen.subject == single.talk.screen.subject
