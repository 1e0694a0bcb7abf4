"""Passwords: which ones a member may choose, and the initial one. Pure: hashing happens elsewhere.

By NIST SP 800-63B: 8 characters or more, long ones are welcome, no rules of composition, no common password and
nothing that others know of the person. zxcvbn knows the common English ones; `common_passwords` adds Japanese
words and words around this association.
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

from content.access.common_passwords import COMMON
from content.access.login_id import normal as _as_typed_id
from content.text.composing import composed

LONGEST = 256
_TELLING = 6  # a shorter piece (4272) may stand in a good password by chance
# signs that people write in place of letters: p@ssw0rd
_LIKE_LETTERS = str.maketrans("013457@$!", "oleastasi")
GUESSABLE_BELOW = 2
"""zxcvbn's score from which on a password takes more than a million guesses."""
JUDGED = 72
SHORTEST_SHAPE = 8
# all signs for which zxcvbn tries letters
_SIGNS = frozenset("4@8({[<3691!|7$5+0%2")
_MOST_SIGNS = 10
_DASHES = re.compile("[-\u02d7\u2010-\u2015\u2043\u2212\u2500\u30fc]+")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00b4": "'", "\u02bc": "'"})
# First day of the era, its letter and its name as people write years, and the western year before its year 1
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
    """What others may know of the person. A number may be empty."""

    birth_date: date
    numbers: tuple[str, ...]


def normal(password: str) -> str:
    """The form that is hashed and compared: NFKC, as NIST asks, with the changes undone that keyboards make unasked.

    Keyboards turn two hyphens into one dash, curl quotation marks, and add a space at the end; kana keyboards write ー
    for a dash.
    """
    folded = unicodedata.normalize("NFKC", former(password).translate(_QUOTES))
    return _DASHES.sub("-", folded).strip()


def former(password: str) -> str:
    """The form that was hashed until version 0.2.0: hashes of that time can be checked only against it."""
    return unicodedata.normalize("NFKC", password)


def may_be_one(text: str) -> bool:
    """Whether a text looks like a password or a birth date: then a stranger who types it meant to log in.

    True for six or eight digits, however they are typed, and for eight or more printable ASCII signs that contain no
    space and are not only letters.
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
    """The digits of a typed initial password or one-time code: any width, any spaces and hyphens."""
    return _as_typed_id(typed)


def faults(password: str, known: Known, shortest: int) -> tuple[Reason, ...]:
    """Why this password can't be chosen; empty if it can. The first reason is the one to tell the member."""
    return tuple(_faults(normal(password), composed(password), known, shortest))


def _faults(password: str, typed: str, known: Known, shortest: int) -> Iterator[Reason]:
    # both forms must be long enough: NFKC may make one sign into several (㍿), and folding makes several into one
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
    """The usual ways to write a birth date, in folded form."""
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
    """Whether this is a word of COMMON, with or without digits around it."""
    plain = password.casefold()
    core = plain.strip(string.digits + string.punctuation)
    bases = {_fold(text) for text in (plain, core, plain.translate(_LIKE_LETTERS), core.translate(_LIKE_LETTERS))}
    return bool(bases & _common())


@functools.cache
def _common() -> frozenset[str]:
    return frozenset(map(_fold, COMMON))


def is_guessable(password: str) -> bool:
    """Whether a million guesses find the password (zxcvbn). This takes up to 0.2 s, so it is done outside a turn.

    Only the first 72 characters are judged. A password with more than ten different signs that may stand for letters
    counts as good: it is no disguised word, and zxcvbn would try all readings of the signs for many seconds.
    """
    judged = normal(password)[:JUDGED]
    if len(_SIGNS & set(judged)) > _MOST_SIGNS:
        return False
    return int(zxcvbn(judged)["score"]) < GUESSABLE_BELOW
