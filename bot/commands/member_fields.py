"""The columns of the members' file, and how each cell is read. A reason never repeats what the cell holds."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from content import login_id
from content.dating import NoDay, whole_day
from content.login_id import MEMBER_NO_DIGITS, Form

COLUMNS: Mapping[str, str] = {
    "member_id": "会員ID",
    "mamis_id": "MAMIS ID",
    "name": "氏名",
    "kana": "フリガナ",
    "birth_date": "生年月日",
    "registry_no": "医籍登録番号",
    "prefecture": "都道府県",
    "email": "メール",
    "can_earn": "単位取得",
}
LONGEST = 100
OLDEST = date(1900, 1, 1)
_EXPONENT = re.compile(r"\d(\.\d+)?[eE]\+?\d+")
_FORMULA = re.compile(r'="(.*)"')
_MIDNIGHT = re.compile(r" 0{1,2}:00(?::00)?$")
_MIXED = re.compile(r"([-/.年])\d+(?!\1|月)[-/.月]|[-/.]\d+月")  # 1972-02/04: a slip, and nobody knows in which part
_TWO_DIGIT_YEAR = re.compile(r"\d{2}[-/.]\d{1,2}[-/.]\d{1,2}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


class BadCell(ValueError):
    """A cell can't be taken. The reason does not repeat what the cell holds."""


def column(header: str) -> str | None:
    """The column that a cell of the header names, in English or Japanese, in letters of any width. None if it names
    none.
    """
    return _NAMES.get(_header(header))


def clean(cell: str) -> str:
    """A cell without the spaces around it, and without the ="0012…" by which spreadsheets keep leading zeros."""
    text = cell.strip()
    formula = _FORMULA.fullmatch(text)
    text = formula[1].strip() if formula else text
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cf", "Cs"):
            raise BadCell("holds a line break, a tab or another character that is not seen")
        if letter == "\ufffd" or unicodedata.category(letter) == "Co":
            raise BadCell("holds a character that was lost, or is of a private font (外字): use its Unicode form")
    if len(text) > LONGEST:
        raise BadCell(f"has more than {LONGEST} characters")
    return text


def member_id(text: str) -> str:
    found = login_id.read(_filled(text))
    if found.form is Form.MEMBER_NO:
        return found.text
    if found.form is Form.ACCOUNT:
        return _narrow(text)
    if _EXPONENT.fullmatch(_narrow(text)):
        raise BadCell("was turned into a number with an exponent by a spreadsheet: write the column as text")
    if found.text.isdigit() and len(found.text) < MEMBER_NO_DIGITS:
        raise BadCell(
            f"has {len(found.text)} digits, not {MEMBER_NO_DIGITS}: a spreadsheet drops leading zeros; they are not"
            " guessed, write the column as text"
        )
    if found.text.isdigit():
        raise BadCell(f"has {len(found.text)} digits, not {MEMBER_NO_DIGITS}")
    raise BadCell(f"is neither {MEMBER_NO_DIGITS} digits nor an account that begins with a letter")


def mamis_id(text: str) -> str:
    if not text:
        return ""
    if _EXPONENT.fullmatch(_narrow(text)):
        raise BadCell("was turned into a number with an exponent by a spreadsheet: write the column as text")
    if not login_id.read(text).text:
        raise BadCell("is no ID: letters and digits only")
    return _narrow(text)


def name(text: str) -> str:
    """The name exactly as it is: with another form of one character it would be another name on a certificate."""
    return _filled(text)


def birth_date(text: str, today: date) -> date:
    """A birth date as 1972-02-04, or as Excel in Japan writes it: 1972/2/4, 1972年2月4日, 1972/2/4 0:00, 19720204."""
    narrow = _MIDNIGHT.sub("", _narrow(_filled(text)))
    try:
        if _MIXED.search(narrow):
            raise NoDay
        born = whole_day(narrow)
    except NoDay:
        raise BadCell(_no_date(narrow)) from None
    except ValueError:
        raise BadCell("is no day of the calendar") from None
    if not OLDEST <= born < today:
        raise BadCell(f"is not between {OLDEST.year} and today")
    return born


def email(text: str) -> str:
    narrow = _narrow(text)
    if narrow and not _EMAIL.fullmatch(narrow):
        raise BadCell("is no address")
    return narrow


def can_earn(text: str) -> bool:
    """Whether the member can earn credits: 1 or 0. An empty cell means 1."""
    narrow = _narrow(text)
    if narrow not in ("", "0", "1"):
        raise BadCell("is neither 1 nor 0")
    return narrow != "0"


def registry_no(text: str) -> str:
    return _narrow(text)


def as_it_is(text: str) -> str:
    return text


READERS: Mapping[str, Callable[[str], object]] = {
    "member_id": member_id,
    "mamis_id": mamis_id,
    "name": name,
    "kana": as_it_is,
    "registry_no": registry_no,
    "prefecture": as_it_is,
    "email": email,
    "can_earn": can_earn,
}
"""How each column is read. The birth date is not here, because it asks for the day of today as well."""


def _filled(text: str) -> str:
    if not text:
        raise BadCell("is empty")
    return text


def _no_date(narrow: str) -> str:
    if re.fullmatch(r"\d{5}(\.0+)?", narrow):
        return "is a spreadsheet's number of a day: write the column as a date, YYYY-MM-DD"
    if _TWO_DIGIT_YEAR.fullmatch(narrow):
        return "has a year of two digits: write YYYY-MM-DD"
    return "is no date: write YYYY-MM-DD"


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _header(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


_NAMES = {_header(word): english for english, japanese in COLUMNS.items() for word in (english, japanese)}
