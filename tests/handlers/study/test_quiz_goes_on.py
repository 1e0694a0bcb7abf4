"""A test that goes on by itself: after a single choice comes the next question without an answer."""

from datetime import datetime

import pytest

from handlers.presses.study.quiz import Choose
from handlers.turn import House
from storage.engine.sessions import Sessions
from tests.handlers.sitting import Sitter, result
from tests.quizzes import FIVE, MIXED, a_course


@pytest.fixture
def single(sessions: Sessions, house: House, now: datetime) -> Sitter:
    """At the first of five questions, each with one right choice."""
    sitter = Sitter(sessions, house, now, a_course(FIVE), goes_on=True)
    sitter.begins()
    return sitter


def test_five_answers_lead_to_the_page_of_answers(single: Sitter) -> None:
    for place in range(1, 6):
        assert single.place == place
        toast = single.taps("2").toast
        assert toast == f"問{place}の解答 2 を保存しました。"
    assert single.talk.labels[0] == ["採点する"]


def test_it_passes_over_what_is_answered_and_comes_back_to_what_is_not(single: Sitter) -> None:
    single.shows(3)
    single.taps("1")
    assert single.place == 4
    single.shows(2)
    single.taps("1")
    assert single.place == 4, "the third is answered"
    single.shows(5)
    single.taps("1")
    assert single.place == 1, "none is left after the fifth"


def test_an_answer_can_be_changed_and_the_same_one_again_stays(single: Sitter) -> None:
    attempt = single.attempt
    single.taps("1")
    single.shows(1)
    assert single.talk.labels[0] == ["1 ✓", "2", "3", "4", "5"]
    assert single.presses(Choose(attempt, 1, 1)).toast == "問1の解答は1のままです。"
    assert single.place == 1
    assert single.taps("3").toast == "問1の解答 3 を保存しました。"
    assert single.place == 2
    single.shows(1)
    assert single.talk.labels[0] == ["1", "2", "3 ✓", "4", "5"]


def test_with_several_choices_it_waits_for_the_member(sessions: Sessions, house: House, now: datetime) -> None:
    """A whole test of five questions, two of them double, counted as taps: one more for each double one's way on."""
    sitter = Sitter(sessions, house, now, a_course(MIXED), goes_on=True)
    sitter.begins()
    taps = 1
    while "採点する" not in [one.label for one in sitter.talk.buttons]:
        place, several = sitter.place, "複数の解答を選べます。" in sitter.talk.lines
        for number in sitter.key():
            assert sitter.place == place
            sitter.taps(str(number))
            taps += 1
        if several:
            assert sitter.place == place
            sitter.taps("解答を確認する" if place == 5 else f"問{place + 1} ›")
            taps += 1
    sitter.taps("採点する")
    assert taps + 1 == 5 + 2 * 2 + 2
    assert result(sitter.talk.screen).text.startswith("<b>合格です")
