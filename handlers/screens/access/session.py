"""The end of a session: the member logged out, or logged in elsewhere."""

from datetime import datetime

from content.operator import Profile
from content.words import Words
from handlers.presses.access.session import LogOut
from handlers.presses.start import LogIn
from handlers.screens.screen import Button, Place, Row, Screen, page, row
from handlers.screens.ways import back


def ask_logout(words: Words) -> Screen:
    rows = (row(Button(words.login.do_logout(), LogOut())), back(words))
    return Screen(page(words.login.logout_title(), words.login.ask_logout()), rows=rows, subject="login")


def logged_out(words: Words) -> Screen:
    rows = (_log_in(words), back(words))
    return Screen(page(words.login.logout_title(), words.login.logged_out()), rows=rows, subject="login")


def ended(words: Words, at: datetime, profile: Profile) -> Screen:
    """The letter to the chat in which the member was logged in before."""
    text = page(words.login.ended_title(), *words.login.ended(at, profile))
    return Screen(text, rows=(_log_in(words),), place=Place.OWN)


def _log_in(words: Words) -> Row:
    return row(Button(words.common.to_login(), LogIn()))
