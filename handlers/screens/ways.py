"""Rows of buttons that lead out of many screens."""

from content.words import Words
from handlers.presses.start import Start
from handlers.screens.screen import Button, Row, row


def back(words: Words) -> Row:
    """「‹ 戻る」: a button to the first screen."""
    return row(Button(words.common.back(), Start()))
