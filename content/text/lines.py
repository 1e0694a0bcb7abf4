"""Brings what people write to one line that can safely be shown to others."""

import unicodedata

from content.text.composing import composed


def one_line(text: str) -> str:
    """The text in NFC, with each run of white space and control characters as one space. Invisible characters are
    removed: alone they would pass for an answer, and some of them reverse the direction of the line.
    """
    seen = "".join(_shown(letter) for letter in composed(text))
    return " ".join(seen.split())


def _shown(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cf":
        return ""
    return " " if kind in ("Cc", "Cs") else letter
