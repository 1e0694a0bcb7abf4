"""Finds members for staff: by ID with its keyed hash, by name among the names that are kept in memory (names)."""

import re
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.absence import given
from content.access import login_id
from content.staff.people import Found, Results
from content.text.folding import plain
from storage.engine.cipher import Cipher
from storage.engine.keyed import ByKeys
from storage.people import persons
from storage.people.ids import MAMIS_ID, MEMBER_NO, as_asked
from storage.staff import names
from storage.tables import Member

LONGEST = 100
"""The most characters that a search may have."""

_ACCOUNT = re.compile(r"staff-?([0-9]{1,9})", re.IGNORECASE)
_BY_NO = ByKeys(
    lambda keys: select(Member.id, Member.member_no).where(Member.member_no_key.in_(keys)).order_by(Member.id)
)
_BY_MAMIS = ByKeys(
    lambda keys: select(Member.id, Member.mamis_id).where(Member.mamis_key.in_(keys)).order_by(Member.id)
)
_SHOWN = select(Member.id, Member.member_no, Member.name, Member.kana).where(
    Member.id.in_(bindparam("ids", expanding=True))
)


def by_id(session: Session, cipher: Cipher, typed: str) -> int | None:
    """The member with this user ID; otherwise the member with this MAMIS ID; None if neither exists."""
    text = login_id.read(typed).text
    if not text:
        return None
    for statement, about in ((_BY_NO, MEMBER_NO), (_BY_MAMIS, MAMIS_ID)):
        for found, opened in statement.run(session, cipher.finds(text, about)):
            as_asked(found, about, opened or "", text)
            return int(found)
    return None


def person(session: Session, cipher: Cipher, typed: str) -> int | None:
    """The person with this ID of a member, or this number of a staff account (staff-12), or None."""
    return by_id(session, cipher, typed) if _ACCOUNT.fullmatch(plain(typed)) is None else account(session, typed)


def account(session: Session, typed: str) -> int | None:
    """The person of the staff account with this number (staff-12), or None."""
    found = _ACCOUNT.fullmatch(plain(typed))
    number = int(found[1]) if found else 0
    return number if persons.has_account(session, number) else None


def search(session: Session, cipher: Cipher, text: str, *, skip: int, most: int, now: datetime) -> Results:
    """The member with this ID; otherwise the members whose name or kana contains every word, in any width and kana, or
    in Latin letters; if there are none, those whose names are near to it.
    """
    ids, near = given(by_id(session, cipher, text)), False
    if not ids:
        warm(session, cipher, now)
        ids, near = names.of(session).find(text)
    wanted = ids[skip : skip + most]
    rows = {row.id: Found(*row) for row in session.execute(_SHOWN, {"ids": wanted})} if wanted else {}
    if len(rows) < len(wanted):  # the import that brought them was taken back
        names.of(session).forget([one for one in wanted if one not in rows])
        return search(session, cipher, text, skip=skip, most=most, now=now)
    return Results(len(ids), tuple(rows[one] for one in wanted), near)


def warm(session: Session, cipher: Cipher, now: datetime, goes_on: Callable[[], bool] = names.always) -> None:
    """Open the names before somebody searches: the first time takes seconds. It ends early if it is not to go on."""
    names.of(session).refresh(session, cipher, now, goes_on)
