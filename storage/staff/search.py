"""Finds members for staff: by ID with its keyed hash, by name by decrypting every name.

An index of names would reveal them, even if they are sealed. A search by name only reads, and takes about a second for
170,000 members.
"""

import re
from collections.abc import Iterator

from sqlalchemy import LargeBinary, bindparam, select, type_coerce
from sqlalchemy.orm import Session

from content.absence import given
from content.access import login_id
from content.staff.people import Found, Results
from content.text.folding import fold, is_reading, plain, words
from storage.engine.cipher import Cipher
from storage.engine.keyed import ByKeys
from storage.people import persons
from storage.people.ids import MAMIS_ID, MEMBER_NO, as_asked
from storage.tables import Member

LONGEST = 100
"""The most characters that a search may have."""

_STEP = 5_000
_ACCOUNT = re.compile(r"staff-?([0-9]{1,9})", re.IGNORECASE)
_BY_NO = ByKeys(
    lambda keys: select(Member.id, Member.member_no).where(Member.member_no_key.in_(keys)).order_by(Member.id)
)
_BY_MAMIS = ByKeys(
    lambda keys: select(Member.id, Member.mamis_id).where(Member.mamis_key.in_(keys)).order_by(Member.id)
)
# these select the sealed bytes: opening 170,000 of them one by one in the column's type takes twice as long
_NAMES = select(Member.id, type_coerce(Member.name, LargeBinary)).execution_options(yield_per=_STEP)
_KANAS = select(
    Member.id, type_coerce(Member.kana, LargeBinary), type_coerce(Member.name, LargeBinary)
).execution_options(yield_per=_STEP)
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
    """The person with this ID of a member, or this number of a staff account (staff-12); None if there is none."""
    return by_id(session, cipher, typed) if _ACCOUNT.fullmatch(plain(typed)) is None else account(session, typed)


def account(session: Session, typed: str) -> int | None:
    """The person of the staff account with this number (staff-12); None if there is none."""
    found = _ACCOUNT.fullmatch(plain(typed))
    number = int(found[1]) if found else 0
    return number if persons.has_account(session, number) else None


def search(session: Session, cipher: Cipher, text: str, *, skip: int, most: int) -> Results:
    """The member with this ID; otherwise the members whose name or kana contains every word, in any width and kana."""
    ids = given(by_id(session, cipher, text)) or _by_name(session, cipher, text)
    wanted = ids[skip : skip + most]
    rows = {row.id: Found(*row) for row in session.execute(_SHOWN, {"ids": wanted})} if wanted else {}
    return Results(len(ids), tuple(rows[one] for one in wanted))


def _by_name(session: Session, cipher: Cipher, text: str) -> tuple[int, ...]:
    wanted = [folded for folded in map(fold, words(text)) if folded]
    if not wanted or all(word.isdecimal() for word in wanted):
        return ()
    read = _kanas if all(map(is_reading, wanted)) else _names
    found = [(name, one) for one, name in read(session, cipher) if all(word in name for word in wanted)]
    return tuple(one for _, one in sorted(found))


def _names(session: Session, cipher: Cipher) -> Iterator[tuple[int, str]]:
    for one, name in session.execute(_NAMES):
        yield one, fold(cipher.open(name, "members.name", one).decode())


def _kanas(session: Session, cipher: Cipher) -> Iterator[tuple[int, str]]:
    """The kana of every member. Without kana it is the name, which may itself be in kana."""
    for one, kana, name in session.execute(_KANAS):
        folded = fold(cipher.open(kana, "members.kana", one).decode())
        yield one, folded or fold(cipher.open(name, "members.name", one).decode())
