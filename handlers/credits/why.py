"""/why: what waits for its credit or its line on a certificate, and why; and how each number of /credits is made."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from content.credits.credit import StandingCredit
from content.keys.note import Note
from content.refusals import NoSuchCode, NoSuchIssue, StaleButton
from content.rules import year_span
from content.search.finder import LONGEST
from content.text.folding import bare
from handlers.credits import explained, goal, meant, missing
from handlers.credits.kept import late
from handlers.press import Press
from handlers.presses.credits import why as presses
from handlers.presses.credits.credits import Year
from handlers.screens.credits import why as screens
from handlers.screens.paging import PAGE
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, Hears, On, Turn
from storage.credits import history, ledger
from storage.credits.history import Gone
from storage.declarations import declarations
from storage.journal import issues
from storage.people import chats
from storage.programme import courses
from storage.trainings import attendances

_NUMBER = re.compile(r"(?:cc)? ?-?[0-9]{1,3}", re.IGNORECASE)


@dataclass(frozen=True)
class AwaitName(Note, expects="why"):
    """The name of something that is missing is awaited."""


def asked(turn: Turn, argument: str) -> Screen:
    """/why shows what waits; /why 高血圧 looks for that name."""
    return _look(turn, argument) if argument.strip() else _first(turn, 1)


def first(turn: Turn, press: presses.Why) -> Screen:
    return _first(turn, press.page)


def hear(turn: Turn, _note: AwaitName, text: str) -> Screen:
    return _look(turn, text)


def _look(turn: Turn, text: str) -> Screen:
    """Look for a name that was typed, and take the next text for a name too. Raises NoSuchCode for a number that is no
    code.
    """
    _listen(turn)
    said = bare(text)
    if len(said) > LONGEST:
        return screens.too_long(turn.words)
    if _NUMBER.fullmatch(said) and not meant.codes_of(said):
        raise NoSuchCode
    found = meant.named(turn, said) if said else []
    if not found:
        return screens.not_found(said, turn.words)
    shown = [make() for make in found[:PAGE]]
    if len(found) > 1:
        return screens.found(said, shown, len(found) - len(shown), turn.words)
    press = shown[0].press
    return next(act(turn, press) for kind, act in _OF.items() if isinstance(press, kind))


def pick(turn: Turn, press: presses.WhyList) -> Screen:
    _listen(turn)
    kind = next((kind for kind in screens.PICKS if kind == press.kind), None)
    if kind is None:
        raise StaleButton
    return screens.listed(kind, missing.every(turn, kind), press.page, turn.words)


def of_course(turn: Turn, press: presses.OfCourse) -> Screen:
    return screens.explained(
        explained.course(turn, courses.course(turn.session, press.course)), turn.profile, turn.words
    )


def of_issue(turn: Turn, press: presses.OfIssue) -> Screen:
    return screens.explained(explained.issue(turn, issues.issue(turn.session, press.issue)), turn.profile, turn.words)


def of_special(turn: Turn, press: presses.OfSpecial) -> Screen:
    for special in issues.listed(turn.session).specials:
        if special.slug == press.slug:
            return screens.explained(explained.special(turn, special), turn.profile, turn.words)
    raise NoSuchIssue


def of_training(turn: Turn, press: presses.OfTraining) -> Screen:
    mine = attendances.of_training(turn.session, turn.member.id, press.training, turn.now, turn.rules)
    return screens.explained(explained.training(turn, mine), turn.profile, turn.words)


def of_declaration(turn: Turn, press: presses.OfDeclaration) -> Screen:
    declared = declarations.own(turn.session, turn.member.id, press.declaration)
    return screens.explained(explained.declaration(turn, declared), turn.profile, turn.words)


def of_credit(turn: Turn, press: presses.OfCredit) -> Screen:
    return _credit(turn, press.credit, screens.PENDING)


def of_row(turn: Turn, press: presses.OfRow) -> Screen:
    return _credit(turn, press.credit, presses.Numbers(press.page))


def in_year(turn: Turn, press: presses.InYear) -> Screen:
    return _credit(turn, press.credit, Year(press.year, press.page))


def _credit(turn: Turn, number: int, to: Press) -> Screen:
    """Explain a row of the member's own ledger, which stands or was reversed. Raises StaleButton for any other row."""
    rows: tuple[StandingCredit | Gone, ...] = (
        *ledger.standing(turn.session, turn.member.id),
        *history.gone(turn.session, turn.member.id),
    )
    for one in rows:
        if one.id == number:
            return screens.explained(explained.credit(turn, one), turn.profile, turn.words, to)
    raise StaleButton


def numbers(turn: Turn, press: presses.Numbers) -> Screen:
    """The rows of the goal, the latest first."""
    standing = goal.standing(turn, ledger.history(turn.session, turn.member.id))
    inside = [one for one in reversed(explained.counts(turn)) if one.inside]
    kept = late(turn, turn.member.id, year_span(standing.window.first)[0])
    return screens.numbers(inside, standing, press.page, kept, turn.words)


def _first(turn: Turn, page: int) -> Screen:
    _listen(turn)
    return screens.first(missing.pending(turn), page, turn.words)


def _listen(turn: Turn) -> None:
    """While these screens are shown, a text is a name to look for."""
    chats.expect(turn.session, turn.chat.id, AwaitName(), turn.now)


_OF: Mapping[type[Press], Callable[[Turn, Any], Screen]] = {
    presses.OfCourse: of_course,
    presses.OfIssue: of_issue,
    presses.OfSpecial: of_special,
    presses.OfTraining: of_training,
    presses.OfDeclaration: of_declaration,
    presses.OfCredit: of_credit,
}

ROUTES = (
    Command("why", asked, MEMBER),
    Hears(AwaitName, hear, MEMBER),
    On(presses.Why, first, MEMBER),
    On(presses.WhyList, pick, MEMBER),
    On(presses.OfCourse, of_course, MEMBER),
    On(presses.OfIssue, of_issue, MEMBER),
    On(presses.OfSpecial, of_special, MEMBER),
    On(presses.OfTraining, of_training, MEMBER),
    On(presses.OfDeclaration, of_declaration, MEMBER),
    On(presses.OfCredit, of_credit, MEMBER),
    On(presses.OfRow, of_row, MEMBER),
    On(presses.InYear, in_year, MEMBER),
    On(presses.Numbers, numbers, MEMBER),
)
