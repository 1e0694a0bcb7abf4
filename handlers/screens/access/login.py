"""Screens of logging in."""

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from content.absence import given
from content.access.login_id import MEMBER_NO_DIGITS, LoginId
from content.access.passwords import Reason
from content.operator import Profile
from content.words import Words
from handlers.presses.access.joining import Joining
from handlers.presses.access.login import Forgotten, NotMember
from handlers.presses.access.session import AskLogOut
from handlers.presses.start import LogIn
from handlers.presses.study.browse import Codes
from handlers.screens.screen import Button, Row, Screen, page, plain, row
from handlers.screens.ways import back


def ask_id(words: Words, *, member_no: bool, mamis_id: bool) -> Screen:
    """The first question. It names the kinds of ID that are taken today."""
    rows = (row(Button(words.start.to_not_member(), NotMember())), back(words))
    return _screen(words.login.title(), words.login.ask_id(member_no, mamis_id), rows)


def id_unreadable(words: Words) -> Screen:
    return _screen(words.login.title(), (words.login.id_unreadable(),), (back(words),))


def ask_password(words: Words, typed: LoginId, *, letters: bool = False) -> Screen:
    """The second question. If the number is no user ID by its length, the screen says so: it may be a MAMIS ID.
    `letters`: some members have letters with a code, and whoever has one can't come in by the birth date.
    """
    doubted = typed.text.isdigit() and len(typed.text) != MEMBER_NO_DIGITS
    doubt = ("", words.login.digits(len(typed.text))) if doubted else ()
    code = ("", words.activation.instead()) if letters else ()
    return _screen(words.login.title(), (*words.login.ask_password(), *code, *doubt), _again(words))


@dataclass(frozen=True)
class Tried:
    """A failed attempt: the ID as it was read (empty if it may be something else), and when: so two failures look
    different on the screen.
    """

    typed: str
    at: datetime
    letters: bool = False  # see ask_password


def wrong(words: Words, profile: Profile, tried: Tried) -> Screen:
    return _failed(words, profile, tried, words.login.wrong())


def wrong_and_wait(words: Words, profile: Profile, tried: Tried, until: datetime) -> Screen:
    """The password was wrong, and the next attempt has to wait."""
    return _failed(words, profile, tried, words.login.wrong(), _wait(words, tried.at, until))


def wait(words: Words, profile: Profile, tried: Tried, until: datetime) -> Screen:
    """The attempt came too early, so it was not judged at all."""
    return _failed(words, profile, tried, _wait(words, tried.at, until))


def forgotten(words: Words, profile: Profile) -> Screen:
    """Whom to ask without the ID or the password, with a number to call."""
    desk = profile.help_desk
    lines = (words.login.forgotten(profile), "", *words.operator.ways(desk, form=False))
    ways = given(
        row(Button(words.operator.copy_phone(), copies=desk.phone)) if desk.phone else None,
        row(Button(words.operator.to_form(), url=desk.form)) if desk.form else None,
    )
    return _screen(words.login.to_forgotten(), lines, (*ways, *_again(words)))


def early(words: Words, starts: datetime) -> Screen:
    """The one-time code is right, but not good yet: the member can still disown it."""
    return _screen(words.login.wrong_title(), (words.code.early(starts),), _again(words))


def not_deleted(screen: Screen, words: Words) -> Screen:
    """The same screen, with the request to delete the message with the password by hand."""
    return replace(screen, text=f"{screen.text}\n\n{plain(words.login.delete_yourself())}", over=False)


def ask_new(words: Words, *, shortest: int, minutes: int) -> Screen:
    return _screen(words.login.new_title(), words.login.ask_new(shortest, minutes), (back(words),))


def bad(words: Words, reason: Reason, *, shortest: int) -> Screen:
    return _screen(
        words.login.bad_title(), (words.login.bad(reason, shortest), words.login.think_again()), (back(words),)
    )


def too_late(words: Words) -> Screen:
    return _screen(words.login.new_title(), (words.login.too_late(),), _again(words))


def already(words: Words, name: str) -> Screen:
    rows = (
        row(Button(words.login.other_account(), LogIn(again=True))),
        row(Button(words.settings.to_logout(), AskLogOut())),
        back(words),
    )
    return _screen(words.login.title(), (words.login.already(name),), rows)


def not_member(words: Words) -> Screen:
    rows = (
        row(Button(words.joining.to_joining(), Joining())),
        row(Button(words.common.to_courses(), Codes(1, "courses"))),
        row(Button(words.common.to_login(), LogIn())),
        back(words),
    )
    return _screen(words.login.not_member_title(), words.login.not_member(), rows)


def _screen(title: str, lines: tuple[str, ...], rows: tuple[Row, ...]) -> Screen:
    return Screen(page(title, *lines), rows=rows, subject="login")


def _failed(words: Words, profile: Profile, tried: Tried, *said: str) -> Screen:
    code = (words.activation.instead(),) if tried.letters else ()
    lines = (words.login.tried(tried.typed, tried.at), *said, "", *code, words.login.forgotten(profile))
    rows = (row(Button(words.login.to_forgotten(), Forgotten())), *_again(words))
    return replace(_screen(words.login.wrong_title(), lines, rows), over=True)


def _again(words: Words) -> tuple[Row, ...]:
    return (row(Button(words.login.again(), LogIn(again=True))), back(words))


def _wait(words: Words, now: datetime, until: datetime) -> str:
    """The line that says how long to wait. Its time of day is rounded up: an attempt at that minute must not be too
    early.
    """
    minute = until.replace(second=0, microsecond=0)
    return words.login.wait(
        math.ceil((until - now).total_seconds()), until if until == minute else minute + timedelta(minutes=1)
    )
