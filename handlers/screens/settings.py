"""What a person has chosen, and the choices that there are."""

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


def for_member(words: Words, name: str, *, reminders: bool, days: int, hour: int, toast: str = "") -> Screen:
    """The settings of a member. `days` and `hour` say when an unfinished course is reminded of."""
    lines = (
        words.settings.language(),
        words.settings.reminders(reminders, days, hour),
        words.settings.account(name),
    )
    label = words.settings.stop_reminders() if reminders else words.settings.want_reminders()
    rows = (
        row(Button(label, Remind(not reminders))),
        row(Button(words.noted.to_noted(), OpenNoted())),
        _language(words),
        row(_privacy(words), Button(words.settings.to_logout(), AskLogOut())),
        back(words),
    )
    return _screen(words, lines, rows, toast)


def _screen(words: Words, lines: tuple[str, ...], rows: tuple[Row, ...], toast: str) -> Screen:
    return Screen(page(words.settings.title(), *lines), rows=rows, subject="settings", toast=toast)


def _language(words: Words) -> Row:
    other = "ja" if words.language == "en" else "en"
    return row(Button(words.settings.other_language(), Speak(other)))


def _privacy(words: Words) -> Button:
    return Button(words.settings.to_privacy(), Privacy())
