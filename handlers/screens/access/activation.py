"""Screens of the first log-in by an activation letter."""

from datetime import datetime

from content.operator import Profile
from content.words import Words
from handlers.presses.start import LogIn
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.ways import back


def ask_birth(shown: str, words: Words) -> Screen:
    """Which code was read (content.activating.code.hidden), and the question for the birth date."""
    say = words.activation
    return _screen(words, say.read_as(shown), "", say.ask_birth())


def mistyped(words: Words) -> Screen:
    return _screen(words, words.activation.mistyped())


def wrong(shown: str, words: Words, profile: Profile, at: datetime) -> Screen:
    """Either of both, or the code is no good any more: which of them is not said."""
    say = words.activation
    return _screen(words, say.wrong(at), say.read_as(shown), "", say.whom(profile))


def wait(words: Words, profile: Profile, until: datetime) -> Screen:
    say = words.activation
    return _screen(words, say.wait(until), "", say.whom(profile))


def _screen(words: Words, *lines: str) -> Screen:
    rows = (row(Button(words.activation.to_password(), LogIn())), back(words))
    return Screen(page(words.activation.title(), *lines), rows)
