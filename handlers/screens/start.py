"""The ways to the first screen and to the login. They need no other screens, so that all of these can offer them."""

from dataclasses import dataclass

from content.words import Words
from handlers.press import Press
from handlers.screens.screen import Button, Row, row


@dataclass(frozen=True)
class Start(Press, tag="st"):
    """The first screen: the greeting, or home for one who is logged in."""


@dataclass(frozen=True)
class LogIn(Press, tag="li"):
    """Log in; `again`: with another ID, though one is logged in or half-way."""

    again: bool = False


def back(words: Words) -> Row:
    """「‹ 戻る」 to the first screen."""
    return row(Button(words.common.back(), Start()))
