"""/search, and any text that the chat does not wait for: what is published, by its names. See content.search."""

from collections.abc import Mapping, Sequence

from content import curriculum
from content.access import passwords
from content.attendance import checkin
from content.refusals import NotLoggedIn, StaleButton
from content.search.entry import Entry, Kind
from content.search.finder import LONGEST, Finder, Found
from content.search.index import Hit
from content.text.folding import fold
from content.text.lines import one_line
from content.words.browse import State
from handlers.finding import Finds
from handlers.presses.study import search as presses
from handlers.screens.paging import BRIEF, Page, brief, cut
from handlers.screens.screen import Screen
from handlers.screens.study import search as screens
from handlers.screens.study.browse import Item
from handlers.screens.study.search import Group, Reader
from handlers.study import browse, opening
from handlers.study.public import FEW
from handlers.turn import READER, Command, On, Turn, Visit, Who
from storage.programme import courses
from storage.search import indexes
from storage.staff import roles

NOTED = 3
"""At most so many codes without content are named."""
_KINDS = tuple(Kind)


def _as_seeker(visit: Visit) -> Visit | Screen:
    return READER.admit(visit) if visit.chat.staff_id is None else visit


SEEKER = Who[Visit](_as_seeker)
"""A READER, or a staff account, which is told what it can do instead."""


def search(turn: Visit, argument: str) -> Screen:
    """What the text finds, by kinds, or the only thing that is called so. If no word was typed, what can be searched
    for.
    """
    return _shown(turn, _found(turn, argument, FEW))


def heard(turn: Visit, text: str) -> Screen:
    """Search for a text that no chat awaits. A text of the form of a check-in code may be a password, while no training
    takes codes: it is deleted, and not repeated. Raises NotLoggedIn for such a text of somebody who is not logged in.
    """
    if _is_account(turn):
        return screens.for_account(turn.words)
    if turn.chat.person_id is None and passwords.may_be_one(text):
        raise NotLoggedIn
    if passwords.may_be_one(text) and checkin.normal(text):
        return screens.may_be_secret(turn.words)
    return search(turn, text)


def knows(visit: Visit, text: str) -> bool:
    """Whether a search for the text finds something that is called so."""
    said = one_line(text)
    if visit.chat.caller is None or not said or len(said) > LONGEST:
        return False
    found = indexes.finder(visit.session, visit.now, visit.rules, public=False).find(said)
    return bool(found.groups) and not found.near


def turn_found(turn: Visit, press: presses.TurnFound) -> Screen:
    return _shown(turn, _found(turn, press.text, press.page))


def found_of(turn: Visit, press: presses.FoundOf) -> Screen:
    """A page of one kind. Raises StaleButton."""
    text = one_line(press.text)
    if not 0 <= press.kind < len(_KINDS):
        raise StaleButton
    kind = _KINDS[press.kind]
    hits = _finder(turn).find(text).of(kind)
    if not hits:
        return _shown(turn, _found(turn, text, FEW))
    shown = cut([hit.entry for hit in hits], press.page)
    return _shown(turn, screens.of_kind(text, kind, shown, len(hits), turn.words))


def _shown(turn: Visit, screen: Screen) -> Screen:
    """What was found. For somebody who is not logged in, the screen has a button to the log-in."""
    return screen if isinstance(turn, Turn) else opening.with_login(screen, turn.words)


def _finder(turn: Visit) -> Finder:
    return indexes.finder(turn.session, turn.now, turn.rules, public=not isinstance(turn, Turn))


def _is_account(turn: Visit) -> bool:
    return turn.chat.caller is None and turn.chat.staff_id is not None


def _reader(turn: Visit) -> Reader:
    person = turn.chat.person_id
    if person is None:
        return Reader.STRANGER
    return Reader.STAFF if roles.roles(turn.session, person) else Reader.MEMBER


def _found(turn: Visit, typed: str, page: int) -> Screen:
    text = one_line(typed)
    if not text:
        return screens.ask(turn.words)
    if not fold(text):
        return screens.wordless(_reader(turn), turn.words)
    finder = _finder(turn)
    found = finder.find(text)
    filled = finder.codes(Kind.COURSE)
    beside = {hit.entry.code for kind in (Kind.ISSUE, Kind.TRAINING) for hit in found.of(kind)}
    empty = [hit.entry for hit in found.of(Kind.CODE) if hit.entry.code not in beside | filled.keys()]
    notes = _notes(turn, text, found, empty) if not found.of(Kind.COURSE) else []
    groups = _told(found, filled)
    if not groups:
        return screens.nothing(text, notes, _reader(turn), found.asked, turn.words)
    alone = set(groups) == {Kind.COURSE} and len(groups[Kind.COURSE]) > 1
    if Kind.COURSE in groups and not found.near and (alone or page > FEW):
        return _courses(turn, text, groups[Kind.COURSE], page)
    every = [hit for hits in groups.values() for hit in hits]
    if len(every) == 1 and not found.near and not notes:
        return opening.opened(turn, every[0].entry)
    return _grouped(turn, text, found, groups, notes)


def _told(found: Found, filled: Mapping[int, int]) -> dict[Kind, tuple[Hit, ...]]:
    """What is listed. A code is left out if it has no course, or none but those that are listed as courses."""
    titled = {kind: hits for kind, hits in found.groups.items() if kind is not Kind.CODE}
    here = [hit.entry.code for hit in found.of(Kind.COURSE)]
    codes = tuple(
        hit
        for hit in found.of(Kind.CODE)
        if (hit.entry.code or 0) in filled and not _is_listed(hit, here, filled, found)
    )
    return {kind: hits for kind in Kind if (hits := codes if kind is Kind.CODE else titled.get(kind, ()))}


def _is_listed(hit: Hit, here: Sequence[int | None], filled: Mapping[int, int], found: Found) -> bool:
    return not found.near and here.count(hit.entry.code) == filled[hit.entry.code or 0]


def _courses(turn: Visit, text: str, hits: Sequence[Hit], page: int) -> Screen:
    """The courses in full, if nothing else is called so."""
    shown = (brief(hits) if page <= FEW and screens.carries_courses(text) else None) or cut(hits, page)
    return screens.found(text, _items(turn, shown), len(hits), turn.words)


def _grouped(
    turn: Visit, text: str, found: Found, groups: Mapping[Kind, Sequence[Hit]], notes: Sequence[str]
) -> Screen:
    listed = [
        Group(kind, tuple(hit.entry for hit in (hits if len(hits) == BRIEF + 1 else hits[:BRIEF])), len(hits))
        for kind, hits in groups.items()
    ]
    near = turn.words.search.near(screens.said(text)) if found.near else ""
    return screens.grouped(text, listed, notes, near, turn.words)


def _items(turn: Visit, shown: Page[Hit]) -> Page[Item]:
    every = {one.id: one for one in courses.these(turn.session, [_id(hit.entry) for hit in shown.items])}
    found = [(hit, every[_id(hit.entry)]) for hit in shown.items if _id(hit.entry) in every]
    known: Mapping[int, State] = browse.states(turn, list(every.values())) if isinstance(turn, Turn) else {}
    items = [Item(one.id, one.course, known.get(one.id), tuple(_because(turn, hit))) for hit, one in found]
    return Page(tuple(items), shown.number, shown.pages, shown.before)


def _id(one: Entry) -> int:
    return one.key if isinstance(one.key, int) else 0


def _because(turn: Visit, hit: Hit) -> list[str]:
    say = turn.words.search
    return [
        say.chapter(part.number, turn.words.titled(part)) if part.number else say.supervisor(part.title)
        for part in hit.because
    ]


def _notes(turn: Visit, text: str, found: Found, empty: Sequence[Entry]) -> Sequence[str]:
    """Why nothing was found, if it can be told: a code without content is named, and so is a number that is none."""
    if not found.groups and curriculum.number_in(text) is not None:
        return [turn.words.refusals.no_such_code()]
    return [turn.words.refusals.no_courses(one.code or 0, turn.words.titled(one)) for one in empty[:NOTED]]


ROUTES = (
    Command("search", search, READER),
    On(presses.TurnFound, turn_found, READER),
    On(presses.FoundOf, found_of, READER),
    Finds(knows, heard, SEEKER),
)
