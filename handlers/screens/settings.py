"""What a person has chosen, and the choices that there are."""

from collections.abc import Collection

from content.rules import Rules
from content.values import Reminder
from content.words import Words
from handlers.presses.noted import OpenNoted
from handlers.presses.privacy import Privacy
from handlers.presses.session import AskLogOut
from handlers.presses.settings import Remind, Speak
from handlers.presses.start import LogIn
from handlers.screens.screen import Button, Row, Screen, page, row
from handlers.screens.ways import back


def for_stranger(words: Words, *, toast: str = "") -> Screen:
    """The settings without a login: the language alone."""
    lines = (words.settings.language(), words.settings.no_account())
    rows = (_language(words), row(Button(words.common.to_login(), LogIn())), row(_privacy(words)), back(words))
    return _screen(words, lines, rows, toast)


def for_member(words: Words, name: str, *, wanted: Collection[Reminder], rules: Rules, toast: str = "") -> Screen:
    """The settings of a member. `wanted` are the kinds of reminders that the member is sent; `rules` say when."""
    say = words.settings
    lines = (
        say.account(name),
        say.language(),
        *(say.reminder(kind, kind in wanted, rules) for kind in Reminder),
    )
    rows = (
        *(_switch(kind, kind not in wanted, words) for kind in Reminder),
        row(Button(words.noted.to_noted(), OpenNoted())),
        _language(words),
        row(_privacy(words), Button(words.settings.to_logout(), AskLogOut())),
        back(words),
    )
    return _screen(words, lines, rows, toast)


def _screen(words: Words, lines: tuple[str, ...], rows: tuple[Row, ...], toast: str) -> Screen:
    return Screen(page(words.settings.title(), *lines), rows=rows, subject="settings", toast=toast)


def _switch(kind: Reminder, to: bool, words: Words) -> Row:
    """The button that switches reminders of this kind on or off."""
    return row(Button(words.settings.to_remind(kind, to), Remind(kind.value, to)))


def _language(words: Words) -> Row:
    other = "ja" if words.language == "en" else "en"
    return row(Button(words.settings.other_language(), Speak(other)))


def _privacy(words: Words) -> Button:
    return Button(words.settings.to_privacy(), Privacy())
