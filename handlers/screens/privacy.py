"""The privacy notice: to be read at any time, and to be accepted before the first login."""

from content.words import Words
from handlers.presses.privacy import Accept, Decline
from handlers.presses.start import LogIn
from handlers.screens.screen import Button, Screen, bold, page, plain, row
from handlers.screens.ways import back


def notice(words: Words, version: str) -> Screen:
    """The notice, to be read."""
    text = "\n\n".join([bold(words.privacy.title()), *_notice(words, version)])
    return Screen(text, rows=(back(words),), subject="privacy")


def ask(words: Words, version: str) -> Screen:
    """The notice, to be accepted before anything is asked."""
    text = "\n\n".join([page(words.privacy.title(), words.privacy.before_login()), *_notice(words, version)])
    rows = (
        row(Button(words.privacy.accept(), Accept(version))),
        row(Button(words.privacy.decline(), Decline())),
        back(words),
    )
    return Screen(text, rows=rows, subject="privacy")


def declined(words: Words) -> Screen:
    rows = (row(Button(words.common.to_login(), LogIn())), back(words))
    return Screen(page(words.privacy.declined_title(), words.privacy.declined()), rows=rows, subject="privacy")


def _notice(words: Words, version: str) -> tuple[str, ...]:
    """The notice, a paragraph for each point, with a heading to find it by."""
    gap = " " if words.language == "en" else "　"
    said = (f"{bold(heading)}{gap}{plain(text)}" for heading, text in words.privacy.notice())
    return (*said, plain(words.privacy.version(version)))
