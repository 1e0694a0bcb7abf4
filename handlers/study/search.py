"""/search, and any text that the chat does not wait for: courses by title, chapter, supervisor or code."""

from collections.abc import Container, Mapping, Sequence

from content import curriculum
from content.access import passwords
from content.attendance import checkin
from content.curriculum import Code
from content.refusals import NotLoggedIn
from content.study.course import Chapter, ListedCourse
from content.text import finding
from content.text.finding import LONGEST, Hit
from content.text.lines import one_line
from content.words.browse import State
from handlers.finding import Finds
from handlers.presses.study import search as presses
from handlers.screens.screen import Screen
from handlers.screens.study import search as screens
from handlers.screens.study.browse import Item
from handlers.screens.study.public import with_login
from handlers.study import browse, course, public
from handlers.study.public import FEW
from handlers.turn import READER, Command, On, Turn, Visit
from storage.programme import courses

NOTED = 3
"""At most so many codes without content are named."""


def search(turn: Visit, argument: str) -> Screen:
    """The courses that hold every word, or the card of the only one. If no word was typed, what can be searched for."""
    return _shown(turn, _found(turn, argument, FEW))


def heard(turn: Visit, text: str) -> Screen:
    """Search for a text that no chat awaits. A text of the form of a check-in code may be a password, while no training
    takes codes: it is deleted, and not repeated. Raises NotLoggedIn for such a text of somebody who is not logged in.
    """
    if not isinstance(turn, Turn) and passwords.may_be_one(text):
        raise NotLoggedIn
    if passwords.may_be_one(text) and checkin.normal(text):
        return screens.may_be_secret(turn.words)
    return search(turn, text)


def knows(visit: Visit, text: str) -> bool:
    """Whether a search for the text finds a course or names a code."""
    said = one_line(text)
    if visit.chat.caller is None or not said or len(said) > LONGEST:
        return False
    found = finding.search(said, [one.course for one in courses.listed(visit.session)])
    return bool(found.hits or found.codes) and not found.near


def turn_found(turn: Visit, press: presses.TurnFound) -> Screen:
    return _shown(turn, _found(turn, press.text, press.page))


def _shown(turn: Visit, screen: Screen) -> Screen:
    """What was found. For somebody who is not logged in, the screen has a button to the log-in."""
    return screen if isinstance(turn, Turn) else with_login(screen, turn.words)


def _found(turn: Visit, said: str, page: int) -> Screen:
    text = one_line(said)
    if not text:
        return screens.ask(turn.words)
    if len(text) > LONGEST:
        return screens.too_long(turn.words)
    every = {one.course.slug: one for one in courses.listed(turn.session)}
    found = finding.search(text, [one.course for one in every.values()])
    items = _items(turn, [every[hit.course.slug] for hit in found.hits], found.hits)
    if found.near:
        return _near(turn, text, items, found.codes, {one.course.code for one in every.values()})
    if not items:
        return screens.nothing(text, _notes(turn, text, found.codes), turn.words)
    if len(items) == 1:
        only = every[found.hits[0].course.slug]
        return course.card(turn, only.id) if isinstance(turn, Turn) else public.card(turn, only)
    return screens.found(text, items, page, turn.words)


def _near(turn: Visit, text: str, items: Sequence[Item], codes: Sequence[Code], filled: Container[int]) -> Screen:
    """Codes that have courses are offered, the others are named."""
    offered = [(code.number, code.text(turn.words.language)) for code in codes if code.number in filled]
    empty = [code for code in codes if code.number not in filled]
    return screens.near(text, items, offered, _notes(turn, text, empty), turn.words)


def _items(turn: Visit, found: Sequence[ListedCourse], hits: Sequence[Hit]) -> list[Item]:
    known: Mapping[int, State] = browse.states(turn, found) if isinstance(turn, Turn) else {}
    pairs = zip(found, hits, strict=True)
    return [Item(one.id, one.course, known.get(one.id), tuple(_because(turn, hit))) for one, hit in pairs]


def _because(turn: Visit, hit: Hit) -> list[str]:
    say = turn.words.search
    return [
        say.chapter(part.number, turn.words.titled(part)) if isinstance(part, Chapter) else say.supervisor(part.name)
        for part in hit.because
    ]


def _notes(turn: Visit, text: str, meant: Sequence[Code]) -> Sequence[str]:
    """Why nothing was found, if it can be told: a code without content is named, and so is a number that is none."""
    if not meant and curriculum.number_in(text) is not None:
        return [turn.words.refusals.no_such_code()]
    return [turn.words.refusals.no_courses(code.number, code.text(turn.words.language)) for code in meant[:NOTED]]


ROUTES = (
    Command("search", search, READER),
    On(presses.TurnFound, turn_found, READER),
    Finds(knows, heard, READER),
)
