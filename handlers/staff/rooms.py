"""The first screen of staff (/staff): the rooms that the caller's roles open."""

from content.staff.rights import Act, Role, acts_of
from handlers.presses.staff.rooms import Rooms
from handlers.screens.screen import Screen
from handlers.screens.staff import rooms as screens
from handlers.staff import desk, members
from handlers.staff.rights import held, may
from handlers.turn import Command, On, StaffTurn


def command(turn: StaffTurn, argument: str) -> Screen:
    """/staff; /staff 佐藤 looks for a member at once, for those who may."""
    if argument and Act.FIND_MEMBERS in acts_of(held(turn)):
        return members.command(turn, argument)
    return show(turn, Rooms())


def show(turn: StaffTurn, _press: Rooms) -> Screen:
    mine = held(turn)
    acts = acts_of(mine)
    if Act.FIND_MEMBERS in acts:
        members.listen(turn)
    waiting = desk.waiting(turn.session) if Act.SEE_DESK in acts else 0
    return screens.rooms([role for role in Role if role.value in mine], acts, waiting, turn.words)


ROUTES = (
    Command("staff", command, may(Act.SEE_ROOMS), menu=False),
    On(Rooms, show, may(Act.SEE_ROOMS)),
)
