"""/search, and any text that the chat does not wait for: courses by title, chapter, supervisor or code."""

from collections.abc import Sequence

from content import curriculum
from content.course import Chapter
from content.text.finding import LONGEST, Hit, find
from content.text.folding import is_reading
from content.text.lines import one_line
from handlers import browse
from handlers.presses import search as presses
from handlers.screens import search as screens
from handlers.screens.browse import Item
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, Finds, On, Turn
from storage.programme import courses


def search(turn: Turn, argument: str) -> Screen:
    """The courses that hold every word. If no word was typed, the screen says what can be searched for."""
    return _found(turn, argument, 1)


def turn_found(turn: Turn, press: presses.TurnFound) -> Screen:
    return _found(turn, press.text, press.page)


def _found(turn: Turn, said: str, page: int) -> Screen:
    text = one_line(said)
    if not text:
        return screens.ask(turn.words)
    if len(text) > LONGEST:
        return screens.too_long(turn.words)
    items = _items(turn, text)
    if not items:
        return screens.nothing(text, _notes(turn, text), turn.words)
    return screens.found(text, items, page, turn.words)


def _items(turn: Turn, text: str) -> list[Item]:
    every = courses.listed(turn.session)
    by_slug = {one.course.slug: one for one in every}
    hits = find(text, [one.course for one in every])
    found = [by_slug[hit.course.slug] for hit in hits]
    known = browse.states(turn, found)
    return [browse.item(one, known, _because(turn, hit)) for one, hit in zip(found, hits, strict=True)]


def _because(turn: Turn, hit: Hit) -> list[str]:
    say = turn.words.search
    return [
        say.chapter(part.number, turn.words.titled(part)) if isinstance(part, Chapter) else say.supervisor(part.name)
        for part in hit.because
    ]


def _notes(turn: Turn, text: str) -> Sequence[str]:
    """Why nothing was found, if it can be told: a code without content is named, and a likely slip is explained."""
    english = turn.words.language == "en"
    meant = curriculum.load().matching(text)[:3]
    if not meant and curriculum.number_in(text) is not None:
        return [turn.words.refusals.no_such_code()]
    if not meant and is_reading(text):
        return [turn.words.search.no_readings()]
    return [turn.words.refusals.no_courses(code.number, code.en if english else code.ja) for code in meant]


ROUTES = (
    Command("search", search, MEMBER),
    On(presses.TurnFound, turn_found, MEMBER),
    Finds(search, MEMBER),
)
