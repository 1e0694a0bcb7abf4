"""The columns of the members' file, and how each cell is read. A reason never repeats what the cell holds."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from content import prefectures
from content.access import login_id
from content.importing.common_fields import MEMBER_COLUMNS, filled, member_id, printed, yes
from content.tables import cells
from content.tables.cells import BadCell, narrow

COLUMNS = MEMBER_COLUMNS
OLDEST = date(1900, 1, 1)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


def mamis_id(text: str) -> str:
    if not text:
        return ""
    if not login_id.read(text).text:
        raise BadCell("is no ID: letters and digits only")
    return narrow(text)


def name(text: str) -> str:
    """The name exactly as it is: with another form of one character it would be another name on a certificate."""
    return printed(filled(text))


def birth_date(text: str, today: date) -> date:
    """A birth date as 1972-02-04, or as Excel in Japan writes it: 1972/2/4, 1972年2月4日, 1972/2/4 0:00, 19720204."""
    born = cells.day(filled(text))
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
    return yes(text, empty=True)


def registry_no(text: str) -> str:
    return printed(narrow(text))


def as_it_is(text: str) -> str:
    return text


READERS: Mapping[str, Callable[[str], object]] = {
    "member_id": member_id,
    "mamis_id": mamis_id,
    "name": name,
    "kana": as_it_is,
    "registry_no": registry_no,
    "prefecture": prefectures.in_full,
    "email": email,
    "can_earn": can_earn,
}
"""How each column is read. The birth date is not here, because it asks for the day of today as well."""
