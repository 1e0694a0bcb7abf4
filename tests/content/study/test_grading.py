"""Pinning and grading, against a naive model and at every boundary."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.refusals import NoMoreTests, RetakeLater
from content.rules import Rulebook, Rules
from content.study.course import Course, Kind, Question, Retake, Review
from content.study.grading import Sitting, Taken, admit, bits, percent, pin, state_of

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def a_course(*rights: Sequence[int], choices: int = 5) -> Course:
    """A course whose questions have these right choices."""
    questions = tuple(
        Question(
            number=number,
            text=f"Q{number}",
            choices=tuple(f"Q{number}-{one}" for one in range(1, choices + 1)),
            right=frozenset(right),
            explanation=f"E{number}",
            review=Review(chapter=number, second=10 * number),
        )
        for number, right in enumerate(rights, start=1)
    )
    return Course("sample", "見本", 74, Kind.LECTURE, 2, True, "", (), (), questions, None, Retake())


def seated(course: Course, seed: str = "1") -> Sitting:
    return Sitting(course, pin(course, seed), (0,) * len(course.questions))


def answered(sitting: Sitting, right: int) -> Sitting:
    """The first `right` places answered by the key, the others by one choice that is not in it."""
    ticked = []
    for place in range(1, sitting.asked + 1):
        key = sitting.question(place).right
        other = min(set(range(1, 6)) - key)
        ticked.append(bits(key if place <= right else [other]))
    return replace(sitting, ticked=tuple(ticked))


# --- the order


@given(st.integers(1, 50), st.integers(2, 10), st.text(max_size=12))
def test_every_question_and_every_choice_is_pinned_once(questions: int, choices: int, seed: str) -> None:
    course = a_course(*[[1]] * questions, choices=choices)
    pinned = pin(course, seed)
    assert sorted(one.question for one in pinned) == list(range(1, questions + 1))
    assert all(sorted(one.choices) == list(range(1, choices + 1)) for one in pinned)


def test_an_order_is_given_by_its_seed() -> None:
    course = a_course(*[[1]] * 5)
    assert pin(course, "7:1:1") == pin(course, "7:1:1")
    assert len({pin(course, f"7:1:{number}") for number in range(20)}) > 15


def test_choices_are_shown_and_ticked_in_the_pinned_order() -> None:
    sitting = seated(a_course([2], [1, 3]))
    for place, pinned in enumerate(sitting.pinned, start=1):
        assert sitting.choices(place) == tuple(f"Q{pinned.question}-{number}" for number in pinned.choices)
        for shown, number in enumerate(pinned.choices, start=1):
            assert sitting.bit(place, shown) == 1 << number - 1
            assert replace(sitting, ticked=(1 << number - 1,) * 2).answer(place) == (shown,)


def test_the_key_is_told_in_the_numbers_that_were_shown() -> None:
    sitting = seated(a_course([2, 5], [1]))
    for place in (1, 2):
        right = sitting.question(place).right
        assert {sitting.pinned[place - 1].choices[shown - 1] for shown in sitting.key(place)} == right


@pytest.mark.parametrize("place", [-1, 0, 3, 99])
def test_a_place_that_is_none(place: int) -> None:
    sitting = seated(a_course([1], [1]))
    with pytest.raises(LookupError):
        sitting.question(place)
    with pytest.raises(LookupError):
        sitting.bit(place, 1)


@pytest.mark.parametrize("choice", [-1, 0, 6, 9])
def test_a_choice_that_is_none(choice: int) -> None:
    with pytest.raises(LookupError):
        seated(a_course([1])).bit(1, choice)


def test_what_is_unanswered() -> None:
    sitting = seated(a_course([1], [1], [1]))
    assert sitting.unanswered == (1, 2, 3)
    half = replace(sitting, ticked=(1, 0, 4))
    assert (half.unanswered, half.next_place) == ((2,), 2)
    assert replace(sitting, ticked=(1, 1, 1)).next_place == 0


# --- the mark


@pytest.mark.parametrize(
    ("right", "asked", "state"),
    [
        (3, 5, "failed"),
        (4, 5, "passed"),
        (7, 10, "failed"),
        (8, 10, "passed"),
        (5, 7, "failed"),
        (6, 7, "passed"),
        (2, 3, "failed"),
        (3, 3, "passed"),
        (0, 1, "failed"),
        (1, 1, "passed"),
        (39, 50, "failed"),
        (40, 50, "passed"),
    ],
)
def test_eighty_percent(right: int, asked: int, state: str) -> None:
    sitting = answered(seated(a_course(*[[2]] * asked)), right)
    assert (sitting.right, state_of(sitting, Rules("t"))) == (right, state)


@pytest.mark.parametrize(("right", "state"), [(79, "failed"), (80, "passed")])
def test_seventy_nine_percent_is_not_eighty(right: int, state: str) -> None:
    assert state_of(answered(seated(a_course(*[[2]] * 100)), right), Rules("t")) == state


@pytest.mark.parametrize(("day", "state"), [(date(2016, 3, 31), "passed"), (date(2016, 4, 1), "failed")])
def test_the_mark_is_that_of_the_day(day: date, state: str) -> None:
    assert state_of(answered(seated(a_course(*[[2]] * 5)), 3), Rulebook().at(day)) == state


@pytest.mark.parametrize(("right", "asked", "shown"), [(3, 5, 60), (2, 3, 66), (5, 5, 100), (0, 5, 0), (79, 99, 79)])
def test_a_percentage_is_never_rounded_up(right: int, asked: int, shown: int) -> None:
    assert percent(right, asked) == shown


@pytest.mark.parametrize(
    ("ticked", "right"),
    [([1, 3], 1), ([1], 0), ([3], 0), ([1, 2, 3], 0), ([2], 0), ([], 0)],
)
def test_several_ticks_are_right_only_all_together(ticked: list[int], right: int) -> None:
    assert replace(seated(a_course([1, 3])), ticked=(bits(ticked),)).right == right


def test_wrong_places_point_to_where_the_course_teaches_them() -> None:
    sitting = answered(seated(a_course(*[[2]] * 5)), 3)
    assert [one.place for one in sitting.wrong] == [4, 5]
    assert [one.review for one in sitting.wrong] == [sitting.question(place).review for place in (4, 5)]


RIGHTS = st.lists(st.sets(st.integers(1, 5), min_size=1, max_size=4), min_size=1, max_size=12)


@given(RIGHTS, st.text(max_size=6), st.data())
def test_grading_is_what_a_naive_reader_of_the_screen_would_say(
    rights: list[set[int]], seed: str, data: st.DataObject
) -> None:
    """The naive model compares texts: it ticks what stands beside a number, and looks the text up in the course."""
    course = a_course(*[sorted(one) for one in rights])
    sitting = seated(course, seed)
    taps = data.draw(st.lists(st.sets(st.integers(1, 5), max_size=5), min_size=sitting.asked, max_size=sitting.asked))
    shown = [sitting.choices(place) for place in range(1, sitting.asked + 1)]
    ticked = tuple(sum(sitting.bit(place, tap) for tap in one) for place, one in enumerate(taps, start=1))
    naive = 0
    for texts, tapped in zip(shown, taps, strict=True):
        said = {texts[number - 1] for number in tapped}
        question = next(one for one in course.questions if texts[0] in one.choices)
        naive += said == {question.choices[number - 1] for number in question.right}
    assert replace(sitting, ticked=ticked).right == naive


# --- a further test


@pytest.mark.parametrize(("limit", "sittings"), [(None, 0), (None, 1000), (3, 0), (3, 2)])
def test_a_further_test_is_allowed(limit: int | None, sittings: int) -> None:
    admit(Retake(limit), Taken(sittings, NOW if sittings else None), NOW)


@pytest.mark.parametrize("sittings", [3, 4])
def test_a_limit_counts_every_test(sittings: int) -> None:
    with pytest.raises(NoMoreTests):
        admit(Retake(limit=3), Taken(sittings, None), NOW)


def test_the_wait_after_a_failed_test_ends_at_its_minute() -> None:
    retake, taken = Retake(wait_minutes=30), Taken(1, NOW)
    opens = NOW + timedelta(minutes=30)
    with pytest.raises(RetakeLater) as refused:
        admit(retake, taken, opens - timedelta(seconds=1))
    assert refused.value.at == opens
    admit(retake, taken, opens)
    admit(retake, Taken(1, None), NOW)
