"""The password is asked for once more: it was wrong, or the next try has to wait."""

import math
from datetime import datetime

from content.words import Words
from content.words.password import ForWhat
from handlers.presses.personal import MyData
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.ways import back

_AGAIN = {ForWhat.DATA: MyData()}


def wrong(what: ForWhat, words: Words) -> Screen:
    return _screen(what, words.password.wrong(), words)


def wait(what: ForWhat, until: datetime, now: datetime, words: Words) -> Screen:
    seconds = math.ceil((until - now).total_seconds())
    return _screen(what, words.password.wait(seconds, until), words)


def _screen(what: ForWhat, said: str, words: Words) -> Screen:
    say = words.password
    rows = (row(Button(say.again(), _AGAIN[what])), back(words))
    return Screen(page(say.title(what), said, "", say.forgotten()), rows, subject=what.value)
