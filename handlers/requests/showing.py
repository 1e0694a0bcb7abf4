"""One request as its member sees it."""

from content.requests.requesting import Request
from handlers.screens.requests import requests as screens
from handlers.screens.screen import Screen
from handlers.turn import Turn
from storage.requests import messages


def card(turn: Turn, one: Request, place: int = 0, *, said: str = "", toast: str = "") -> Screen:
    """The card of a request, at one of its messages (0: the last one)."""
    unsent = messages.unsent(one, turn.member.id)
    adding = unsent is not None and not unsent.empty
    return screens.card(one, place, turn.words, adding=adding, late=one.is_late(turn.now), said=said, toast=toast)
