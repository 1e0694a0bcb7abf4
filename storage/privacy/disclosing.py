"""Reads all that is kept of one member, as the registry of personal data says: values, and files.

What staff did stands in the log, whose bodies only the log itself can open (storage/staff/log_told.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    LargeBinary,
    Select,
    String,
    Table,
    bindparam,
    exists,
    func,
    literal_column,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy import cast as cast_to
from sqlalchemy.orm import Session

from content.exporting.export import State, scope_of
from content.privacy.disclosed import Disclosed, Exported, Held, Named, Row, Value
from storage.engine.base import Base
from storage.engine.cipher import Cipher
from storage.exporting.audience import SPAN
from storage.files import parts
from storage.people.guards import Gate
from storage.privacy import owned
from storage.privacy.holding import Erasure, Export
from storage.privacy.registry import HOLDINGS
from storage.tables import (
    Certificate,
    Course,
    ExportMember,
    Film,
    JournalIssue,
    RequestMessage,
    Training,
)
from storage.tables import Export as ExportRow

_CARRIERS = ("evidence", "request_files")
"""Tables whose rows lead to a file by `file_id`. Those of before version 0.6 have its bytes in `content`."""
_ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/heic": "heic"}
_SLUG = select(Course.id, Course.slug)
_FILM = select(Film.id, Course.slug + " " + cast_to(Film.chapter, String)).join(Course, Course.id == Film.course_id)
_NAMES: Mapping[str, Select[*tuple[Any, ...]]] = {
    "course_id": _SLUG.where(Course.id == bindparam("number")),
    "film_id": _FILM.where(Film.id == bindparam("number")),
    "training_id": select(Training.id, Training.title).where(Training.id == bindparam("number")),
    "issue_id": select(JournalIssue.id, JournalIssue.slug).where(JournalIssue.id == bindparam("number")),
}
"""What is published, by the column that leads to it."""
_MADE = select(ExportRow.id).where(
    ExportRow.id == ExportMember.id // SPAN, ExportRow.state == literal_column(f"'{State.MADE.value}'")
)
_ONLY: Mapping[str, ColumnElement[bool]] = {
    "export_members": exists(_MADE),
    "request_messages": or_(RequestMessage.sent_at.is_not(None), RequestMessage.author_id == bindparam("member")),
}
"""Which rows are handed out, if not all: exports that were made; what was said, not what staff still write."""
_EXPORT = select(ExportRow.id, ExportRow.settled_at, ExportRow.begun_at, ExportRow.scope).where(
    ExportRow.id == bindparam("number")
)
_CERTIFICATES = cast(Table, Certificate.__table__)
_PAPERS = select(_CERTIFICATES.c.id, func.length(type_coerce(_CERTIFICATES.c.paper, LargeBinary))).where(
    _CERTIFICATES.c.member_id == bindparam("member"), _CERTIFICATES.c.drawn_at.is_not(None)
)


def disclosed(session: Session, cipher: Cipher, member_id: int, at: datetime) -> Disclosed:
    """What is kept of the member now, except the log. Raises NoResultFound."""
    gates = owned.gates_of(session, cipher, member_id)
    rows = {one.name: _rows(session, one, member_id, gates) for one in given_tables() if not is_log(one.name)}
    return Disclosed(at, rows, withheld(), files(session, member_id))


def given_tables() -> Iterator[Table]:
    """The tables of which values are handed out. The bytes of files are no values: they go as files."""
    return (one for one in owned.owned_tables() if given(one))


def is_log(table: str) -> bool:
    """Whether its values are sealed under the member's own key, so that the log alone opens them."""
    return any(one.erasure is Erasure.KEY for one in HOLDINGS[table].personal.values())


def withheld() -> Mapping[str, Sequence[str]]:
    """What is kept of a member and not handed out: secrets and keyed hashes, by table."""
    return {
        table.name: found
        for table in owned.owned_tables()
        if (found := [name for name, one in HOLDINGS[table.name].personal.items() if one.export is Export.WITHHELD])
    }


def files(session: Session, member_id: int) -> Sequence[Held]:
    """The member's files, each with its size: papers, evidence, what went with requests."""
    return (*_papers(session, member_id), *_carried(session, member_id))


def content(session: Session, held: Held) -> bytes:
    """The bytes of a file. Raises NoResultFound, Unreadable."""
    table = Base.metadata.tables[held.table]
    if held.table not in _CARRIERS:
        return cast(bytes, session.execute(select(table.c.paper).where(table.c.id == held.row)).scalar_one())
    columns = (table.c.file_id, table.c.print, table.c.content)
    row = session.execute(select(*columns).where(table.c.id == held.row)).one()
    return cast(bytes, row.content) if row.file_id is None else parts.content(session, row.file_id, row.print)


def _rows(session: Session, table: Table, member_id: int, gates: Sequence[Gate]) -> Sequence[Row]:
    columns = given(table)
    statement = select(*(table.c[name] for name in columns)).where(
        owned.theirs(table, gates), _ONLY.get(table.name, true())
    )
    values = owned.me(member_id) if table.name != "guards" else {}
    found = session.execute(statement.order_by(*table.primary_key), values).all()
    if table.name == ExportMember.__tablename__:
        return [{**row._mapping, "id": _export(session, row.id)} for row in found]
    return [{name: _named(session, name, value) for name, value in zip(columns, row, strict=True)} for row in found]


@cache
def given(table: Table) -> Sequence[str]:
    """The columns that are handed out as values, and before them the keys that connect a row with others."""
    holding = HOLDINGS[table.name]
    given = [name for name, one in holding.personal.items() if one.export is Export.VALUE]
    keys = [one.name for one in table.primary_key if one.name not in holding.personal]
    return (
        (*keys, *([holding.owner] if holding.owner not in (*keys, *holding.personal) else []), *given) if given else ()
    )


def _export(session: Session, row: int) -> Exported:
    """The export of a row of export_members."""
    found = session.execute(_EXPORT, {"number": row // SPAN}).one()
    said = scope_of(found.scope)
    return Exported(found.id, found.settled_at or found.begun_at, said.period.first, said.period.last, said.prefecture)


def _named(session: Session, column: str, value: Any) -> Value:
    if column not in _NAMES or value is None:
        return cast(Value, value)
    found = session.execute(_NAMES[column], {"number": value}).one_or_none()
    return Named(value, found[1] if found else "")


def _papers(session: Session, member_id: int) -> Iterator[Held]:
    for number, size in session.execute(_PAPERS, owned.me(member_id)):
        if size is not None:
            yield Held("certificates", number, f"certificate-{number}.pdf", size)


def _carried(session: Session, member_id: int) -> Iterator[Held]:
    for name in _CARRIERS:
        table = Base.metadata.tables[name]
        statement = select(table.c.id, table.c.mime, table.c.size).where(owned.theirs(table)).order_by(table.c.id)
        for number, mime, size in session.execute(statement, owned.me(member_id)):
            kind = name.removesuffix("s").replace("_", "-")
            yield Held(name, number, f"{kind}-{number}.{_ENDINGS.get(mime, 'bin')}", size)
