"""The pages that show the check-in codes of the trainings of these days, for staff."""

from datetime import timedelta

from content.attendance import checkin as codes
from content.attendance.training import ListedTraining
from content.staff.rights import Act
from handlers.presses.staff.members import Receptions
from handlers.screens.screen import Screen
from handlers.screens.staff import receptions as screens
from handlers.staff.rights import may
from handlers.turn import Command, On, StaffTurn
from storage.trainings import checkin

LASTS_BEYOND = timedelta(hours=1)
"""A page stays open so long after its codes have ended, to say that no more are taken."""


def command(turn: StaffTurn, _argument: str) -> Screen:
    """/training"""
    return receptions(turn, Receptions(1))


def receptions(turn: StaffTurn, press: Receptions) -> Screen:
    every = [screens.Reception(one, _address(turn, one)) for one in checkin.to_show(turn.session, turn.now, turn.rules)]
    return screens.receptions(every, press.page, turn.words)


def _address(turn: StaffTurn, listed: ListedTraining) -> str:
    doors = codes.hours(listed.training.starts_at, listed.training.ends_at, turn.rules)
    return turn.house.links.checkin(listed.id, turn.person_id, doors.exit_until + LASTS_BEYOND)


ROUTES = (
    Command("training", command, may(Act.SHOW_CHECKIN_CODES), menu=False),
    On(Receptions, receptions, may(Act.SHOW_CHECKIN_CODES)),
)
