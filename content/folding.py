"""Text folded for searching: what a physician types on a phone finds what an editor wrote."""

import re
import unicodedata

_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(ord("ァ"), ord("ヶ") + 1)}
_SAME_NAME = str.maketrans("髙﨑𠮷濵邊邉齋齊澤", "高崎吉浜辺辺斎斎沢")
_READING = re.compile("[ぁ-ゖー]+")


def fold(text: str) -> str:
    """Letters and digits alone: any width, either kana, any case, common forms of one surname alike."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_HIRAGANA).translate(_SAME_NAME)
    return "".join(character for character in plain if character.isalnum())


def is_reading(text: str) -> bool:
    """Whether the text is in kana alone, as a reading is typed."""
    return bool(_READING.fullmatch(fold(text)))
