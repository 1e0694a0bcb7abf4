"""The end of a session: logged out, or logged in elsewhere."""

from dataclasses import dataclass
from datetime import datetime

from content.words import Words
from handlers.press import Press
from handlers.screens.screen import Button, Place, Row, Screen, page, row
from handlers.screens.start import LogIn, back


@dataclass(frozen=True)
class AskLogOut(Press, tag="lq"):
    """Log out, to be confirmed."""


@dataclass(frozen=True)
class LogOut(Press, tag="lo"):
    """Log out."""


def ask_logout(words: Words) -> Screen:
    rows = (row(Button(words.login.do_logout(), LogOut())), back(words))
    return Screen(page(words.login.logout_title(), words.login.ask_logout()), rows=rows, subject="login")


def logged_out(words: Words) -> Screen:
    rows = (_log_in(words), back(words))
    return Screen(page(words.login.logout_title(), words.login.logged_out()), rows=rows, subject="login")


def ended(words: Words, at: datetime) -> Screen:
    """Told to the chat in which the member was logged in before."""
    text = page(words.login.ended_title(), *words.login.ended(at))
    return Screen(text, rows=(_log_in(words),), place=Place.OWN)


def _log_in(words: Words) -> Row:
    return row(Button(words.common.to_login(), LogIn()))
