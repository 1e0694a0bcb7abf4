"""Passwords: which ones a member may choose, and the initial one. Pure; hashing is elsewhere.

By NIST SP 800-63B: 8 characters or more, long ones welcome, no rules of composition, nothing that is commonly used or
known of the person. The initial password is the guide's: the birth date as YYMMDD.
"""

import functools
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from content.common_passwords import COMMON
from content.login_id import normal as _as_typed_id

LONGEST = 256
_TELLING = 6  # a shorter piece (4272) may stand in a good password by chance
_LIKE_LETTERS = str.maketrans("013457@$!", "oleastasi")
_RUNS = (
    "01234567890",
    "!@#$%^&*()",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "qazwsxedcrfvtgbyhnujmikolp",
)
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
    """The form that is hashed and compared (NFKC, as NIST asks): the keyboard's width makes no other password."""
    return unicodedata.normalize("NFKC", password)


def initial(birth_date: date) -> str:
    """ "720204" for 4 February 1972."""
    return f"{birth_date:%y%m%d}"


def as_digits(typed: str) -> str:
    """An initial password or a one-time code as typed: any width, with any spaces and hyphens."""
    return _as_typed_id(typed)


def faults(password: str, known: Known, shortest: int) -> tuple[Reason, ...]:
    """Why this password can't be chosen; empty when it can. The first reason is the one to tell."""
    return tuple(_faults(normal(password), unicodedata.normalize("NFC", password), known, shortest))


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
    plain = password.casefold()
    core = plain.strip(string.digits + string.punctuation)
    bases = {_fold(text) for text in (plain, core, plain.translate(_LIKE_LETTERS), core.translate(_LIKE_LETTERS))}
    return bool(bases & COMMON) or any(_repeats(text) or _is_run(text) for text in (plain, _fold(plain)))


def _repeats(text: str) -> bool:
    """Two characters in all, or one piece of at most four over and over (12341234, abcabcab)."""
    pieces = (text[:size] for size in range(1, 5) if len(text) >= 2 * size)
    return 0 < len(set(text)) <= 2 or any(text == (piece * len(text))[: len(text)] for piece in pieces)


def _is_run(text: str) -> bool:
    """At most three pieces of a keyboard's row, the alphabet or the digits, either way (qwerty123456, 87654321)."""
    rest = text
    for _ in range(3):
        rest = rest[_run_at_start(rest) :]
    return bool(text) and not rest


def _run_at_start(text: str) -> int:
    length = 1
    while length < len(text) and any(text[: length + 1] in run for run in _both_ways()):
        length += 1
    return length


@functools.cache
def _both_ways() -> tuple[str, ...]:
    return tuple(way for run in _RUNS for way in (run, run[::-1]))
