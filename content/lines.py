"""What people write, on one line, as others may be shown it."""

import unicodedata

from content.composing import composed


def one_line(text: str) -> str:
    """In NFC, each run of white space and control characters one space. What can't be seen is left out: it would pass
    for an answer, and some of it turns what follows on the line round.
    """
    seen = "".join(_shown(letter) for letter in composed(text))
    return " ".join(seen.split())


def _shown(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Cf":
        return ""
    return " " if kind in ("Cc", "Cs") else letter
