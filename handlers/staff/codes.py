"""Giving a one-time code."""

from datetime import timedelta

from handlers.screens.screen import Screen
from handlers.screens.staff import members as screens
from handlers.turn import StaffTurn
from storage.people import members


def give(turn: StaffTurn, member_id: int, name: str) -> Screen:
    """A new code in place of any earlier one, shown once."""
    until = turn.now + timedelta(hours=turn.rules.one_time_code_hours)
    code = members.give_code(turn.session, turn.house.cipher, member_id, until)
    return screens.code(turn.words, member_id, name, code, until)
