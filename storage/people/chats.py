"""Private chats: which member speaks in which chat, and what the chat waits to hear."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, Table, bindparam, func, insert, or_, select, update
from sqlalchemy.orm import Session

from content.keys.note import Note
from content.pressing import Answered, noted
from content.staff.viewing import Viewing
from storage.engine.base import in_row
from storage.engine.cipher import Cipher, Unreadable
from storage.engine.keyed import ByKeys, Keyed, reserve
from storage.engine.statements import insert_new, new_id, run, update_row
from storage.people import viewing
from storage.people.chat import Caller, Chat
from storage.tables import Chat as ChatRow
from storage.tables import Consent, Member

# selects on tables, not on mapped classes: mapped rows cost twice as much, and every turn begins with one
_CHATS, _MEMBERS = cast(Table, ChatRow.__table__), cast(Table, Member.__table__)
_CHAT = _CHATS.c
_COLUMNS = (
    _CHAT.id,
    _CHAT.telegram_id,
    _CHAT.language,
    _CHAT.expects,
    _CHAT.expects_at,
    _CHAT.note,
    _CHAT.accepted_notice,
    _CHAT.living_message,
    _CHAT.living_subject,
    _CHAT.answered,
    _CHAT.member_id,
    _CHAT.staff_id,
    _CHAT.viewing,
    _CHAT.viewing_until,
    _CHAT.reachable,
    _CHAT.held_until,
    Member.earns,
    _MEMBERS.c.logins,
)
_BASE = select(*_COLUMNS).outerjoin(_MEMBERS, _MEMBERS.c.id == _CHAT.member_id)
# a webhook may deliver a member's message and press to two processes at once: this lock makes them take turns
_MEET = ByKeys(lambda keys: _BASE.where(_CHAT.telegram_key.in_(keys)).with_for_update(of=_CHATS))
_BY_ID = _BASE.where(_CHAT.id == bindparam("id"))
_HELD = _BY_ID.with_for_update(of=_CHATS)
_OF_MEMBER = _BASE.where(_CHAT.member_id == bindparam("member_id"))
_LOGGED_IN = update(Member).where(Member.id == bindparam("member")).values(logins=Member.logins + 1)
_OF_PERSON = _BASE.where(or_(_CHAT.member_id == bindparam("person"), _CHAT.staff_id == bindparam("person")))
_NEW = insert_new(ChatRow)
PERSON = "chats.telegram_id"
KEYED = (Keyed("chats", "telegram_key", "telegram_id", PERSON, bytes.decode),)
_LEFT: Mapping[str, object] = {"expects": "", "expects_at": None, "note": {}, "viewing": None, "viewing_until": None}
_HOLD = update(ChatRow).where(ChatRow.id == bindparam("chat")).values(held_until=bindparam("until"))
_REACHED = update(ChatRow).where(ChatRow.id == bindparam("chat")).values(reachable=True)


def meet(session: Session, cipher: Cipher, telegram_id: int, language: str, at: datetime) -> Chat:
    """The chat with this Telegram user, locked for the transaction. The first word makes it. Language: "ja" or "en"."""
    keys = cipher.finds(str(telegram_id), PERSON)
    found = _MEET.run(session, keys).one_or_none()
    if found is None:
        reserve(session, cipher, keys)
        found = _MEET.run(session, keys).one_or_none() or _new(session, keys, telegram_id, language, at)
    if int(found.telegram_id) != telegram_id:
        raise Unreadable(f"chats.telegram_key of row {found.id}: it belongs to another row")
    if not found.reachable:
        session.execute(_REACHED, {"chat": found.id})
    return _chat(found)


def hold_until(session: Session, chat_id: int, until: datetime) -> None:
    """Telegram asks to send no letters to this chat until then."""
    session.execute(_HOLD, {"chat": chat_id, "until": until})


def of_member(session: Session, member_id: int) -> Chat | None:
    """The chat in which the member is logged in; None if the member is in no chat."""
    found = session.execute(_OF_MEMBER, {"member_id": member_id}).one_or_none()
    return None if found is None else _chat(found)


def of_person(session: Session, person_id: int) -> Chat | None:
    """The same for a member or for somebody with a staff account."""
    found = session.execute(_OF_PERSON, {"person": person_id}).one_or_none()
    return None if found is None else _chat(found)


def by_id(session: Session, chat_id: int) -> Chat:
    """The chat with this number. Raises NoResultFound."""
    return _chat(session.execute(_BY_ID, {"id": chat_id}).one())


def hold(session: Session, chat_id: int) -> Chat:
    """The same, locked for the transaction: its person may be logging in at this moment. Raises NoResultFound."""
    return _chat(session.execute(_HELD, {"id": chat_id}).one())


def expect(session: Session, chat_id: int, awaits: Note | None, at: datetime) -> None:
    """Let the chat wait for this from now on; None: for nothing. After `viewing.only_note` it is only noted."""
    expects = awaits.expects if awaits else ""
    if not viewing.only_noted(session, expects):
        put_back(session, chat_id, expects, awaits.pack() if awaits else {}, at)


def put_back(session: Session, chat_id: int, expects: str, note: Mapping[str, str], at: datetime) -> None:
    """Let the chat wait again from now on for what was on record before, in exactly that form."""
    _set(session, chat_id, expects=expects, expects_at=at if expects else None, note=dict(note))


def show(session: Session, chat_id: int, message: int, subject: str) -> None:
    """Record that this message is the chat's living message, and shows this subject."""
    _set(session, chat_id, living_message=message, living_subject=subject)


def answer(session: Session, chat: Chat, press: Answered | None, within_s: int, shows: str | None = None) -> None:
    """Record that this press was answered, for as many seconds; and the subject that the living message shows by now,
    if it is another.
    """
    values: dict[str, object] = {}
    if press is not None:
        values["answered"] = [one.pack() for one in noted(chat.answered, press, within_s)]
    if shows is not None and shows != chat.living_subject:
        values["living_subject"] = shows
    if values:
        _set(session, chat.id, **values)


def speak(session: Session, chat_id: int, language: str) -> None:
    """Use this language in the chat from now on."""
    _set(session, chat_id, language=language)


def accept(session: Session, chat_id: int, notice: str) -> None:
    """Record that the person read and accepted this privacy notice."""
    _set(session, chat_id, accepted_notice=notice)


def bind(session: Session, chat: Chat, member_id: int, at: datetime) -> int | None:
    """Log the member in here, and out of any other chat. Returns the other chat's number; None if there is no other."""
    former = of_member(session, member_id)
    if former is not None and former.id != chat.id:
        unbind(session, former.id)  # first: a unique index allows a member one chat
    _set(session, chat.id, member_id=member_id, staff_id=None, logged_in_at=at, **_LEFT)
    session.execute(_LOGGED_IN, {"member": member_id})
    known = session.get(Consent, (member_id, chat.accepted_notice))
    if known is None:
        session.execute(insert(Consent).values(member_id=member_id, notice=chat.accepted_notice, accepted_at=at))
    return former.id if former is not None and former.id != chat.id else None


def bind_staff(session: Session, chat_id: int, person_id: int) -> int | None:
    """Log the staff account in here, and out of any other chat. Returns as `bind` does. Nobody else may be logged in
    here.
    """
    former = of_person(session, person_id)
    if former is not None and former.id != chat_id:
        unbind(session, former.id)
    _set(session, chat_id, staff_id=person_id, **_LEFT)
    return former.id if former is not None and former.id != chat_id else None


def unbind(session: Session, chat_id: int) -> None:
    """Log whoever is logged in here out of this chat, and forget what the chat waited for and showed."""
    _set(session, chat_id, member_id=None, staff_id=None, living_message=0, living_subject="", **_LEFT)


def count(session: Session) -> int:
    return session.execute(select(func.count(ChatRow.id))).scalar_one()


def _new(session: Session, keys: Sequence[str], telegram_id: int, language: str, at: datetime) -> Row[Any]:
    values = {"telegram_key": keys[0], "telegram_id": str(telegram_id), "language": language, "created_at": at}
    run(session, _NEW, in_row(ChatRow, new_id(session, ChatRow), values | {"note": {}}))
    return _MEET.run(session, keys).one()


def _set(session: Session, chat_id: int, **values: object) -> None:
    update_row(session, ChatRow, chat_id, values)


def _chat(found: object) -> Chat:
    get = found._mapping  # type: ignore[attr-defined]  # a Row of _COLUMNS
    return Chat(
        id=get["id"],
        telegram_id=int(get["telegram_id"]),
        language=get["language"],
        expects=get["expects"],
        expects_at=get["expects_at"],
        note=get["note"],
        accepted_notice=get["accepted_notice"],
        living_message=get["living_message"],
        living_subject=get["living_subject"],
        answered=tuple(Answered.unpack(one) for one in get["answered"]),
        reachable=get["reachable"],
        held_until=get["held_until"],
        caller=None if get["member_id"] is None else Caller(get["member_id"], get["earns"], get["logins"]),
        staff_id=get["staff_id"],
        viewing=None if get["viewing"] is None else Viewing(get["viewing"], get["viewing_until"]),
    )
