"""Screens of staff: the erasure of a member is proposed."""

from content.words import Words
from handlers.presses.staff.erasing import EraseFor
from handlers.presses.staff.members import OpenMember
from handlers.screens.screen import Button, Screen, page, row


def propose(member_id: int, name: str, words: Words) -> Screen:
    """What it would do, and the reasons to choose from."""
    say = words.erasing
    reasons = (row(Button(why, EraseFor(member_id, number))) for number, why in enumerate(say.reasons()))
    lines = (*say.propose(), "", *say.goes(), "", *say.stays())
    rows = (*reasons, row(Button(words.common.back(), OpenMember(member_id))))
    return Screen(page(say.propose_title(name), *lines), rows, subject=f"staff:{member_id}")


def refused(member_id: int, name: str, said: str, words: Words) -> Screen:
    """Why it is not proposed."""
    rows = (row(Button(words.common.back(), OpenMember(member_id))),)
    return Screen(page(words.erasing.propose_title(name), said), rows, subject=f"staff:{member_id}")
