"""Staff's desk: everything that waits to be decided."""

from sqlalchemy.orm import Session

from content.staff.rights import Act
from handlers.presses.staff.certificates import Doubted
from handlers.presses.staff.desk import Claims, Desk, Filed
from handlers.presses.staff.requests import Asked
from handlers.screens.screen import Screen
from handlers.screens.staff import desk as screens
from handlers.staff.rights import may
from handlers.turn import Command, On, StaffTurn
from storage.certificates import doubts
from storage.declarations import cases
from storage.requests import cases as requests
from storage.trainings import claims


def command(turn: StaffTurn, _argument: str) -> Screen:
    """/desk"""
    return desk(turn, Desk())


def desk(turn: StaffTurn, _press: Desk) -> Screen:
    return screens.desk(_trays(turn.session), turn.now, turn.words)


def waiting(session: Session) -> int:
    """How many cases wait, of all kinds together."""
    return sum(tray.waiting.number for tray in _trays(session))


def _trays(session: Session) -> tuple[screens.Tray, ...]:
    return (
        screens.Tray("claims", claims.waiting(session), Claims(1)),
        screens.Tray("declarations", cases.waiting(session), Filed(1)),
        screens.Tray("requests", requests.waiting(session), Asked(1)),
        screens.Tray("certificates", doubts.waiting(session), Doubted(1)),
    )


ROUTES = (
    Command("desk", command, may(Act.SEE_DESK), menu=False),
    On(Desk, desk, may(Act.SEE_DESK)),
)
