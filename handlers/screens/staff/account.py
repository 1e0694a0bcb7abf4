"""Screens of a staff account: the opened invitation, the first screen, the log-out."""

from collections.abc import Sequence

from content.staff.inviting import Opening
from content.staff.rights import Role
from content.words import Words
from handlers.presses.access.session import LogOut
from handlers.presses.help import Help
from handlers.presses.settings import Settings
from handlers.presses.staff.rooms import Rooms
from handlers.screens.home import to_staff
from handlers.screens.screen import Button, Place, Screen, page, row
from handlers.screens.ways import back


def opening(what: Opening, words: Words) -> Screen:
    """To whoever opened the link."""
    return Screen(page(words.account.opening_title(), *words.account.opening(what)), (back(words),), subject="invite")


def ready(name: str, roles: Sequence[Role], words: Words) -> Screen:
    """The letter that the account is ready."""
    rows = (row(Button(words.account.to_rooms(), Rooms())),) if roles else ()
    return Screen(page(words.account.ready_title(), *words.account.ready(name, roles)), rows, place=Place.OWN)


def home(name: str, roles: Sequence[Role], waiting: int | None, words: Words) -> Screen:
    """The first screen of a staff account. `waiting`: how much waits on the desk; None without a role."""
    rooms = [row(to_staff(waiting, words))] if waiting is not None else []
    last = row(Button(words.start.to_settings(), Settings()), Button(words.start.to_help(), Help()))
    return Screen(page(words.account.home_title(name), *words.account.home(roles)), (*rooms, last), subject="start")


def logged_in(name: str, words: Words) -> Screen:
    """No member can log in here now."""
    return Screen(page(words.login.title(), *words.account.logged_in(name)), (back(words),), subject="login")


def ask_logout(words: Words) -> Screen:
    rows = (row(Button(words.login.do_logout(), LogOut())), back(words))
    return Screen(page(words.login.logout_title(), words.account.ask_logout()), rows, subject="login")


def logged_out(words: Words) -> Screen:
    return Screen(page(words.login.logout_title(), words.account.logged_out()), (back(words),), subject="login")
