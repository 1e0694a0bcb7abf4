"""Brings what people write to one line, or to some, that can safely be shown to others."""

import unicodedata

from content.text.composing import composed
from content.text.each import Each


def one_line(text: str) -> str:
    """The text in NFC, with each run of white space and control characters as one space. Invisible characters are
    removed: alone they would pass for an answer, and some of them reverse the direction of the line.
    """
    return " ".join(composed(text).translate(_SHOWN).split())


def some_lines(text: str) -> str:
    """The same for a text of several lines, which stay. Of several empty lines in a row one stays."""
    every = [one_line(line) for line in text.splitlines()]
    kept = [line for number, line in enumerate(every) if line or (number and every[number - 1])]
    return "\n".join(kept).strip()


def _shown(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cf":
        return ""
    return " " if kind in ("Cc", "Cs") else letter


_SHOWN = Each(_shown)
