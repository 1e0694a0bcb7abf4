"""The clock removes what somebody began to write in a request and never sent, and the files of what ended long ago."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, literal_column, select
from sqlalchemy.orm import Session

from storage.engine.statements import rows
from storage.files import parts
from storage.tables import Request, RequestFile, RequestMessage

# a literal: SQLite uses the index of the drafts only if it sees the condition of the index in the statement
_IS_DRAFT = Request.state == literal_column("'draft'")
_DRAFTS = (
    select(Request.id).where(_IS_DRAFT, Request.begun_at < bindparam("before")).order_by(Request.begun_at).limit(100)
)
_THIS = (Request.id == bindparam("request"), _IS_DRAFT, Request.begun_at < bindparam("before"))
_STILL = select(Request.id).where(*_THIS).with_for_update()
_MESSAGES = select(RequestMessage.id).where(RequestMessage.request_id == bindparam("request"))
_FILES = delete(RequestFile).where(RequestFile.message_id.in_(_MESSAGES)).returning(RequestFile.file_id)
_SAID = delete(RequestMessage).where(RequestMessage.request_id == bindparam("request"))
_DISCARD = delete(Request).where(*_THIS)
_UNSENT = RequestMessage.sent_at.is_(None)
_LEFT = (
    select(RequestMessage.id, RequestMessage.request_id)
    .where(_UNSENT, RequestMessage.begun_at < bindparam("before"))
    .order_by(RequestMessage.begun_at)
    .limit(100)
)
_STILL_UNSENT = select(RequestMessage.id).where(RequestMessage.id == bindparam("message"), _UNSENT)
_REQUEST = select(Request.id).where(Request.id == bindparam("request")).with_for_update()
_FILES_OF = delete(RequestFile).where(RequestFile.message_id == bindparam("message")).returning(RequestFile.file_id)
_LEAVE = delete(RequestMessage).where(RequestMessage.id == bindparam("message"), _UNSENT)
_OLD_FILES = (
    select(RequestFile.id)
    .join(RequestMessage, RequestMessage.id == RequestFile.message_id)
    .join(Request, Request.id == RequestMessage.request_id)
    .where(RequestFile.received_at < bindparam("before"), Request.settled_at < bindparam("before"))
    .order_by(RequestFile.received_at)
    .limit(100)
)
_FILE = delete(RequestFile).where(RequestFile.id == bindparam("file")).returning(RequestFile.file_id)


def find_drafts(session: Session, before: datetime) -> Sequence[int]:
    """Drafts that were begun before this moment, the oldest first."""
    return session.execute(_DRAFTS, {"before": before}).scalars().all()


def drop_drafts(session: Session, found: Sequence[int], before: datetime) -> int:
    """Remove those of them that still are drafts, with what is written and its files; returns how many."""
    done = 0
    for one in found:
        about = {"request": one, "before": before}
        if session.execute(_STILL, about).first() is not None:
            parts.let_go(session, session.execute(_FILES, {"request": one}).scalars().all())
            session.execute(_SAID, {"request": one})
            done += rows(session.execute(_DISCARD, about))
    return done


def find_unsent(session: Session, before: datetime) -> Sequence[tuple[int, int]]:
    """What somebody began to add or to answer before this moment and has not sent, with its request."""
    return [(row.id, row.request_id) for row in session.execute(_LEFT, {"before": before})]


def drop_unsent(session: Session, found: Sequence[tuple[int, int]]) -> int:
    """Remove those of them that still are not sent, with their files; returns how many."""
    done = 0
    for message, request in found:
        session.execute(_REQUEST, {"request": request})
        done += _dropped(session, message)
    return done


def find_files(session: Session, before: datetime) -> Sequence[int]:
    """The files of requests that ended before this moment, and of declarations and claims that did."""
    return session.execute(_OLD_FILES, {"before": before}).scalars().all()


def drop_files(session: Session, found: Sequence[int]) -> int:
    """Remove these files; returns how many there were."""
    gone = [row for one in found for row in session.execute(_FILE, {"file": one}).scalars().all()]
    parts.let_go(session, gone)
    return len(gone)


def _dropped(session: Session, message: int) -> bool:
    if session.execute(_STILL_UNSENT, {"message": message}).first() is None:
        return False
    parts.let_go(session, session.execute(_FILES_OF, {"message": message}).scalars().all())
    return rows(session.execute(_LEAVE, {"message": message})) == 1
