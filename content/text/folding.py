"""The one folding of what people type: a phone's keyboard decorates a right input in many ways, and it stays right.

`plain` is for every text, `bare` and `signs` for codes, numbers and days, `fold` for names and searches. None of them
adds a letter or a digit, or changes the order of those that were typed: a wrong input stays wrong.
"""

import re
import unicodedata

from content.text.each import Each
from content.text.kanji import SAME

_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(ord("ァ"), ord("ヶ") + 1)}
_SMALL_KE = str.maketrans("ゖ", "け")  # 鎌ヶ谷, 鎌ケ谷; other small kana make another word
_READING = re.compile("[ぁ-ゖー]+")
_REPEATED = re.compile(r"([^\W\d_])々")

# Dashes that Unicode does not count as such: minus, modifier minus, hyphen bullet, box drawing
_MORE_DASHES = "\u2212\u02d7\u2043\u2500"
_TILDES = "\u301c\u223c"
# Letters that show as a blank: the fillers of Hangul, a Braille cell without dots
_BLANKS = "\u115f\u1160\u2800"
_VOWEL_SIGN = re.compile(r"(?<![ぁ-ゖァ-ヺー])ー+")
"""The long-vowel sign where no kana stands before it to be lengthened: a kana keyboard's hyphen."""

OPENING = "「『（(【[〔《〈<“‘\"'`´"
CLOSING = "」』）)】]〕》〉>”’\"'`´"
STOPS = "。、.,!?・…:;"


def plain(text: str) -> str:
    """In half width, each run of blanks one space, every dash a hyphen, without characters that can't be seen."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())  # nothing else happens to it; most IDs are so, and an import reads 170,000
    wide = unicodedata.normalize("NFKC", text).translate(_PLAINLY)
    return " ".join(_VOWEL_SIGN.sub(lambda found: "-" * len(found[0]), wide).split())


def _plainly(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter in _BLANKS or (kind == "Cc" and letter.isspace()):
        return " "
    if kind == "Cf" or "\ufe00" <= letter <= "\ufe0f":
        return ""
    if letter in _TILDES:
        return "~"
    return "-" if kind == "Pd" or letter in _MORE_DASHES else letter


_PLAINLY = Each(_plainly)


def bare(text: str) -> str:
    """As `plain`, without the brackets and quotation marks around it and the stops behind it.

    A stop in front stays: .5 is not 5.
    """
    said, before = plain(text), ""
    while said != before:
        before = said
        said = said.lstrip(OPENING).rstrip(CLOSING + STOPS).strip()
    return said


def signs(text: str) -> str:
    """As `bare`, without blanks."""
    return bare(text).replace(" ", "")


def words(text: str) -> tuple[str, ...]:
    """As `plain`, parted at its blanks."""
    return tuple(plain(text).split())


def letters(text: str) -> str:
    """As `bare`, without blanks and any punctuation: for codes that are shown in groups."""
    return "".join(one for one in bare(text) if one != " " and not unicodedata.category(one).startswith("P"))


def fold(text: str) -> str:
    """Letters and digits alone: any width, either kana, any case, old and new kanji alike."""
    small = _REPEATED.sub(r"\1\1", plain(text).translate(SAME)).casefold()
    return "".join(one for one in small.translate(_HIRAGANA).translate(_SMALL_KE) if one.isalnum())


def is_reading(text: str) -> bool:
    """Whether the text is written in kana only, as readings are."""
    return bool(_READING.fullmatch(fold(text)))


def kana(text: str) -> str:
    """What of a text is in hiragana, in words as they stand."""
    said = "".join(letter if letter == " " or _READING.fullmatch(letter) else "" for letter in text)
    return " ".join(said.split())
