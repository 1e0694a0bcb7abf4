"""What self-assessment and journal show alike: one question with its choices, the page of answers, the key."""

from collections.abc import Callable
from dataclasses import dataclass

from content.absence import given
from content.study.course import Item
from content.study.grading import Places
from content.words import Words
from handlers.press import Press
from handlers.screens.screen import Button, Row, row, rows_of

WIDTH = 5
ANSWERS = 3  # side by side on the page of answers: five would be too wide for a phone if each had two ticks


Ticks = Callable[[int, int], Press]
"""The press for a place and a choice there."""


@dataclass(frozen=True)
class Keys:
    """What the buttons of one sheet do."""

    choose: Ticks
    untick: Ticks
    show: Callable[[int], Press]
    review: Press
    leave: Press


def question_lines(sheet: Places[Item], place: int, words: Words) -> list[str]:
    """A question and its choices with their numbers. Raises LookupError if there is no question at this place."""
    asked = sheet.question(place)
    return [asked.text, *([words.quiz.several()] if asked.several else []), "", *choice_lines(sheet, place, words)]


def question_rows(sheet: Places[Item], place: int, keys: Keys, words: Words) -> tuple[Row, ...]:
    """The choices, with the ticked ones marked, and the ways to other questions."""
    return (*choice_rows(sheet, place, keys.choose, keys.untick, words), *_ways(sheet, place, keys, words))


def choice_rows(sheet: Places[Item], place: int, choose: Ticks, untick: Ticks, words: Words) -> tuple[Row, ...]:
    """The numbers of the choices, with the ticked ones marked."""
    ticked, several = sheet.answer(place), sheet.question(place).several

    def button(number: int) -> Button:
        if number not in ticked:
            return Button(str(number), choose(place, number))
        press = untick if several else choose
        return Button(words.quiz.ticked(number), press(place, number))

    return rows_of([button(number) for number in range(1, len(sheet.choices(place)) + 1)], WIDTH)


def answer_lines(sheet: Places[Item], words: Words) -> list[str]:
    """Which answers were given, and which are missing."""
    say, missing = words.quiz, sheet.unanswered
    answered = [say.answer(place, sheet.answer(place)) for place in _places(sheet) if place not in missing]
    lines = ["　".join(answered[start : start + ANSWERS]) for start in range(0, len(answered), ANSWERS)]
    return [*lines, "⚠️ " + say.missing(missing)] if missing else lines


def answer_rows(sheet: Places[Item], likely: Button, keys: Keys, words: Words) -> tuple[Row, ...]:
    """What is likely to be done next, and a button to every question."""
    return (row(likely), *rows_of(_all_questions(sheet, keys, words), WIDTH), _last(keys, words))


def choice_lines(sheet: Places[Item], place: int, words: Words) -> list[str]:
    """The choices with their numbers."""
    return [words.quiz.choice(number, text) for number, text in enumerate(sheet.choices(place), start=1)]


def explanation_lines(sheet: Places[Item], place: int, words: Words) -> list[str]:
    """A question, its key, the answer given, and why. Raises LookupError if there is no question at this place."""
    asked = sheet.question(place)
    key = words.quiz.key(sheet.key(place), sheet.answer(place))
    return [asked.text, "", *choice_lines(sheet, place, words), "", key, asked.explanation]


def turning(asked: int, place: int, show: Callable[[int], Press], words: Words) -> tuple[Row, ...]:
    """To the question before and the question after."""
    earlier = [Button(words.quiz.earlier(place - 1), show(place - 1))] if place > 1 else []
    later = [Button(words.quiz.later(place + 1), show(place + 1))] if place < asked else []
    buttons = [*earlier, *later]
    return rows_of(buttons, 2)


def _ways(sheet: Places[Item], place: int, keys: Keys, words: Words) -> tuple[Row, ...]:
    to_review = Button(words.quiz.to_review(), keys.review)
    if place == sheet.asked:
        earlier = [Button(words.quiz.earlier(place - 1), keys.show(place - 1))] if place > 1 else []
        return row(*earlier, to_review), _last(keys, words)
    shortcut = None if sheet.unanswered else to_review  # all answered: no need to turn to the last question
    return *turning(sheet.asked, place, keys.show, words), _last(keys, words, shortcut)


def _last(keys: Keys, words: Words, other: Button | None = None) -> Row:
    return given(Button(words.quiz.leave(), keys.leave), other)


def _all_questions(sheet: Places[Item], keys: Keys, words: Words) -> list[Button]:
    say, missing = words.quiz, sheet.unanswered
    return [
        Button(say.missing_mark(place) if place in missing else say.question(place), keys.show(place))
        for place in _places(sheet)
    ]


def _places(sheet: Places[Item]) -> range:
    return range(1, sheet.asked + 1)
