"""The picture or PDF of an announcement: sealed in parts like every file, changed only in a draft, and ended by the
clock some time after the announcement.

Telegram's file_id of it stands here too, so that every process sends it again without an upload. It is the bot's own:
if Telegram refuses it (another token, a file that Telegram lost), it is forgotten.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, and_, bindparam, or_, select, update
from sqlalchemy.orm import Session

from content.announcing.announcement import State
from storage.engine.statements import update_row
from storage.files import parts
from storage.files.parts import Kept
from storage.tables import Announcement as Row

_TABLE = cast(Table, Row.__table__)
_C = _TABLE.c
_THIS = _C.id == bindparam("number")
_NONE = {"file_id": None, "file_name": None, "file_mime": None, "file_size": None, "file_print": None, "uploaded": None}
_FILE = select(_C.file_id).where(_THIS)
_WHERE = select(Row.file_id, Row.file_print).where(Row.id == bindparam("number"))
_KNOWN = select(Row.uploaded, Row.file_print).where(Row.id == bindparam("number"))
_LEARN = update(_TABLE).where(_THIS, _C.file_id == bindparam("file"), _C.uploaded.is_(None))
_LEARN = _LEARN.values(uploaded=bindparam("its_id"))
_FORGET = update(_TABLE).where(_THIS, _C.uploaded == bindparam("its_id")).values(uploaded=None)
_OLD = and_(
    _C.file_id.is_not(None),
    or_(
        and_(_C.state.in_((State.DONE.value, State.CANCELLED.value)), _C.ended_at < bindparam("before")),
        and_(_C.state == State.DRAFT.value, _C.written_at < bindparam("unsent")),
    ),
)
_FIND = select(_C.id).where(_OLD).order_by(_C.id).limit(100)
_END = select(_C.file_id).where(_THIS, _OLD).with_for_update()


def attach(session: Session, number: int, kept: Kept, *, name: str, mime: str) -> None:
    """Let this file go with a draft, instead of the one that goes with it. The caller holds the draft."""
    parts.take(session, kept, None)
    _let_go(session, number)
    about = {"file_id": kept.id, "file_name": name, "file_mime": mime, "file_size": kept.size}
    update_row(session, Row, number, about | {"file_print": kept.print, "uploaded": None})


def remove(session: Session, number: int) -> None:
    """Let no file go with a draft. The caller holds it."""
    _let_go(session, number)
    update_row(session, Row, number, _NONE)


def content(session: Session, number: int, print_: str) -> bytes | None:
    """The bytes of the file with this print; None if it has ended, or another one goes with it. Raises Unreadable."""
    found = session.execute(_WHERE, {"number": number}).one_or_none()
    if found is None or found.file_id is None or found.file_print != print_:
        return None
    return parts.content(session, found.file_id, print_)


def known(session: Session, number: int, print_: str) -> str:
    """Telegram's file_id of the file with this print; empty if it is not known, or another file goes with it."""
    found = session.execute(_KNOWN, {"number": number}).one_or_none()
    return found.uploaded or "" if found is not None and found.file_print == print_ else ""


def learn(session: Session, number: int, print_: str, told: str) -> None:
    """Note Telegram's file_id of the file with this print. The first one that is noted stays."""
    found = session.execute(_WHERE, {"number": number}).one_or_none()
    if found is not None and found.file_id is not None and found.file_print == print_:
        session.execute(_LEARN, {"number": number, "file": found.file_id, "its_id": told})


def forget(session: Session, number: int, told: str) -> None:
    """Telegram refuses this file_id. One that was learned since stays."""
    session.execute(_FORGET, {"number": number, "its_id": told})


def find_old(session: Session, before: datetime, unsent: datetime) -> Sequence[int]:
    """Announcements that ended before the first moment, and drafts written before the second one, that have a file."""
    return session.execute(_FIND, {"before": before, "unsent": unsent}).scalars().all()


def drop_old(session: Session, found: Sequence[int], before: datetime, unsent: datetime) -> int:
    """Let their files end; returns how many. What was sent keeps the file's name, a draft loses all of it."""
    done = 0
    for number in found:
        file = session.execute(_END, {"number": number, "before": before, "unsent": unsent}).scalar_one_or_none()
        if file is not None:
            parts.let_go(session, [file])
            is_draft = session.execute(_IS_DRAFT, {"number": number}).first() is not None
            update_row(session, Row, number, _NONE if is_draft else {"file_id": None, "uploaded": None})
            done += 1
    return done


def _let_go(session: Session, number: int) -> None:
    parts.let_go(session, session.execute(_FILE, {"number": number}).scalars().all())


_IS_DRAFT = select(_C.id).where(_THIS, _C.state == State.DRAFT.value)
