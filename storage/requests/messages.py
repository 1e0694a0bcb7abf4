"""What is said within a request. A message is written by one person, sent once, and never changed after that."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.orm import Session

from content.refusals import StaleButton
from content.requests.requesting import By, File, Message, Request
from storage.engine.base import InRow
from storage.engine.statements import insert_row, rows
from storage.files import parts
from storage.tables import RequestFile, RequestMessage

_ROWS = cast(Table, RequestMessage.__table__)
_ROW = _ROWS.c
_FILES = cast(Table, RequestFile.__table__).c
_COLUMNS = (_ROW.id, _ROW.request_id, _ROW.said_by, _ROW.author_id, _ROW.text, _ROW.begun_at, _ROW.sent_at)
_OF = select(*_COLUMNS).where(_ROW.request_id == bindparam("request")).order_by(_ROW.id)
_THEIR_FILES = (
    select(_FILES.id, _FILES.message_id, _FILES.name, _FILES.mime, _FILES.size)
    .join(_ROWS, _ROW.id == _FILES.message_id)
    .where(_ROW.request_id == bindparam("request"))
    .order_by(_FILES.id)
)
_UNSENT = (_ROW.id == bindparam("message"), _ROW.sent_at.is_(None))
_WRITE = update(_ROWS).where(*_UNSENT).values(text=bindparam("said", type_=_ROW.text.type))
_SEND = update(_ROWS).where(*_UNSENT).values(sent_at=bindparam("at"))
_REMOVE = delete(_ROWS).where(*_UNSENT)
_REMOVE_FILES = delete(RequestFile).where(RequestFile.message_id == bindparam("message")).returning(RequestFile.file_id)


def of(session: Session, request_id: int) -> tuple[Message, ...]:
    """Everything within a request, the first message first. The caller leaves out what the reader may not see."""
    files: dict[int, list[File]] = {}
    for row in session.execute(_THEIR_FILES, {"request": request_id}):
        files.setdefault(row.message_id, []).append(File(row.id, row.name, row.mime, row.size))
    return tuple(
        Message(
            row.id,
            row.request_id,
            By(row.said_by),
            row.author_id,
            row.text,
            row.begun_at,
            row.sent_at,
            tuple(files.get(row.id, ())),
        )
        for row in session.execute(_OF, {"request": request_id})
    )


def unsent(request: Request, author: int) -> Message | None:
    """What this person has begun to write in the request and not sent."""
    return next((one for one in request.messages if one.author == author and one.sent_at is None), None)


def begin(session: Session, request: Request, by: By, author: int, at: datetime) -> Message:
    """What this person has begun to write in the request; if there is nothing, an empty message.

    Raises StaleButton if the person writes there in another part: as staff in a request of their own.
    """
    found = unsent(request, author)
    if found is None:
        number = _new(session, request.id, by, author, "", at, None)
        return Message(number, request.id, by, author, "", at)
    if found.by is not by:
        raise StaleButton
    return found


def put(session: Session, request_id: int, by: By, author: int, text: str, at: datetime) -> int:
    """A message that is sent at once; returns its number."""
    return _new(session, request_id, by, author, text, at, at)


def write(session: Session, message: Message, text: str) -> bool:
    """Let a message that is not sent say this. False if it was sent meanwhile."""
    return rows(session.execute(_WRITE, {"message": message.id, "said": InRow(message.id, text)})) == 1


def send(session: Session, message: Message, at: datetime) -> bool:
    """Put down that it is sent. False if it was before."""
    return rows(session.execute(_SEND, {"message": message.id, "at": at})) == 1


def remove(session: Session, message: Message) -> bool:
    """Remove a message that is not sent, with its files. False if it was sent meanwhile."""
    parts.let_go(session, session.execute(_REMOVE_FILES, {"message": message.id}).scalars().all())
    return rows(session.execute(_REMOVE, {"message": message.id})) == 1


def _new(
    session: Session, request_id: int, by: By, author: int, text: str, begun_at: datetime, sent_at: datetime | None
) -> int:
    values: Mapping[str, object] = {
        "request_id": request_id,
        "said_by": by.value,
        "author_id": author,
        "text": text,
        "begun_at": begun_at,
        "sent_at": sent_at,
    }
    return insert_row(session, RequestMessage, values)
