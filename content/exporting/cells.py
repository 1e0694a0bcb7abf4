"""A text as a cell of an export, and the text of such a cell. Nothing is lost: each gives back what the other took.

A character that the encoding lacks, or that is not seen, stands as its number in Unicode: &#134071; is U+20BB7. A cell
that a spreadsheet would take for a formula has an apostrophe before it.
"""

import re
from collections import Counter
from enum import StrEnum

from content.tables.writing import defused, undone

_NUMBER = re.compile(r"&#([0-9]{1,7});")
_TWINS = str.maketrans("〜−‖—¢£¬", "～－∥―￠￡￢")
"""What CP932 has in the form of Windows alone: the same sign under another number."""


class Encoding(StrEnum):
    """How an export is encoded."""

    UTF8 = "utf-8"
    CP932 = "cp932"

    @property
    def codec(self) -> str:
        """Its name in Python. UTF-8 is written with its mark (BOM), which Excel in Japan needs."""
        return "utf-8-sig" if self is Encoding.UTF8 else "cp932"


def written(text: str, encoding: Encoding, lacking: Counter[str]) -> str:
    """The cell of this text. Characters that the encoding lacks are counted in `lacking`."""
    if text.isascii() and text.isalnum():
        return text
    text = text.replace("&#", "&#38;#")
    if encoding is Encoding.CP932:
        text = text.translate(_TWINS)
    return defused("".join(_written(letter, encoding, lacking) for letter in text))


def read(cell: str) -> str:
    """The text of this cell. A number that is no character stays as it is written."""
    return _NUMBER.sub(_read, undone(cell))


def units(half_units: int) -> str:
    """Credits of half-units: 3 is 1.5, 2 is 1."""
    return f"{half_units / 2:g}"


def _written(letter: str, encoding: Encoding, lacking: Counter[str]) -> str:
    if not (letter.isprintable() or letter == "\u3000"):
        return f"&#{ord(letter)};"
    if encoding is Encoding.UTF8:
        return letter
    try:
        letter.encode("cp932")
    except UnicodeEncodeError:
        lacking[letter] += 1
        return f"&#{ord(letter)};"
    return letter


def _read(found: re.Match[str]) -> str:
    number = int(found[1])
    is_character = number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_character else found[0]
