"""Passwords: which ones a member may choose, and the initial one. Pure; hashing is elsewhere.

By NIST SP 800-63B: 8 characters or more, long ones welcome, no rules of composition, nothing that is commonly used or
known of the person. What is commonly used, zxcvbn knows for English; Japanese words and those of this place are ours.
The initial password is the guide's: the birth date as YYMMDD.
"""

import functools
import re
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from zxcvbn import zxcvbn

from content.common_passwords import COMMON
from content.composing import composed
from content.login_id import normal as _as_typed_id

LONGEST = 256
_TELLING = 6  # a shorter piece (4272) may stand in a good password by chance
_LIKE_LETTERS = str.maketrans("013457@$!", "oleastasi")
GUESSABLE_BELOW = 2
"""zxcvbn's score of what takes more than a million guesses."""
JUDGED = 72
SHORTEST_SHAPE = 8
_SIGNS = frozenset("4@8({[<3691!|7$5+0%2")
_MOST_SIGNS = 10
_DASHES = re.compile("[-\u02d7\u2010-\u2015\u2043\u2212\u2500\u30fc]+")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00b4": "'", "\u02bc": "'"})
# First day, the letter and the name that people write a year with, and the western year before its year 1
_ERAS = (
    (date(2019, 5, 1), "r", "令和", 2018),
    (date(1989, 1, 8), "h", "平成", 1988),
    (date(1926, 12, 25), "s", "昭和", 1925),
    (date(1912, 7, 30), "t", "大正", 1911),
)


class Reason(Enum):
    """Why a password can't be chosen."""

    SHORT = "short"
    LONG = "long"
    COMMAND = "command"  # begins with a slash: the chat would take it for a command
    BIRTH_DATE = "birth_date"
    OWN_NUMBER = "own_number"  # user ID, MAMIS ID or registry number
    COMMON = "common"


@dataclass(frozen=True)
class Known:
    """What others can know of the person. Numbers may be empty."""

    birth_date: date
    numbers: tuple[str, ...]


def normal(password: str) -> str:
    """The form that is hashed and compared: NFKC, as NIST asks, without what keyboards change by themselves.

    They make one dash of two, bend quotation marks, and add a blank at the end; kana keyboards write ー for a dash.
    """
    folded = unicodedata.normalize("NFKC", former(password).translate(_QUOTES))
    return _DASHES.sub("-", folded).strip()


def former(password: str) -> str:
    """The form that was hashed until version 0.2.0."""
    return unicodedata.normalize("NFKC", password)


def may_be_one(text: str) -> bool:
    """Whether a text has the form of a password or of a birth date: a stranger who types it meant to log in.

    Six or eight digits in any writing, or eight printable signs of ASCII and more without a blank, not letters alone.
    """
    digits = as_digits(text)
    if digits.isascii() and digits.isdigit():
        return len(digits) in (6, 8)
    folded = normal(text)
    is_word = folded.isascii() and folded.isprintable() and " " not in folded
    return is_word and len(folded) >= SHORTEST_SHAPE and not folded.isalpha()


def initial(birth_date: date) -> str:
    """ "720204" for 4 February 1972."""
    return f"{birth_date:%y%m%d}"


def as_digits(typed: str) -> str:
    """An initial password or a one-time code as typed: any width, with any spaces and hyphens."""
    return _as_typed_id(typed)


def faults(password: str, known: Known, shortest: int) -> tuple[Reason, ...]:
    """Why this password can't be chosen; empty when it can. The first reason is the one to tell."""
    return tuple(_faults(normal(password), composed(password), known, shortest))


def _faults(password: str, typed: str, known: Known, shortest: int) -> Iterator[Reason]:
    if min(len(password), len(typed)) < shortest:
        yield Reason.SHORT
    if len(password) > LONGEST:
        yield Reason.LONG
    if password.startswith("/"):
        yield Reason.COMMAND
    folded = _fold(as_digits(password))
    if any(_gives_away(folded, form) for form in _dates(known.birth_date)):
        yield Reason.BIRTH_DATE
    if any(_gives_away(folded, _fold(number)) for number in known.numbers):
        yield Reason.OWN_NUMBER
    if _is_common(password):
        yield Reason.COMMON


def _fold(text: str) -> str:
    return "".join(filter(str.isalnum, normal(text).casefold()))


def _gives_away(folded: str, fact: str) -> bool:
    if not fact:
        return False
    return fact in folded if len(fact) >= _TELLING else fact in (folded, folded.strip("0123456789"))


def _dates(day: date) -> Iterator[str]:
    """The ways in which a birth date is usually written, folded."""
    two_digits, month, at = f"{day:%y}", day.month, day.day
    for year in (str(day.year), two_digits, *_era_years(day)):
        yield f"{year}{month:02}{at:02}"
        yield f"{year}{month}{at}"
        yield f"{year}年{month}月{at}日"
        yield f"{year}年{month:02}月{at:02}日"
    for year in (str(day.year), two_digits):
        yield from (f"{month:02}{at:02}{year}", f"{at:02}{month:02}{year}")


def _era_years(day: date) -> Iterator[str]:
    for first, letter, name, before in _ERAS:
        if day >= first:
            number = day.year - before
            yield from (f"{letter}{number}", f"{letter}{number:02}", f"{name}{number}", f"{number:02}")
            return


def _is_common(password: str) -> bool:
    """Whether this is a word that everybody here thinks of, with or without digits around it."""
    plain = password.casefold()
    core = plain.strip(string.digits + string.punctuation)
    bases = {_fold(text) for text in (plain, core, plain.translate(_LIKE_LETTERS), core.translate(_LIKE_LETTERS))}
    return bool(bases & _common())


@functools.cache
def _common() -> frozenset[str]:
    return frozenset(map(_fold, COMMON))


def is_guessable(password: str) -> bool:
    """Whether a million guesses find it (zxcvbn). It takes up to 0.2 s, so no turn waits for it.

    Only the first 72 characters are judged. A password with more than ten different signs that may stand for letters is
    no word in disguise, and zxcvbn would try all their readings for many seconds.
    """
    judged = normal(password)[:JUDGED]
    if len(_SIGNS & set(judged)) > _MOST_SIGNS:
        return False
    return int(zxcvbn(judged)["score"]) < GUESSABLE_BELOW
