"""The room where staff grant credits by a file: the file and its reason are asked for, and why all is taken back. An
import as it stands is shown by handlers/screens/staff/importing.py.
"""

from collections.abc import Sequence

from content.importing.report import Kind, Standing
from content.words import Words
from handlers.presses.staff.importing import GrantsFor, UndoGrants, UndoGrantsFor
from handlers.presses.staff.rooms import Rooms
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.staff.import_keys import KEYS
from handlers.screens.staff.importing import subject

_KEYS = KEYS[Kind.GRANTS]


def room(latest: Sequence[Standing], why: str, words: Words, said: str = "") -> Screen:
    """`why`: the reason for rows that have none; `said`: why what was sent is not taken."""
    say = words.grants
    asked = [*say.reason(why)] if why else [*say.how(), "", *say.reason(why)]
    lines = [*([said, ""] if said else []), *asked]
    reasons = [] if why else [Button(one, GrantsFor(place)) for place, one in enumerate(words.crediting.granting())]
    rows = (
        *(row(button) for button in reasons),
        *(row(Button(words.importing.label(one), _KEYS.open(one.number))) for one in latest),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(say.title(), *lines), rows, subject="staff")


def ask_undo(one: Standing, words: Words, said: str = "") -> Screen:
    """Why? `said`: why the last answer was not taken."""
    told = [said, ""] if said else []
    reasons = enumerate(words.crediting.reversing())
    rows = (
        *(row(Button(why, UndoGrantsFor(one.number, place))) for place, why in reasons),
        row(Button(words.common.back(), _KEYS.open(one.number))),
    )
    text = page(words.importing.one_title(one), *told, *words.grants.ask_undo(one))
    return Screen(text, rows, subject=subject(one.number))


def undo_so(one: Standing, why: str, words: Words) -> Screen:
    """With this reason?"""
    rows = (
        row(Button(words.grants.to_undo(), UndoGrants(one.number))),
        row(Button(words.common.back(), _KEYS.open(one.number))),
    )
    text = page(words.importing.one_title(one), *words.grants.undo_so(one, why))
    return Screen(text, rows, subject=subject(one.number))
