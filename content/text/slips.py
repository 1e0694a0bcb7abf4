"""Names that were typed with a slip, or in Latin letters."""

import re
from collections.abc import Collection, Sequence

import jaconv
from rapidfuzz import process
from rapidfuzz.distance import OSA

LETTERS_OF_A_SLIP = 3
"""A word of fewer letters must be right: with two, every other name would be near."""
LETTERS_OF_TWO = 7


def slips(word: str) -> int:
    """How many letters of a folded word may be wrong, missing, too many or exchanged with the next one."""
    if len(word) < LETTERS_OF_A_SLIP:
        return 0
    return 1 if len(word) < LETTERS_OF_TWO else 2


def near(word: str, among: Collection[str]) -> frozenset[str]:
    """The folded words that differ from this one by no more than the slips it may have."""
    return frozenset(one for one, _, _ in _found(word, among))


def near_places(word: str, among: Sequence[str]) -> frozenset[int]:
    """The places (from 0) of those that do."""
    return frozenset(place for _, _, place in _found(word, among))


def readings_of(word: str) -> tuple[str, ...]:
    """A folded word as it is written and, in Latin letters, as it may be read."""
    return tuple(one for one in (word, in_kana(word)) if one)


def in_kana(word: str) -> str:
    """A folded word of Latin letters as kana (sato: さと), for readings; empty if it is no such word. Both ways of
    writing are read: shi and si, tsu and tu.
    """
    if not (word.isascii() and word.isalpha()):
        return ""
    for official, usual in _USUAL:
        word = official.sub(usual, word)
    read: str = jaconv.alphabet2kana(word)
    return "" if any(letter.isascii() for letter in read) else read


def _found(word: str, among: Collection[str]) -> Sequence[tuple[str, int, int]]:
    most = slips(word)
    if not most:
        return ()
    return process.extract(word, among, scorer=OSA.distance, score_cutoff=most, limit=None)


_USUAL = tuple(
    (re.compile(official), usual)
    for official, usual in (
        ("(?<![sc])si", "shi"),
        ("sy(?=[auo])", "sh"),
        ("ti", "chi"),
        ("ty(?=[auo])", "ch"),
        ("tu", "tsu"),
        ("(?<![sc])hu", "fu"),
        ("zi", "ji"),
        ("zy(?=[auo])", "j"),
    )
)
"""訓令式 as ヘボン式, which is all that the library reads."""
