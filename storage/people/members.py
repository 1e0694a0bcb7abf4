"""The members of the association: importing them, logging them in, and their particulars."""

import hmac
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from content.access import login_id, passwords
from content.staff.people import Person
from storage.engine.cipher import Cipher
from storage.people import persons
from storage.tables import Member


class BadMember(ValueError):
    """The record can't be imported. The message says why, without personal data."""


@dataclass(frozen=True)
class MemberRecord:
    """One member as the association's file states it. All texts except the first two may be empty."""

    member_no: str
    name: str
    birth_date: date
    mamis_id: str = ""
    kana: str = ""
    registry_no: str = ""
    prefecture: str = ""
    email: str = ""
    can_earn: bool = True


class Put(Enum):
    """What importing a record did."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Account:
    """What a login is checked against. An ID that nobody has gets one too (`id` 0), so both are treated alike."""

    id: int
    guard_key: str  # counts failed logins; a member's two IDs share it
    password_hash: str | None
    initial: str  # empty if a password was chosen
    code_key: str
    code_until: datetime | None
    code_from: datetime | None = None


_BY_NO = select(Member).where(Member.member_no_key == bindparam("key"))
_BY_MAMIS = select(Member.id).where(Member.mamis_key == bindparam("key"))
# locked, so that two logins of one member take turns; FOR NO KEY UPDATE, so that rows that only refer to the member can
# still be written
_ACCOUNT = (
    select(
        Member.id,
        Member.member_no_key,
        Member.password_hash,
        Member.birth_date,
        Member.one_time_key,
        Member.one_time_until,
        Member.one_time_from,
    )
    .where(or_(Member.member_no_key == bindparam("no_key"), Member.mamis_key == bindparam("mamis_key")))
    .with_for_update(key_share=True)
)
_NAME = select(Member.name).where(Member.id == bindparam("member"))
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
    no_key, mamis_key = _keys(cipher, record)
    member = session.execute(_BY_NO, {"key": no_key}).scalar_one_or_none()
    _refuse_taken(session, mamis_key, member)
    fields = _fields(record, mamis_key)
    if member is None:
        session.add(Member(id=persons.new(session), member_no_key=no_key, imported_at=at, **fields))
        session.flush()
        return Put.NEW
    changed = {name: value for name, value in fields.items() if getattr(member, name) != value}
    for name, value in changed.items():
        setattr(member, name, value)
    if changed:
        member.imported_at = at
        session.flush()
    return Put.CHANGED if changed else Put.SAME


def account(session: Session, cipher: Cipher, typed: str, *, member_no: bool, mamis_id: bool) -> Account:
    """The account with this ID in its normal form (login_id.read). The flags: which kinds of ID are accepted today."""
    no_key, mamis_key = cipher.find(typed, "members.member_no"), cipher.find(typed, "members.mamis_id")
    wanted = {"no_key": no_key if member_no else "", "mamis_key": mamis_key if mamis_id else ""}
    rows = session.execute(_ACCOUNT, wanted).all()
    if not rows:
        return Account(0, no_key, None, "", "", None)
    # the text may be one member's user ID and another's MAMIS ID: then the user ID wins
    row = max(rows, key=lambda row: member_no and bool(row.member_no_key == no_key))
    initial = passwords.initial(date.fromisoformat(row.birth_date)) if row.password_hash is None else ""
    return Account(
        row.id,
        row.member_no_key,
        row.password_hash,
        initial,
        row.one_time_key or "",
        row.one_time_until,
        row.one_time_from,
    )


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
        row.can_earn,
        row.password_hash is not None,
    )


def name(session: Session, member_id: int) -> str:
    """A member's name. Raises NoResultFound."""
    return session.execute(_NAME, {"member": member_id}).scalar_one()


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


def _keys(cipher: Cipher, record: MemberRecord) -> tuple[str, str | None]:
    member_no, mamis_id = login_id.read(record.member_no), login_id.read(record.mamis_id)
    if not member_no.text:
        raise BadMember("the member ID is none")
    if record.mamis_id.strip() and not mamis_id.text:
        raise BadMember("the MAMIS ID is none")
    mamis_key = cipher.find(mamis_id.text, "members.mamis_id") if mamis_id.text else None
    return cipher.find(member_no.text, "members.member_no"), mamis_key


def _refuse_taken(session: Session, mamis_key: str | None, member: Member | None) -> None:
    holder = None if mamis_key is None else session.execute(_BY_MAMIS, {"key": mamis_key}).scalar()
    if holder is not None and (member is None or holder != member.id):
        raise BadMember("another member has this MAMIS ID")


def _fields(record: MemberRecord, mamis_key: str | None) -> dict[str, object]:
    return {
        "member_no": record.member_no.strip(),
        "mamis_id": record.mamis_id.strip() or None,
        "mamis_key": mamis_key,
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
