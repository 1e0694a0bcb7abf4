"""The files of messages in requests. They are sealed, and change only in a message that is not sent."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, or_, select
from sqlalchemy.orm import Session

from content.declarations.evidence import Added
from content.refusals import NoSuchRequest
from content.requests.ceilings import RequestRules
from content.requests.requesting import By, Message, State
from storage.engine.base import cipher_of
from storage.engine.cipher import Unreadable
from storage.engine.keyed import ByKeys, Keyed, reserve
from storage.engine.statements import insert_row
from storage.files import parts
from storage.files.parts import Kept
from storage.tables import Request, RequestFile, RequestMessage

MEGABYTE = 1024 * 1024
CONTENT = "request_files.content"
"""The place of the keyed hash."""
KEYED = (Keyed("request_files", "content_key", "print", CONTENT, lambda plain: plain.decode()),)
_UNSETTLED = (State.DRAFT.value, State.RECEIVED.value, State.TAKEN.value, State.WITHDRAWN.value)
_KEPT = (
    select(func.count(RequestFile.id), func.coalesce(func.sum(RequestFile.size), 0))
    .join(RequestMessage, RequestMessage.id == RequestFile.message_id)
    .join(Request, Request.id == RequestMessage.request_id)
    .where(
        Request.member_id == bindparam("member"),
        RequestMessage.said_by == By.MEMBER.value,
        # a message may also be begun in a settled request: until it is sent, nobody looks at it, and nothing ends it
        or_(Request.state.in_(_UNSETTLED), RequestMessage.sent_at.is_(None)),
    )
)
_SAME = ByKeys(
    lambda keys: select(RequestFile.id, RequestFile.print).where(
        RequestFile.message_id == bindparam("message"), RequestFile.content_key.in_(keys)
    )
)
_THIS = (RequestFile.id == bindparam("file"), RequestFile.message_id == bindparam("message"))
_REMOVE = delete(RequestFile).where(*_THIS).returning(RequestFile.file_id)
_WHERE = select(RequestFile.file_id, RequestFile.print).where(*_THIS)
_BYTES = select(RequestFile.content).where(RequestFile.id == bindparam("file"))
_MEMBER = select(Request.member_id).where(Request.id == bindparam("request"))


def add(session: Session, message: Message, *, name: str, mime: str, kept: Kept, most: int, at: datetime) -> Added:
    """Add a file to a message that is not sent and has fewer than `most`; only then the file is taken. The caller holds
    the request.
    """
    cipher = cipher_of(session.get_bind().dialect)
    keys = cipher.finds(kept.print, CONTENT)
    reserve(session, cipher, keys)
    if _has(session, message.id, keys, kept.print):
        return Added.SAME
    if len(message.files) >= most:
        return Added.FULL
    parts.take(session, kept, session.execute(_MEMBER, {"request": message.request}).scalar_one())
    what = {"name": name, "mime": mime, "size": kept.size, "file_id": kept.id}
    what |= {"print": kept.print, "content": None, "content_key": keys[0]}
    insert_row(session, RequestFile, what | {"message_id": message.id, "received_at": at})
    return Added.NEW


def has_room(session: Session, member_id: int, size: int, rules: RequestRules) -> bool:
    """Whether one more file of `size` bytes is kept of this member. What was sent in requests that staff have settled
    doesn't count. What was sent in withdrawn ones does, and so does what is not sent, in whatever request.
    """
    files, kept = session.execute(_KEPT, {"member": member_id}).one()
    return files < rules.kept_files and kept + size <= rules.kept_megabytes * MEGABYTE


def remove(session: Session, message: Message, file_id: int) -> bool:
    """Remove a file from a message that is not sent; False if it has no such file. The caller holds the request."""
    gone = session.execute(_REMOVE, {"message": message.id, "file": file_id}).scalars().all()
    parts.let_go(session, gone)
    return bool(gone)


def content(session: Session, message_id: int, file_id: int) -> bytes:
    """The bytes of a file. The caller checks who may see the request. Raises NoSuchRequest."""
    found = session.execute(_WHERE, {"message": message_id, "file": file_id}).one_or_none()
    if found is None:
        raise NoSuchRequest
    if found.file_id is not None:
        return parts.content(session, found.file_id, found.print)
    return _whole(session, file_id)


def _whole(session: Session, file_id: int) -> bytes:
    """The bytes of a file that an earlier version kept in its row."""
    found = session.execute(_BYTES, {"file": file_id}).scalar_one()
    if found is None:
        raise Unreadable(f"request_files.content of row {file_id}: the row has no file")
    return found


def _has(session: Session, message_id: int, keys: Sequence[str], print_of: str) -> bool:
    found = _SAME.run(session, keys, {"message": message_id}).first()
    if found is not None and (found.print or parts.print_of(_whole(session, found.id))) != print_of:
        raise Unreadable(f"request_files.content of row {found.id}: it was found by the keyed hash of another file")
    return found is not None
