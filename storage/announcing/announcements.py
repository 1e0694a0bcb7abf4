"""Announcements on record: written as drafts, found, changed, counted."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.orm import Session

from content.announcing.announcement import Announcement, Audience, Language, Of, State
from content.announcing.attached import Attached
from content.refusals import StaleButton
from storage.engine.statements import insert_row, rows, update_row
from storage.files import parts
from storage.tables import Announcement as Row

_TABLE = cast(Table, Row.__table__)
_ONE = select(Row).where(Row.id == bindparam("number")).execution_options(populate_existing=True)
_HELD = _ONE.with_for_update()
_LATEST = select(Row).order_by(Row.id.desc()).limit(bindparam("most"))
_UNCOUNTED = (
    select(Row)
    .where(Row.state == State.DRAFT.value, Row.counted.is_(None))
    .order_by(Row.id)
    .execution_options(populate_existing=True)
)
_COUNT = (
    update(_TABLE)
    .where(_TABLE.c.id == bindparam("number"), _TABLE.c.counted.is_(None))
    .values(counted=bindparam("people"), counted_at=bindparam("at"))
)
_REMOVE = (
    delete(_TABLE)
    .where(_TABLE.c.id == bindparam("number"), _TABLE.c.state == State.DRAFT.value)
    .returning(_TABLE.c.file_id)
)
_TEXTS: Mapping[Language, str] = {Language.JA: "text_ja", Language.EN: "text_en"}
LISTED = 40


def write(session: Session, audience: Audience, by: int, at: datetime) -> int:
    """Begin a draft for this audience; returns its number."""
    values = {"written_by": by, "written_at": at, "audience": audience.of.value, "value": audience.value}
    empty = {"text_ja": "", "text_en": "", "button": "", "state": State.DRAFT.value}
    return insert_row(session, Row, values | empty)


def one(session: Session, number: int) -> Announcement:
    """An announcement. Raises StaleButton if no announcement has this number."""
    return _of(session.execute(_ONE, {"number": number}).scalar_one_or_none())


def hold(session: Session, number: int) -> Announcement:
    """The same, and nobody else changes it until this transaction ends."""
    return _of(session.execute(_HELD, {"number": number}).scalar_one_or_none())


def latest(session: Session) -> Sequence[Announcement]:
    """The latest announcements and drafts, the newest first."""
    return [_of(row) for row in session.execute(_LATEST, {"most": LISTED}).scalars()]


def uncounted(session: Session) -> Sequence[Announcement]:
    """The drafts whose audience is to be counted."""
    return [_of(row) for row in session.execute(_UNCOUNTED).scalars()]


def set_text(session: Session, number: int, language: Language, text: str) -> None:
    update_row(session, Row, number, {_TEXTS[language]: text})


def set_button(session: Session, number: int, button: str) -> None:
    update_row(session, Row, number, {"button": button})


def set_start(session: Session, number: int, at: datetime | None) -> None:
    update_row(session, Row, number, {"starts_at": at})


def count_anew(session: Session, number: int) -> None:
    """Let the clock count its audience once more."""
    update_row(session, Row, number, {"counted": None, "counted_at": None})


def counted(session: Session, number: int, people: int, at: datetime) -> bool:
    """So many are in its audience. False if that was known already."""
    return rows(session.execute(_COUNT, {"number": number, "people": people, "at": at})) == 1


def remove(session: Session, number: int) -> bool:
    """Remove a draft, with its file. False if it is none any more."""
    gone = session.execute(_REMOVE, {"number": number}).scalars().all()
    parts.let_go(session, gone)
    return bool(gone)


def _of(row: Any) -> Announcement:
    if row is None:
        raise StaleButton
    return Announcement(
        id=row.id,
        written_by=row.written_by,
        audience=Audience(Of(row.audience), row.value),
        ja=row.text_ja,
        en=row.text_en,
        button=row.button,
        state=State(row.state),
        starts_at=row.starts_at,
        confirmed_by=row.confirmed_by,
        counted=row.counted,
        counted_at=row.counted_at,
        attached=_attached(row),
    )


def _attached(row: Any) -> Attached | None:
    if row.file_name is None:
        return None
    about = (row.file_name, row.file_mime, row.file_size, row.file_print)
    return Attached(*about, uploaded=row.uploaded or "", kept=row.file_id is not None)
