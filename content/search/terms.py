"""The words that titles are made of, and those that a text holds: 便秘 and 薬物療法 of 高齢者の便秘と薬物療法."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from content import curriculum
from content.curriculum import Code
from content.text.folding import fold, plain, words

SHORTEST, SHORTEST_KANA, SHORTEST_LATIN = 2, 3, 3
"""In letters. A shorter word in kana stands within many others."""
LONGEST = 12
"""A title has no longer word that is worth a look."""
SHORTEST_NAME = 4
_RUN = re.compile("[\u3400-\u9fff\uf900-\ufaff々]+|[ァ-ヺー]+|[a-z0-9]+")
_LATIN = re.compile("[a-z0-9]+")
_SMALL = frozenset(
    words("a an and are can do does for from have how i in into is it me my no not of on or our that the their this")
    + words("to we what when where which who with you your")
)
"""English words that say nothing of a subject."""
_PARTS = re.compile("[・、：（）]|および")


def runs(text: str) -> tuple[str, ...]:
    """The words of a text, folded: each run of kanji, of katakana or of Latin letters."""
    found = _RUN.findall(plain(text).casefold())
    return tuple(dict.fromkeys(stem(fold(one)) for one in found if one not in _SMALL))


def terms(title: str) -> Iterator[str]:
    """The words of a title by which it may be found."""
    return (one for one in runs(title) if least(one) <= len(one) <= LONGEST or _LATIN.fullmatch(one))


def least(word: str) -> int:
    """The fewest letters that a folded word must have to be found in a text."""
    if _LATIN.fullmatch(word):
        return SHORTEST_LATIN
    return SHORTEST_KANA if all("ぁ" <= letter <= "ゖ" or letter == "ー" for letter in word) else SHORTEST


def stem(word: str) -> str:
    """An English word without its plural."""
    plural = _LATIN.fullmatch(word) and len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


def standing(text: str, known: Iterable[str] | dict[str, object]) -> tuple[str, ...]:
    """Which of the known terms stand in the text, from its beginning on the longest at each place. Latin ones stand
    there as whole words.
    """
    said, at, found = fold(text), 0, []
    latin = [one for one in runs(text) if _LATIN.fullmatch(one) and one in known]
    while at < len(said):
        ends = range(min(len(said), at + LONGEST), at + SHORTEST - 1, -1)
        one = next((said[at:end] for end in ends if said[at:end] in known and not _LATIN.fullmatch(said[at:end])), "")
        found += [one] * bool(one)
        at += len(one) or 1
    return tuple(dict.fromkeys((*found, *latin)))


@cache
def called(number: int) -> tuple[str, ...]:
    """What a curriculum code is called, folded: each part of its name, and 高血圧 of 高血圧症."""
    return tuple(dict.fromkeys(_called(curriculum.load().code(number))))


def _called(code: Code) -> Iterator[str]:
    for part in _PARTS.split(code.ja):
        name = fold(part)
        yield from (one for one in (name, name.removesuffix("症")) if len(one) >= least(one))
    for reading in code.reading.split():
        yield from (one for one in {reading, reading.removesuffix("しょう")} if len(one) >= SHORTEST_NAME)
    if len(fold(code.en)) >= SHORTEST_NAME:
        yield fold(code.en)
