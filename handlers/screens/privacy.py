"""The privacy notice: to be read at any time, and to be accepted before the first login.

Five lines say all of it, so that a phone shows them from the top; the whole stands behind, a few paragraphs a page.
"""

from content.operator import Profile
from content.words import Words
from handlers.presses.personal import MyData
from handlers.presses.privacy import Accept, Decline, Privacy, ReadAll
from handlers.presses.start import LogIn
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Row, Screen, bold, page, plain, row
from handlers.screens.ways import back

SIZE = 2


def notice(words: Words, version: str, profile: Profile, *, member: bool) -> Screen:
    """The notice, to be read. A member is led from it to what can be asked for."""
    say = words.privacy
    text = page(say.title(), *say.summary(profile), "", say.version(version))
    asks = (row(Button(words.mydata.to_mydata(), MyData())),) if member else ()
    return Screen(text, (_to_full(words, asked=False), *asks, back(words)), subject="privacy")


def ask(words: Words, version: str, profile: Profile) -> Screen:
    """The notice, to be accepted before anything is asked."""
    say = words.privacy
    text = page(say.title(), say.before_login(), "", *say.summary(profile), "", say.version(version))
    rows = (
        row(Button(say.accept(), Accept(version))),
        _to_full(words, asked=True),
        row(Button(say.decline(), Decline())),
        back(words),
    )
    return Screen(text, rows, subject="privacy")


def full(words: Words, version: str, number: int, profile: Profile, *, asked: bool) -> Screen:
    """One page of the whole notice, each paragraph to be found by its heading. `asked`: it is to be accepted."""
    say = words.privacy
    shown = cut(say.notice(profile), number, SIZE)
    said = (f"{bold(heading)}\n{plain(text)}" for heading, text in shown.items)
    text = "\n\n".join([bold(say.full_title()), *said, plain(say.version(version))])
    rows = (
        *pager(words, shown, lambda page: ReadAll(page, asked)),
        row(Button(words.common.back(), LogIn(again=True) if asked else Privacy())),
    )
    return Screen(text, rows, subject="privacy")


def declined(words: Words) -> Screen:
    rows = (row(Button(words.common.to_login(), LogIn())), back(words))
    return Screen(page(words.privacy.declined_title(), words.privacy.declined()), rows=rows, subject="privacy")


def _to_full(words: Words, *, asked: bool) -> Row:
    return row(Button(words.privacy.to_full(), ReadAll(1, asked)))
