"""What a search finds."""

from collections.abc import Sequence

from content.text.finding import LONGEST
from content.words import Words
from handlers.press import MOST_BYTES
from handlers.presses.paging import ChoosePage
from handlers.presses.study.browse import Codes, OpenCode
from handlers.presses.study.course import OpenCourse
from handlers.presses.study.search import TurnFound
from handlers.presses.trainings.trainings import Trainings
from handlers.screens.labels import fitted
from handlers.screens.paging import brief, cut, more, pager
from handlers.screens.screen import Button, Row, Screen, page, row
from handlers.screens.study.browse import Item, entries, openings
from handlers.screens.ways import back


def found(text: str, items: Sequence[Item], number: int, words: Words) -> Screen:
    """One page of the courses that were found. Page 0 has the first few of many."""
    say, carried = words.search, _carried(text)
    few = brief(items) if number < 1 and carried else None
    shown = few or cut(items, number)
    lines = [say.count(len(items)), *entries(shown, words)]
    turns = pager(words, shown, lambda page: TurnFound(page, text)) if carried else ()
    if few:
        turns = more(few, items, TurnFound(1, text), words)
    elif not carried and len(shown.items) < len(items):
        lines += ["", say.more(len(items) - len(shown.items))]
    return Screen(page(say.title(text), *lines), (*openings(shown, words), *turns, *_closing(words)))


def nothing(text: str, notes: Sequence[str], words: Words) -> Screen:
    """Nothing was found. The notes say why, if it is known."""
    say = words.search
    return Screen(page(say.title(text), say.nothing(text), *notes, "", say.hint()), _closing(words))


def near(
    text: str, items: Sequence[Item], codes: Sequence[tuple[int, str]], notes: Sequence[str], words: Words
) -> Screen:
    """Nothing is called so: what is nearest, courses first, then codes by number and name."""
    say = words.search
    opening = [row(Button(fitted(words.titled(one.course)), OpenCourse(one.id))) for one in items]
    behind = [row(Button(fitted(say.code(*code)), OpenCode(code[0], 1, "all"))) for code in codes]
    said = say.near(text) if items or codes else say.nothing(text)
    return Screen(page(say.title(text), said, *notes, "", say.hint()), (*opening, *behind, *_closing(words)))


def ask(words: Words) -> Screen:
    """What can be searched for. A text that is sent after it is a search."""
    return Screen(page(words.search.ask_title(), words.search.hint()), _closing(words))


def may_be_secret(words: Words) -> Screen:
    """A text of the form of a check-in code, which may be a password, came while no training takes codes."""
    rows = (row(Button(words.trainings.to_trainings(), Trainings(1))), back(words))
    return Screen(page(words.search.secret_title(), words.search.may_be_secret()), rows, hides=True)


def too_long(words: Words) -> Screen:
    return Screen(page(words.search.too_long(LONGEST)), _closing(words))


def _carried(text: str) -> bool:
    """Whether a button can carry the text, so that pages can be turned. A button has few bytes; a longer text hardly
    ever finds more than one page.
    """
    return ":" not in text and len(ChoosePage(1, 99, 0, TurnFound(99, "")).pack()) + len(text.encode()) <= MOST_BYTES


def _closing(words: Words) -> tuple[Row, ...]:
    return row(Button(words.browse.to_codes(), Codes(1, "all"))), back(words)
