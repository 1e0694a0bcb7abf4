"""Screens of logging in."""

import math
from dataclasses import replace
from datetime import datetime, timedelta

from content.access.login_id import MEMBER_NO_DIGITS, LoginId
from content.access.passwords import Reason
from content.operator import Profile
from content.words import Words
from handlers.presses.login import NotMember
from handlers.presses.session import AskLogOut
from handlers.presses.start import LogIn
from handlers.screens.screen import Button, Row, Screen, page, plain, row
from handlers.screens.ways import back


def ask_id(words: Words, *, member_no: bool, mamis_id: bool) -> Screen:
    """The first question. It names the kinds of ID that are taken today."""
    rows = (row(Button(words.start.to_not_member(), NotMember())), back(words))
    return _screen(words.login.title(), words.login.ask_id(member_no, mamis_id), rows)


def id_unreadable(words: Words) -> Screen:
    return _screen(words.login.title(), (words.login.id_unreadable(),), (back(words),))


def ask_password(words: Words, typed: LoginId) -> Screen:
    """The second question. If the number is no user ID by its length, the screen says so: it may be a MAMIS ID."""
    doubted = typed.text.isdigit() and len(typed.text) != MEMBER_NO_DIGITS
    doubt = ("", words.login.digits(len(typed.text))) if doubted else ()
    return _screen(words.login.title(), (*words.login.ask_password(), *doubt), _again(words))


def wrong(words: Words, profile: Profile) -> Screen:
    lines = (words.login.wrong(), "", words.login.forgotten(profile))
    return _screen(words.login.wrong_title(), lines, _again(words))


def wrong_and_wait(words: Words, profile: Profile, now: datetime, until: datetime) -> Screen:
    """The password was wrong, and the next attempt has to wait."""
    lines = (words.login.wrong(), _wait(words, now, until), "", words.login.forgotten(profile))
    return _screen(words.login.wrong_title(), lines, _again(words))


def wait(words: Words, profile: Profile, now: datetime, until: datetime) -> Screen:
    """The attempt came too early, so it was not judged at all."""
    lines = (_wait(words, now, until), "", words.login.forgotten(profile))
    return _screen(words.login.wrong_title(), lines, _again(words))


def early(words: Words, starts: datetime) -> Screen:
    """The one-time code is right, but not good yet: the member can still disown it."""
    return _screen(words.login.wrong_title(), (words.code.early(starts),), _again(words))


def not_deleted(screen: Screen, words: Words) -> Screen:
    """The same screen, with the request to delete the message with the password by hand."""
    return replace(screen, text=f"{screen.text}\n\n{plain(words.login.delete_yourself())}")


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
    rows = (row(Button(words.common.to_login(), LogIn())), back(words))
    return _screen(words.login.not_member_title(), words.login.not_member(), rows)


def _screen(title: str, lines: tuple[str, ...], rows: tuple[Row, ...]) -> Screen:
    return Screen(page(title, *lines), rows=rows, subject="login")


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
