"""What a member hears of a one-time code that staff gave."""

from datetime import datetime

from content.words import Words
from handlers.presses.access.code import DisownCode
from handlers.screens.screen import Button, Place, Screen, page, row


def given(starts: datetime, until: datetime, words: Words) -> Screen:
    """At once, with the button that voids it."""
    rows = (row(Button(words.code.to_disown(), DisownCode(minute_of(until)))),)
    return Screen(page(words.code.given_title(), *words.code.given(starts, until)), rows, place=Place.OWN)


def disowned(words: Words) -> Screen:
    """In place of the message with the button."""
    return Screen(page(words.code.disowned_title(), words.code.disowned()), place=Place.PRESSED)


def over(words: Words) -> Screen:
    """The code was used, or has ended, or another one is out."""
    return Screen(page(words.code.given_title(), words.code.over()), place=Place.PRESSED)


def told_owner(name: str, at: datetime, words: Words) -> Screen:
    return Screen(page(words.code.told_title(), *words.code.told(name, at)), place=Place.OWN)


def minute_of(moment: datetime) -> int:
    """The minute as a button carries it."""
    return int(moment.timestamp()) // 60
