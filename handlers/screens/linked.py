"""What a link shows to somebody who is not logged in."""

from content.words import Words
from handlers.presses.access.login import NotMember
from handlers.presses.start import LogIn
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.ways import back


def after_login(title: str, hours: int, words: Words) -> Screen:
    """What the link leads to, and that it is shown after the log-in."""
    rows = (
        row(Button(words.common.to_login(), LogIn())),
        row(Button(words.start.to_not_member(), NotMember())),
        back(words),
    )
    return Screen(page(title, words.linked.after_login(hours)), rows, subject="start")
