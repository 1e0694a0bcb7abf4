"""Whether a text can be an answer to what was asked, rightly written or with a slip.

It decides one thing alone: a text that can't be such an answer may be a search or a command instead. So each function
here is generous: it says no only if nobody who means to answer would write the text.
"""

import re

from content import curriculum
from content.access import login_id
from content.text import dating, folding, periods

_DIGITS = re.compile("[0-9]+")
_DAY_WORD = re.compile("[0-9](?:年|月|日)|元年|令和|平成|昭和|から|まで|先月|今月|昨年|年度")
_ACCOUNT = re.compile("staff-?[0-9]+", re.IGNORECASE)
LONGEST_NUMBER = 40
SHORTEST_SECRET = 6
"""A PIN and an initial password have six digits. A shorter text with a digit or a Latin letter is a slip of one."""


def anything(_note: object, _text: str) -> bool:
    """Words are asked for: whatever is typed can be the answer."""
    return True


def nothing(_note: object, _text: str) -> bool:
    """A button or a file is asked for."""
    return False


def day(_note: object, text: str) -> bool:
    """11/3, 2026年11月3日, 昨日; also a day that the calendar lacks."""
    said = folding.signs(text).lower()
    if len(said) > dating.LONGEST:
        return False
    return dating.is_relative(said) or len(_DIGITS.findall(said)) > 1 or _is_one_number(said)


def period(_note: object, text: str) -> bool:
    """4/1-9/30, 2026年4月1日から9月30日まで; also one day alone."""
    said = folding.signs(text).lower()
    if len(said) > periods.LONGEST:
        return False
    return len(_DIGITS.findall(said)) > 1 or _is_one_number(said) or _DAY_WORD.search(said) is not None


def number(_note: object, text: str) -> bool:
    """1.5, ２単位."""
    return len(text) <= LONGEST_NUMBER and _DIGITS.search(folding.plain(text)) is not None


def code(note: object, text: str) -> bool:
    """74, CC74, or what stands in the name of a code."""
    return number(note, text) or bool(curriculum.load().matching(text))


def certificate(_note: object, text: str) -> bool:
    """TN26-3048-7719-2289-9; also with characters missing."""
    typed = folding.letters(text).upper()
    return len(_DIGITS.findall(typed)) > 0 and (typed.startswith("TN") or sum(map(str.isdigit, typed)) > len(typed) / 2)


def person(_note: object, text: str) -> bool:
    """An ID of a member, or the number of a staff account (staff-12)."""
    typed = folding.signs(text)
    return _ACCOUNT.fullmatch(typed) is not None or any(map(str.isdigit, typed))


def login(_note: object, text: str) -> bool:
    """An ID, as the log-in takes it."""
    return login_id.read(text).form is not login_id.Form.UNREADABLE


def secret(_note: object, text: str) -> bool:
    """A password or a PIN. Only a short text in kana or kanji is none."""
    said = folding.plain(text)
    return len(said) >= SHORTEST_SECRET or any(letter.isascii() and letter.isalnum() for letter in said)


def _is_one_number(said: str) -> bool:
    """20261103; 0 and 74 are not days, but -1 and 2026 are slips of one."""
    found = said.strip("-./")
    return found.isdigit() and (len(found) >= 4 or found != said)
