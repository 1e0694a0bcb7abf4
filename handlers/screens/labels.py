"""How wide a button's label may be, and labels cut to that width."""

import unicodedata

LABEL = 14


def fitted(label: str) -> str:
    """The label, cut with … to the width that a phone shows whole. Two characters of Latin script are as wide as one of
    Japanese.
    """
    if _width(label) <= LABEL:
        return label
    while _width(label) > LABEL - 1:
        label = label[:-1]
    return f"{label.rstrip()}…"


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)
