"""The self-assessment: one question at a time in one message, and the page of answers before grading."""

from dataclasses import dataclass, replace

from content.grading import Sitting
from content.rules import Rules
from content.words import Words
from handlers.press import Press
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from storage.attempts import Attempt, Chosen

WIDTH = 5


@dataclass(frozen=True)
class Begin(Press, tag="qb"):
    """Take the test of a course, or go on with it."""

    course: int


@dataclass(frozen=True)
class Choose(Press, tag="qc"):
    """Tick the choice shown with this number; ticking it again keeps it."""

    attempt: int
    question: int
    choice: int


@dataclass(frozen=True)
class Untick(Press, tag="qx"):
    """Take a tick away where several may be ticked. Not a toggle: a double tap would undo itself."""

    attempt: int
    question: int
    choice: int


@dataclass(frozen=True)
class Show(Press, tag="qs"):
    """Go to a question."""

    attempt: int
    question: int


@dataclass(frozen=True)
class Review(Press, tag="qr"):
    """Go to the page of answers."""

    attempt: int


@dataclass(frozen=True)
class Grade(Press, tag="qg"):
    """Have it graded."""

    attempt: int


@dataclass(frozen=True)
class Leave(Press, tag="ql"):
    """Stop for now."""

    attempt: int


def question(attempt: Attempt, place: int, words: Words, *, toast: str = "") -> Screen:
    """A question, its choices with their numbers, and what is ticked. Raises LookupError for a place that is none."""
    sitting, say = attempt.sitting, words.quiz
    asked = sitting.question(place)
    lines = [asked.text, *([say.several()] if asked.several else []), ""]
    lines += [say.choice(number, text) for number, text in enumerate(sitting.choices(place), start=1)]
    title = say.title(sitting.course.title, place, sitting.asked)
    rows = (*rows_of(_choices(attempt, place, words), WIDTH), *_ways(attempt, place, words))
    return Screen(page(title, *lines), rows, subject=subject(attempt), toast=toast)


def review(attempt: Attempt, rules: Rules, words: Words, *, toast: str = "") -> Screen:
    """All answers, what is missing, and the way to grading."""
    sitting, say = attempt.sitting, words.quiz
    given = [say.answer(place, sitting.answer(place)) for place in _places(sitting) if place not in sitting.unanswered]
    lines = ["　".join(given[start : start + WIDTH]) for start in range(0, len(given), WIDTH)]
    if sitting.unanswered:
        lines += ["⚠️ " + say.missing(sitting.unanswered), "", say.not_gradable(sitting.unanswered)]
        likely = Button(say.to_missing(sitting.next_place), Show(attempt.id, sitting.next_place))
    else:
        lines += ["", say.gradable(rules.right_needed(sitting.asked), sitting.asked)]
        likely = Button(say.grade(), Grade(attempt.id))
    rows = (row(likely), *rows_of(_all_questions(attempt, words), WIDTH), _last(attempt, words))
    return Screen(page(say.review_title(sitting.course.title), *lines), rows, subject=subject(attempt), toast=toast)


def now(attempt: Attempt, rules: Rules, words: Words) -> Screen:
    """Where an attempt goes on: at the first question without an answer, else at the page of answers."""
    place = attempt.sitting.next_place
    return question(attempt, place, words) if place else review(attempt, rules, words)


def chosen(outcome: Chosen, place: int, words: Words) -> Screen:
    """The question after a tap; the toast says what is saved, or that it was so before."""
    say = words.quiz.saved if outcome.changed else words.quiz.unchanged
    screen = question(outcome.attempt, place, words)
    return replace(screen, toast=say(place, outcome.attempt.sitting.answer(place)))


def subject(attempt: Attempt) -> str:
    """What a living message shows while an attempt is in it."""
    return f"attempt:{attempt.id}"


def _choices(attempt: Attempt, place: int, words: Words) -> list[Button]:
    ticked, several = attempt.sitting.answer(place), attempt.sitting.question(place).several

    def button(number: int) -> Button:
        if number not in ticked:
            return Button(str(number), Choose(attempt.id, place, number))
        press = Untick if several else Choose
        return Button(words.quiz.ticked(number), press(attempt.id, place, number))

    return [button(number) for number in range(1, len(attempt.sitting.choices(place)) + 1)]


def _ways(attempt: Attempt, place: int, words: Words) -> tuple[Row, ...]:
    sitting, say = attempt.sitting, words.quiz
    earlier = [Button(say.earlier(place - 1), Show(attempt.id, place - 1))] if place > 1 else []
    to_review = Button(say.to_review(), Review(attempt.id))
    if place == sitting.asked:
        return row(*earlier, to_review), _last(attempt, words)
    later = Button(say.later(place + 1), Show(attempt.id, place + 1))
    shortcut = () if sitting.unanswered else (to_review,)
    return row(*earlier, later), _last(attempt, words, *shortcut)


def _last(attempt: Attempt, words: Words, *others: Button) -> Row:
    return row(Button(words.quiz.leave(), Leave(attempt.id)), *others)


def _all_questions(attempt: Attempt, words: Words) -> list[Button]:
    say, missing = words.quiz, attempt.sitting.unanswered
    return [
        Button(say.missing_mark(place) if place in missing else say.question(place), Show(attempt.id, place))
        for place in _places(attempt.sitting)
    ]


def _places(sitting: Sitting) -> range:
    return range(1, sitting.asked + 1)
