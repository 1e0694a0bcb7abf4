"""The members of the association: importing them, logging them in, and their particulars."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import cast

from sqlalchemy import Table, bindparam, exists, insert, select, update
from sqlalchemy.orm import Session

from content.access import login_id, passwords
from content.importing.member_record import MemberRecord as MemberRecord
from content.staff.people import Person
from storage.engine.base import bound, in_row
from storage.engine.cipher import Cipher
from storage.engine.keyed import ByKeys, reserve
from storage.people import persons
from storage.people.ids import MAMIS_ID, MEMBER_NO, as_asked
from storage.tables import ActivationCode, Member


class BadMember(ValueError):
    """The record can't be imported. The message says why, without personal data."""


class Put(Enum):
    """What importing a record did."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Account:
    """What a login is checked against. An ID that nobody has gets one too (`id` 0), so both are treated alike."""

    id: int
    guarded: str  # the ID for which failed logins are counted; a member's two IDs share it
    password_hash: str | None
    initial: str  # empty if a password was chosen, or an activation letter made: its code is needed then
    code_key: str
    code_until: datetime | None
    code_from: datetime | None = None


_MEMBERS = cast(Table, Member.__table__)
_BY_NO = ByKeys(
    lambda keys: (
        select(Member)
        .where(Member.member_no_key.in_(keys))
        .order_by(Member.id)
        .execution_options(populate_existing=True)
    )
)
_BY_MAMIS = ByKeys(lambda keys: select(Member.id, Member.mamis_id).where(Member.mamis_key.in_(keys)))
# locked, so that two logins of one member take turns; FOR NO KEY UPDATE, so that rows that only refer to the member can
# still be written
_ACCOUNT = (
    select(
        Member.id,
        Member.member_no,
        Member.mamis_id,
        Member.password_hash,
        Member.birth_date,
        Member.one_time_key,
        Member.one_time_until,
        Member.one_time_from,
        exists().where(ActivationCode.member_id == Member.id).label("has_letter"),
    )
    .order_by(Member.id)
    .with_for_update(key_share=True)
)
_ACCOUNT_BY_NO = ByKeys(lambda keys: _ACCOUNT.where(Member.member_no_key.in_(keys)))
_ACCOUNT_BY_MAMIS = ByKeys(lambda keys: _ACCOUNT.where(Member.mamis_key.in_(keys)))
_NAME = select(Member.name).where(Member.id == bindparam("member"))
_PREFECTURE = select(Member.prefecture).where(Member.id == bindparam("member"))
_SECRETS = (
    select(Member.password_hash, Member.one_time_key)
    .where(Member.id == bindparam("member"))
    .with_for_update(key_share=True)
)
_CHOOSE = (
    update(Member)
    .where(Member.id == bindparam("member"))
    .values(
        password_hash=bindparam("hashed"), one_time_key=None, one_time_from=None, one_time_until=None, one_time_by=None
    )
)
_RENEW = update(Member).where(Member.id == bindparam("member")).values(password_hash=bindparam("hashed"))


def put(session: Session, cipher: Cipher, record: MemberRecord, at: datetime) -> Put:
    """Add a member, or update the member with this member_no; a chosen password stays.

    Raises BadMember if an ID does not have the form of one, or another member has the MAMIS ID.
    """
    member_no, mamis_id = _ids(record)
    no_keys = cipher.finds(member_no, MEMBER_NO)
    mamis_keys = cipher.finds(mamis_id, MAMIS_ID) if mamis_id else ()
    member = _known(session, no_keys, member_no)
    if member is None or (mamis_id and member.mamis_key not in mamis_keys):
        reserve(session, cipher, [*no_keys, *mamis_keys])
        member = _known(session, no_keys, member_no)
    _refuse_taken(session, mamis_keys, mamis_id, member)
    fields = fields_of(record)
    if member is None:
        mamis_key = mamis_keys[0] if mamis_keys else None
        new = fields | {"member_no_key": no_keys[0], "mamis_key": mamis_key, "imported_at": at}
        session.execute(insert(_MEMBERS), in_row(Member, persons.new(session), new))
        return Put.NEW
    if member.mamis_key not in (mamis_keys or (None,)):
        fields["mamis_key"] = mamis_keys[0] if mamis_keys else None
    changed = {name: value for name, value in fields.items() if getattr(member, name) != value}
    if changed:
        values = bound(Member, member.id, changed | {"imported_at": at})
        session.execute(update(_MEMBERS).where(_MEMBERS.c.id == member.id).values(values))
    return Put.CHANGED if changed else Put.SAME


def account(session: Session, cipher: Cipher, typed: str, *, member_no: bool, mamis_id: bool) -> Account:
    """The account with this ID in its normal form (login_id.read). The flags: which kinds of ID are accepted today."""
    # the text may be one member's user ID and another's MAMIS ID: then the user ID wins
    row = _ACCOUNT_BY_NO.run(session, cipher.finds(typed, MEMBER_NO)).first() if member_no else None
    if row is not None:
        as_asked(row.id, MEMBER_NO, row.member_no, typed)
    elif mamis_id:
        row = _ACCOUNT_BY_MAMIS.run(session, cipher.finds(typed, MAMIS_ID)).first()
        if row is not None:
            as_asked(row.id, MAMIS_ID, row.mamis_id or "", typed)
    if row is None:
        return Account(0, typed, None, "", "", None)
    return Account(
        row.id,
        login_id.read(row.member_no).text,
        row.password_hash,
        _initial(row.birth_date) if row.password_hash is None and not row.has_letter else "",
        row.one_time_key or "",
        row.one_time_until,
        row.one_time_from,
    )


def _initial(birth_date: str) -> str:
    return passwords.initial(date.fromisoformat(birth_date))


def is_initial(account: Account, typed: str) -> bool:
    """Whether this is the initial password, and it is still valid."""
    return bool(account.initial) and _same(account.initial, passwords.as_digits(typed))


def person(session: Session, member_id: int) -> Person:
    """A member's particulars. Raises NoResultFound."""
    row = session.get_one(Member, member_id, populate_existing=True)
    return Person(
        row.id,
        row.member_no,
        row.mamis_id or "",
        row.name,
        row.kana,
        date.fromisoformat(row.birth_date),
        row.registry_no,
        row.prefecture,
        row.email,
        row.earns,
        row.password_hash is not None,
        row.ended_at,
    )


def name(session: Session, member_id: int) -> str:
    """A member's name. Raises NoResultFound."""
    return session.execute(_NAME, {"member": member_id}).scalar_one()


def prefecture(session: Session, member_id: int) -> str:
    """The prefecture of a member, as imported; it may be empty. Raises NoResultFound."""
    return session.execute(_PREFECTURE, {"member": member_id}).scalar_one()


def choose_password(session: Session, member_id: int, hashed: str) -> None:
    """From now on only this password is valid: the initial one and any one-time code are used up."""
    session.execute(_CHOOSE, {"member": member_id, "hashed": hashed})


def renew_hash(session: Session, member_id: int, hashed: str) -> None:
    """Keep another hash of the same password. A one-time code stays valid."""
    session.execute(_RENEW, {"member": member_id, "hashed": hashed})


def is_unused(session: Session, member_id: int, code_key: str) -> bool:
    """Whether this one-time code (its keyed hash; empty means the initial password) is still unused."""
    row = session.execute(_SECRETS, {"member": member_id}).one_or_none()
    if row is None:
        return False
    return _same(row.one_time_key or "", code_key) if code_key else row.password_hash is None


def _ids(record: MemberRecord) -> tuple[str, str]:
    """The two IDs in their normal form; the second may be empty."""
    member_no, mamis_id = login_id.read(record.member_no), login_id.read(record.mamis_id)
    if not member_no.text:
        raise BadMember("the member ID is none")
    if record.mamis_id.strip() and not mamis_id.text:
        raise BadMember("the MAMIS ID is none")
    return member_no.text, mamis_id.text


def _known(session: Session, keys: Sequence[str], asked: str) -> Member | None:
    # the first one: a record of an earlier version may have a member twice, under two data keys
    member = _BY_NO.run(session, keys).scalars().first()
    if member is not None:
        as_asked(member.id, MEMBER_NO, member.member_no, asked)
    return member


def _refuse_taken(session: Session, keys: Sequence[str], asked: str, member: Member | None) -> None:
    for holder in _BY_MAMIS.run(session, keys) if keys else ():
        as_asked(holder.id, MAMIS_ID, holder.mamis_id or "", asked)
        if member is None or holder.id != member.id:
            raise BadMember("another member has this MAMIS ID")


def fields_of(record: MemberRecord) -> dict[str, object]:
    """What the record keeps of a member, by column, without the keyed hashes of the IDs."""
    return {
        "member_no": record.member_no.strip(),
        "mamis_id": record.mamis_id.strip() or None,
        "name": record.name,
        "kana": record.kana,
        "birth_date": record.birth_date.isoformat(),
        "registry_no": record.registry_no,
        "prefecture": record.prefecture,
        "email": record.email,
        "can_earn": record.can_earn,
    }


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
