"""Folds text for searching, so that what a physician types on a phone finds what an editor wrote."""

import re
import unicodedata

# each katakana stands 0x60 above its hiragana
_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(ord("ァ"), ord("ヶ") + 1)}
# variants of kanji that surnames are written with: nobody knows which one the editor took
_SAME_NAME = str.maketrans("髙﨑𠮷濵邊邉齋齊澤", "高崎吉浜辺辺斎斎沢")
_READING = re.compile("[ぁ-ゖー]+")


def fold(text: str) -> str:
    """Only the letters and digits; width, kind of kana, case and common variants of surnames make no difference."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_HIRAGANA).translate(_SAME_NAME)
    return "".join(character for character in plain if character.isalnum())


def is_reading(text: str) -> bool:
    """Whether the text is written in kana only, as readings are."""
    return bool(_READING.fullmatch(fold(text)))
