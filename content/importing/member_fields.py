"""The columns of the members' file, and how each cell is read. A reason never repeats what the cell holds."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from content.access import login_id
from content.access.login_id import MEMBER_NO_DIGITS, Form
from content.tables import cells
from content.tables.cells import BadCell, narrow
from content.text.printing import named, uncovered

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
OLDEST = date(1900, 1, 1)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


def member_id(text: str) -> str:
    found = login_id.read(_filled(text))
    if found.form is Form.MEMBER_NO:
        return found.text
    if found.form is Form.ACCOUNT:
        return narrow(text)
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
    if not login_id.read(text).text:
        raise BadCell("is no ID: letters and digits only")
    return narrow(text)


def name(text: str) -> str:
    """The name exactly as it is: with another form of one character it would be another name on a certificate."""
    return _printed(_filled(text))


def birth_date(text: str, today: date) -> date:
    """A birth date as 1972-02-04, or as Excel in Japan writes it: 1972/2/4, 1972年2月4日, 1972/2/4 0:00, 19720204."""
    born = cells.day(_filled(text))
    if not OLDEST <= born < today:
        raise BadCell(f"is not between {OLDEST.year} and today")
    return born


def email(text: str) -> str:
    said = narrow(text)
    if said and not _EMAIL.fullmatch(said):
        raise BadCell("is no address")
    return said


def can_earn(text: str) -> bool:
    """Whether the member can earn credits: 1 or 0. An empty cell means 1."""
    said = narrow(text)
    if said not in ("", "0", "1"):
        raise BadCell("is neither 1 nor 0")
    return said != "0"


def registry_no(text: str) -> str:
    return _printed(narrow(text))


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


def _printed(text: str) -> str:
    if missing := uncovered(text):
        raise BadCell(f"papers can't print {named(missing)}: a certificate over it would be refused")
    return text


def _filled(text: str) -> str:
    if not text:
        raise BadCell("is empty")
    return text
