"""Two rows in every table, and what stands in their sealed columns as it is on disk."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Column, LargeBinary, delete, insert, text
from sqlalchemy.orm import Session

from content.exporting.cells import Encoding
from content.exporting.export import Kind, Scope, State
from content.text.periods import Period
from storage.engine.base import Base, Moment, SealedBytes, SealedDocument, in_row, is_sealed
from storage.engine.cipher import OneKey, derive
from storage.exporting.audience import SPAN
from storage.files.parts import print_of
from storage.privacy.seals import SealedColumn

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


_AS_THEY_ARE: Mapping[str, Callable[[int], object]] = {
    "members.member_no": lambda number: f"100000000{number}",
    "chats.telegram_id": lambda number: f"700000{number}",
    "exports.kind": lambda _number: Kind.WHOLE.value,
    "exports.encoding": lambda _number: Encoding.UTF8.value,
    "exports.state": lambda _number: State.MADE.value,
    "exports.scope": lambda number: Scope(Period(date(2026, 4, 1), date(2027, 3, 31)), f"見本県{number}").text,
    "export_members.id": lambda number: number * SPAN + number,
    "evidence.print": lambda number: print_of(f"file_parts.content:{number}".encode()),
    "request_files.print": lambda number: print_of(f"file_parts.content:{number}".encode()),
}
"""What the product reads as more than a text."""
Value = Callable[[Column[Any], int], object]


def fill(session: Session, value: Value | None = None) -> None:
    """Every column of these rows has a value; each that leads to another row leads to the one with its own number."""
    made = value or _value
    entities = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    for table in Base.metadata.sorted_tables:
        if table.name == "certificate_doubts":
            session.execute(delete(table))  # what triggers wrote for the rows above
        for number in (1, 2):
            values = {column.name: made(column, number) for column in table.columns}
            sealed = any(is_sealed(column.type) for column in table.columns)
            written = in_row(entities[table], number, values) if sealed else values
            session.execute(insert(table), written)


def telling(column: Column[Any], number: int) -> object:
    """A value that says where it stands, if the column can hold one; the keys are those of `fill`."""
    place = f"{column.table.name}.{column.name}"
    if place in _AS_THEY_ARE:
        return _AS_THEY_ARE[place](number)
    if isinstance(column.type, SealedDocument):
        return {"said": f"{place}:{number}"}
    if isinstance(column.type, SealedBytes | LargeBinary):
        return f"{place}:{number}".encode()
    if column.foreign_keys and column.type.python_type is str:
        (reference,) = column.foreign_keys
        return telling(reference.column, number)
    if column.foreign_keys or not (is_sealed(column.type) or column.type.python_type is str):
        return _value(column, number)
    return f"{place}:{number}"


def raw(session: Session, sealed: SealedColumn, number: int) -> bytes:
    """The sealed bytes."""
    query = f"SELECT {sealed.name} FROM {sealed.table.name} WHERE {sealed.key.name} = {number}"
    return bytes(session.execute(text(query)).scalar_one())


def put_raw(session: Session, sealed: SealedColumn, number: int, value: bytes) -> None:
    """Write bytes past the product."""
    query = f"UPDATE {sealed.table.name} SET {sealed.name} = :value WHERE {sealed.key.name} = {number}"
    session.execute(text(query), {"value": value})


def former(key: bytes, plain: bytes, about: str) -> bytes:
    """A seal as version 0.3 made it: bound to its place, to no row."""
    return hashlib.sha256(derive(key, "mark")).digest()[:4] + OneKey(derive(key, "seal")).seal(plain, about)


def said(column: Column[Any], number: int) -> Any:
    """What a sealed column of this row says."""
    if isinstance(column.type, SealedBytes):
        return f"{column}:{number}".encode()
    return {"said": str(number)} if isinstance(column.type, SealedDocument) else f"{number}"


def _value(column: Column[Any], number: int) -> object:
    if is_sealed(column.type):
        return said(column, number)
    if isinstance(column.type, Moment):
        return AT + timedelta(days=number)
    plain: Mapping[type, object] = {
        int: number,
        float: float(number),
        str: f"{number}",
        bytes: b"x",
        bool: True,
        date: AT.date() + timedelta(days=number),
        dict: {},
    }
    return plain.get(column.type.python_type, {})
