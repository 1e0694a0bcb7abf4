"""What was asked for before the log-in. It is shown after it, so only commands that change nothing are kept."""

from collections.abc import Mapping, Sequence

from content import spoken
from handlers import journal
from handlers.certificates import certificate
from handlers.credits import credits, fees, why
from handlers.declarations import declare
from handlers.incoming import Edited, Pressed, Said, Sent, command
from handlers.press import NoSuchPress, Press, unpack
from handlers.presses.certificates.certificate import Certificates
from handlers.presses.credits.credits import Credits
from handlers.presses.credits.fees import OpenFees
from handlers.presses.credits.why import Why
from handlers.presses.declarations.declare import Declarations
from handlers.presses.journal import Issues
from handlers.presses.requests import Requests
from handlers.presses.study.resume import Resume
from handlers.presses.trainings.checkin import CheckIn
from handlers.presses.trainings.trainings import Trainings
from handlers.requests import requests
from handlers.screens.screen import Screen
from handlers.study import resume
from handlers.trainings import checkin, trainings
from handlers.turn import MEMBER, Command, Turn

_FEATURES = (credits, why, journal, certificate, trainings, checkin, declare, requests, fees, resume)
_ROUTES: Sequence[object] = [route for feature in _FEATURES for route in feature.ROUTES]
COMMANDS: Mapping[str, Command[Turn]] = {
    route.name: route for route in _ROUTES if isinstance(route, Command) and route.who is MEMBER
}
PRESSES: Mapping[type[Press], str] = {
    Credits: "credits",
    Why: "why",
    Certificates: "certificate",
    Issues: "journal",
    Trainings: "trainings",
    CheckIn: "checkin",
    Declarations: "declare",
    Requests: "requests",
    OpenFees: "fees",
    Resume: "resume",
}
"""The command that shows what a button opens."""


def asked(what: Said | Pressed | Sent | Edited) -> str:
    """The command that was asked for, as it is kept: "/credits", without its argument; empty if it can't be
    shown later.
    """
    if isinstance(what, Pressed):
        return _kept(_pressed(what.data))
    if not isinstance(what, Said):
        return ""
    order = command(what.text) or spoken.command(what.text)
    return _kept(order[0] if order is not None else "")


def show(turn: Turn, kept: str) -> Screen | None:
    """What was asked for by this command; None if it is none of these."""
    route = COMMANDS.get(kept.removeprefix("/")) if kept.startswith("/") else None
    return None if route is None else route.act(turn, "")


def _kept(name: str) -> str:
    return f"/{name}" if name in COMMANDS else ""


def _pressed(data: str) -> str:
    try:
        return PRESSES.get(type(unpack(data)), "")
    except NoSuchPress:
        return ""
