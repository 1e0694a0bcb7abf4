"""Screens of staff: an act that none of the caller's roles allows, and what the owners are told of the attempt."""

from collections.abc import Sequence
from datetime import datetime

from content.staff.rights import Act, Role
from content.words import Words
from handlers.presses.staff.rooms import Rooms
from handlers.screens.screen import Button, Place, Screen, page, row


def not_yours(act: Act, roles: Sequence[Role], words: Words) -> Screen:
    """It takes the place of the screen that was open, so that what the role showed is gone."""
    say = words.rights
    rows = (row(Button(words.common.back(), Rooms())),)
    return Screen(page(say.not_yours_title(), *say.not_yours(act, roles)), rows, subject="staff")


def attempt(name: str, what: str, at: datetime, words: Words) -> Screen:
    """To an owner: who tried what."""
    say = words.rights
    return Screen(page(say.attempt_title(), *say.attempt(name, what, at)), place=Place.OWN)
