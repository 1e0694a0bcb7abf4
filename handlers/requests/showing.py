"""One request as its member sees it."""

from content.refusals import NoSuchDeclaration, StaleButton
from content.requests.requesting import Kind, Request
from handlers.screens.requests import requests as screens
from handlers.screens.screen import Screen
from handlers.turn import Turn
from storage.declarations import declarations
from storage.requests import messages
from storage.trainings import claims


def card(turn: Turn, one: Request, place: int = 0, *, said: str = "", toast: str = "") -> Screen:
    """The card of a request, at one of its messages (0: the last one)."""
    unsent = messages.unsent(one, turn.member.id)
    adding = unsent is not None and not unsent.empty
    late, about = one.is_late(turn.now), about_of(turn, one)
    return screens.card(one, place, turn.words, adding=adding, late=late, said=said, toast=toast, about=about)


def about_of(turn: Turn, one: Request) -> str:
    """Which declaration or claim of the member it is about; empty if it is about none, or that is gone."""
    say, number = turn.words.caring, one.about
    if number is None:
        return ""
    try:
        if one.kind is Kind.DECLARATION:
            declared = declarations.own(turn.session, turn.member.id, number)
            return say.about(one.kind, number, declared.what, declared.held_on)
        training = claims.case(turn.session, number, turn.house.rulebook, turn.now).mine.listed.training
        return say.about(one.kind, number, turn.words.titled(training), training.held_on)
    except (NoSuchDeclaration, StaleButton):
        return ""
