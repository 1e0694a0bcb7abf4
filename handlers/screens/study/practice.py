"""Practice of the wrong questions of a failed test: a question, what came of its answer, and the end. Never the key."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.absence import given
from content.refusals import Refusal
from content.study.practice import Practice
from content.words import Words
from handlers.presses.study.practice import Give, Pick, Practise, Unpick
from handlers.presses.study.quiz import Begin
from handlers.screens import asking, refusal
from handlers.screens.screen import Button, Row, Screen, page, row
from handlers.screens.study.quiz_result import Place, back, place_rows


@dataclass(frozen=True)
class Told:
    """What stands on a screen of practice besides the answers: the places to watch (`in_app`: Telegram opens them
    inside itself), and why the test can't be taken again now; None if it can.
    """

    places: Sequence[Place]
    in_app: bool
    barred: Refusal | None


def question(practice: Practice, place: int, words: Words, *, toast: str = "") -> Screen:
    """The question at this place of the failed attempt, to be answered once."""
    attempt, several = practice.attempt.id, practice.sitting.question(place).several
    lines = [*asking.question_lines(practice.sitting, place, words), "", words.practice.once()]
    choices = asking.choice_rows(
        practice.sitting,
        place,
        lambda at, number: Pick(attempt, at, number),
        lambda at, number: Unpick(attempt, at, number),
        words,
    )
    give = row(Button(words.practice.give(), Give(attempt, place))) if several else None
    rows = (*choices, *given(give, back(practice.attempt, words)))
    return Screen(page(_title(practice, place, words), *lines), rows, subject=_subject(practice), toast=toast)


def outcome(practice: Practice, place: int, told: Told, words: Words, *, toast: str = "") -> Screen:
    """Whether the answer at this place is right, and if not, where the course teaches it. The last one adds the end."""
    sitting, say = practice.sitting, words.practice
    lines = [sitting.question(place).text, "", *asking.choice_lines(sitting, place, words), ""]
    lines += [say.answered(sitting.answer(place)), _verdict(practice, place, words)]
    ways: tuple[Row, ...] = (row(Button(say.onward(), Practise(practice.attempt.id))),)
    if not practice.next_place:
        lines += ["", *_end(practice, told, words)]
        ways = _retake(practice, told, words)
    rows = (*place_rows(told.places, words, in_app=told.in_app), *ways, back(practice.attempt, words))
    return Screen(page(_title(practice, place, words), *lines), rows, subject=_subject(practice), toast=toast)


def end(practice: Practice, told: Told, words: Words) -> Screen:
    """How many were right, where to learn what was wrong again, and the way to the test."""
    review = [(one.place, one.review.chapter, one.review.second) for one in practice.sitting.wrong]
    wrong = [one for one in review if one[0] in practice.still_wrong]
    lines = [*([words.quiz.look_again(wrong), ""] if wrong else []), *_end(practice, told, words)]
    ways = _retake(practice, told, words)
    rows = (*place_rows(told.places, words, in_app=told.in_app), *ways, back(practice.attempt, words))
    title = words.practice.title_at_end(words.titled(practice.sitting.course))
    return Screen(page(title, *lines), rows, subject=_subject(practice))


def _title(practice: Practice, place: int, words: Words) -> str:
    course = words.titled(practice.sitting.course)
    return words.practice.title(course, practice.number(place), len(practice.places))


def _verdict(practice: Practice, place: int, words: Words) -> str:
    if practice.is_right(place):
        return "✅ " + words.practice.right()
    review = practice.sitting.question(place).review
    return words.practice.again(words.quiz.look_at(review.chapter, review.second))


def _end(practice: Practice, told: Told, words: Words) -> Sequence[str]:
    outcome = words.practice.outcome(practice.right, len(practice.places))
    barred = [refusal.sentence(told.barred, words)] if told.barred else []
    return [outcome, words.practice.no_record(), *barred]


def _retake(practice: Practice, told: Told, words: Words) -> tuple[Row, ...]:
    if told.barred:
        return ()
    return (row(Button(words.course.take_test(), Begin(practice.attempt.course_id))),)


def _subject(practice: Practice) -> str:
    """The subject of the living message while it shows this practice."""
    return f"practice:{practice.attempt.id}"
