"""Erases a member from the record, as the registry of personal data says. It can be done again: then nothing is left.

Rows go, or their values are replaced, table by table. What stays (the ledger, the log, certificate numbers) points to a
member row that says nothing any more. The member's own key, which opens what the log says of the member, is erased
through the log itself (storage.staff.log.erase_key). Files end at once, and the clock removes their parts in short
steps. The chat stays until the receipt is sent there (`forget`).
"""

import base64
import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import BindParameter, Table, bindparam, delete, literal_column, select, update
from sqlalchemy.orm import Session

from storage.engine.base import bound
from storage.engine.cipher import Cipher
from storage.exporting import erasure
from storage.files import parts
from storage.people import chats, viewing
from storage.people.ids import MEMBER_NO
from storage.people.nobody import BIRTH_DATE
from storage.privacy import owned
from storage.privacy.holding import Erasure
from storage.privacy.registry import HOLDINGS
from storage.tables import Certificate, Chat, Letter, Member, StaffInvitation, StoredFile

ERASED = "storage.privacy.erasing"
"""The key of Session.info that tells that something was erased: what was deleted is then to leave the files too."""
NOBODYS = 0
_APART = frozenset({"chats", "member_keys", "files", "file_parts"})
"""Tables whose rows go in a way of their own."""
_ME: BindParameter[int] = bindparam("member")
_MEMBERS, _CERTIFICATES = cast(Table, Member.__table__), cast(Table, Certificate.__table__)
_PAPERS = select(_CERTIFICATES.c.id, _CERTIFICATES.c.drawn_at).where(_CERTIFICATES.c.member_id == _ME)
_FILES = update(StoredFile).where(StoredFile.member_id == _ME)
_CHAT = select(Chat.id).where(Chat.member_id == _ME).with_for_update()
# a literal: SQLite uses the index of the receipts only if it sees the condition of the index in the statement
_RECEIPTS = (
    select(Letter.id, Letter.chat_id)
    .where(Letter.kind == literal_column("'erased'"), Letter.state.not_in(("waiting", "claimed", "sending")))
    .order_by(Letter.id)
    .limit(20)
)


def erase(session: Session, cipher: Cipher, member_id: int, at: datetime) -> int | None:
    """Erase the member; returns the number of the chat that is left, or None. Raises NoResultFound."""
    session.info[ERASED] = member_id
    # its turn is over before anything is erased, and the next one finds nobody logged in
    chat = session.execute(_CHAT, owned.me(member_id)).scalar_one_or_none()
    viewing.end_all(session, member_id)
    gates = owned.gates_of(session, cipher, member_id)
    _empty(session, cipher, member_id, at)
    for table in _going():
        values = owned.me(member_id) if table.name != "guards" else {}
        session.execute(delete(table).where(owned.theirs(table, gates)), values)
    erasure.end_files_of(session, member_id, at)
    session.execute(_FILES.values(member_id=None, ends_at=parts.LONG_AGO), owned.me(member_id))
    if chat is not None:
        chats.unbind(session, chat)
    session.expire_all()
    return chat


def find_receipts(session: Session) -> Sequence[tuple[int, int | None]]:
    """The receipts that were sent or never will be, with their chats."""
    return [(row.id, row.chat_id) for row in session.execute(_RECEIPTS)]


def forget(session: Session, found: Sequence[tuple[int, int | None]]) -> int:
    """Remove these receipts, and the chats unless somebody has logged in there since. Returns how many."""
    note(session)
    for letter, chat in found:
        session.execute(delete(Letter).where(Letter.id == letter))
        free = select(Chat.id).where(Chat.id == chat, Chat.member_id.is_(None), Chat.staff_id.is_(None))
        if chat is not None and session.execute(free).first() is not None:
            session.execute(delete(Letter).where(Letter.chat_id == chat))
            session.execute(update(StaffInvitation).where(StaffInvitation.chat_id == chat).values(chat_id=None))
            session.execute(delete(Chat).where(Chat.id == chat))
    return len(found)


def note(session: Session) -> None:
    """Note that this transaction removes what people wrote: it is to leave the files too (was_erased)."""
    session.info.setdefault(ERASED, NOBODYS)


def was_erased(session: Session) -> int | None:
    """The member whom this transaction erased, NOBODYS if it removed something else, None if nothing; asked once it has
    committed.
    """
    found: int | None = session.info.get(ERASED)
    return found


def _going() -> Iterator[Table]:
    """The tables whose rows of a member go, each before those that its rows lead to."""
    for table in reversed(list(owned.owned_tables())):
        ways = {one.erasure for one in HOLDINGS[table.name].personal.values()}
        if ways == {Erasure.ROW} and table.name not in _APART:
            yield table


def _empty(session: Session, cipher: Cipher, member_id: int, at: datetime) -> None:
    """Replace what the rows say that others point to. `imported_at` makes every process forget the name."""
    values = bound(Member, member_id, {**nobody(cipher), "imported_at": at})
    session.execute(update(_MEMBERS).where(_MEMBERS.c.id == member_id).values(values))
    for number, drawn_at in session.execute(_PAPERS, owned.me(member_id)).all():
        papers: dict[str, object] = {"facts": {}, "facts_key": cipher.find(secrets.token_hex(16), "certificates.facts")}
        papers |= {"paper": b""} if drawn_at is not None else {}
        changed = bound(Certificate, number, papers)
        session.execute(update(_CERTIFICATES).where(_CERTIFICATES.c.id == number).values(changed))


def nobody(cipher: Cipher) -> Mapping[str, Any]:
    """What stands in the row of an erased member. Nobody knows its ID, and no password has its hash."""
    number = f"erased{secrets.token_hex(8)}"
    return {
        "member_no": number,
        "member_no_key": cipher.find(number, MEMBER_NO),
        **dict.fromkeys(("mamis_id", "mamis_key", "one_time_key", "one_time_from", "one_time_until", "one_time_by")),
        **dict.fromkeys(("ended_at", "resumed_at")),
        **dict.fromkeys(("name", "kana", "registry_no", "prefecture", "email"), ""),
        "birth_date": BIRTH_DATE,
        "can_earn": False,
        "password_hash": _hash_of_nothing(),
        "logins": 0,
    }


def _hash_of_nothing() -> str:
    salt, digest = (base64.b64encode(os.urandom(size)).decode().rstrip("=") for size in (16, 32))
    return f"$argon2id$v=19$m=19456,t=2,p=1${salt}${digest}"
