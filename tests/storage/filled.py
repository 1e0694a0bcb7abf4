"""Two rows in every table, and what stands in their sealed columns as it is on disk."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Column, delete, insert, text
from sqlalchemy.orm import Session

from storage.engine.base import Base, Moment, SealedBytes, SealedDocument, in_row, is_sealed
from storage.engine.cipher import OneKey, derive
from storage.privacy.seals import SealedColumn

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def fill(session: Session) -> None:
    """Every column of these rows has a value; each that leads to another row leads to the one with its own number."""
    entities = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    for table in Base.metadata.sorted_tables:
        if table.name == "certificate_doubts":
            session.execute(delete(table))  # what triggers wrote for the rows above
        for number in (1, 2):
            values = {column.name: _value(column, number) for column in table.columns}
            sealed = any(is_sealed(column.type) for column in table.columns)
            written = in_row(entities[table], number, values) if sealed else values
            session.execute(insert(table), written)


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
        str: f"{number}",
        bytes: b"x",
        bool: True,
        date: AT.date() + timedelta(days=number),
        dict: {},
    }
    return plain.get(column.type.python_type, {})
