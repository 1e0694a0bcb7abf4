"""/search, and any text that the chat does not wait for: courses by title, chapter, supervisor or code."""

from collections.abc import Container, Sequence

from content import curriculum
from content.access import passwords
from content.attendance import checkin
from content.curriculum import Code
from content.study.course import Chapter, ListedCourse
from content.text import finding
from content.text.finding import LONGEST, Hit
from content.text.lines import one_line
from handlers.finding import Finds
from handlers.presses.study import search as presses
from handlers.screens.screen import Screen
from handlers.screens.study import search as screens
from handlers.screens.study.browse import Item
from handlers.study import browse, course
from handlers.study.browse import FEW
from handlers.turn import MEMBER, Command, On, Turn, Visit
from storage.programme import courses

NOTED = 3
"""At most so many codes without content are named."""


def search(turn: Turn, argument: str) -> Screen:
    """The courses that hold every word, or the card of the only one. If no word was typed, what can be searched for."""
    return _found(turn, argument, FEW)


def heard(turn: Turn, text: str) -> Screen:
    """Search for a text that no chat awaits. A text of the form of a check-in code may be a password, while no training
    takes codes: it is deleted, and not repeated.
    """
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


def turn_found(turn: Turn, press: presses.TurnFound) -> Screen:
    return _found(turn, press.text, press.page)


def _found(turn: Turn, said: str, page: int) -> Screen:
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
        return course.card(turn, items[0].id)
    return screens.found(text, items, page, turn.words)


def _near(turn: Turn, text: str, items: Sequence[Item], codes: Sequence[Code], filled: Container[int]) -> Screen:
    """Codes that have courses are offered, the others are named."""
    offered = [(code.number, _name(turn, code)) for code in codes if code.number in filled]
    empty = [code for code in codes if code.number not in filled]
    return screens.near(text, items, offered, _notes(turn, text, empty), turn.words)


def _items(turn: Turn, found: Sequence[ListedCourse], hits: Sequence[Hit]) -> list[Item]:
    known = browse.states(turn, found)
    return [browse.item(one, known, _because(turn, hit)) for one, hit in zip(found, hits, strict=True)]


def _because(turn: Turn, hit: Hit) -> list[str]:
    say = turn.words.search
    return [
        say.chapter(part.number, turn.words.titled(part)) if isinstance(part, Chapter) else say.supervisor(part.name)
        for part in hit.because
    ]


def _notes(turn: Turn, text: str, meant: Sequence[Code]) -> Sequence[str]:
    """Why nothing was found, if it can be told: a code without content is named, and so is a number that is none."""
    if not meant and curriculum.number_in(text) is not None:
        return [turn.words.refusals.no_such_code()]
    return [turn.words.refusals.no_courses(code.number, _name(turn, code)) for code in meant[:NOTED]]


def _name(turn: Turn, code: Code) -> str:
    return code.en if turn.words.language == "en" else code.ja


ROUTES = (
    Command("search", search, MEMBER),
    On(presses.TurnFound, turn_found, MEMBER),
    Finds(knows, heard, MEMBER),
)
