"""The self-assessment: one question at a time in one message, and the page of answers before grading."""

from dataclasses import replace

from content.rules import Rules
from content.study.grading import Attempt, Chosen
from content.words import Words
from handlers.presses.study.quiz import Choose, Grade, Leave, Review, Show, Untick
from handlers.screens import asking
from handlers.screens.screen import Button, Screen, page


def question(attempt: Attempt, place: int, words: Words, *, toast: str = "") -> Screen:
    """A question, its choices with their numbers, and what is ticked. Raises LookupError if there is no question at
    this place.
    """
    sitting = attempt.sitting
    text = page(
        words.quiz.title(words.titled(sitting.course), place, sitting.asked),
        *asking.question_lines(sitting, place, words),
    )
    rows = asking.question_rows(sitting, place, _keys(attempt), words)
    return Screen(text, rows, subject=subject(attempt), toast=toast)


def review(attempt: Attempt, rules: Rules, words: Words, *, toast: str = "") -> Screen:
    """All answers, those that are missing, and the way to grading."""
    sitting, say = attempt.sitting, words.quiz
    if sitting.unanswered:
        what = say.not_gradable(sitting.unanswered)
        likely = Button(say.to_missing(sitting.next_place), Show(attempt.id, sitting.next_place))
    else:
        what = say.gradable(rules.right_needed(sitting.asked), sitting.asked)
        likely = Button(say.grade(), Grade(attempt.id))
    text = page(say.review_title(words.titled(sitting.course)), *asking.answer_lines(sitting, words), "", what)
    rows = asking.answer_rows(sitting, likely, _keys(attempt), words)
    return Screen(text, rows, subject=subject(attempt), toast=toast)


def now(attempt: Attempt, rules: Rules, words: Words) -> Screen:
    """The screen at which an attempt goes on: the first question without an answer, otherwise the page of answers."""
    place = attempt.sitting.next_place
    return question(attempt, place, words) if place else review(attempt, rules, words)


def chosen(outcome: Chosen, place: int, words: Words) -> Screen:
    """The question after a tap. The toast says that the answer is saved now, or was saved before."""
    say = words.quiz.saved if outcome.changed else words.quiz.unchanged
    screen = question(outcome.attempt, place, words)
    return replace(screen, toast=say(place, outcome.attempt.sitting.answer(place)))


def onward(outcome: Chosen, place: int, rules: Rules, words: Words) -> Screen:
    """What follows the answer at this place, which is saved now: the next question without one, otherwise the page of
    answers.
    """
    attempt = outcome.attempt
    toast, following = words.quiz.saved(place, attempt.sitting.answer(place)), attempt.sitting.following(place)
    if following:
        return question(attempt, following, words, toast=toast)
    return review(attempt, rules, words, toast=toast)


def subject(attempt: Attempt) -> str:
    """The subject of the living message while it shows this attempt."""
    return f"attempt:{attempt.id}"


def _keys(attempt: Attempt) -> asking.Keys:
    return asking.Keys(
        choose=lambda place, number: Choose(attempt.id, place, number),
        untick=lambda place, number: Untick(attempt.id, place, number),
        show=lambda place: Show(attempt.id, place),
        review=Review(attempt.id),
        leave=Leave(attempt.id),
    )
