"""The base class of all tables, and the column types that they share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple, cast

from sqlalchemy import ColumnElement, DateTime, Dialect, Label, LargeBinary, MetaData, Table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import InternalTraversal
from sqlalchemy.types import TypeDecorator

from storage.engine.cipher import Cipher


class Base(DeclarativeBase):
    """The base of every table of the record book."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC. A naive one raises ValueError. SQLite keeps no zone, so reading adds it again."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def lend_cipher(dialect: Dialect, cipher: Cipher) -> None:
    """Attach the cipher for sealed columns to an engine's dialect.

    Why to the dialect: SQLAlchemy passes a column type nothing else, and each engine has its own. So no cipher has to
    be global.
    """
    dialect._tani_cipher = cipher  # type: ignore[attr-defined]  # we hang no more on SQLAlchemy's object than this and the memory


def cipher_of(dialect: Dialect) -> Cipher:
    """The cipher that is attached to this dialect."""
    cipher: Cipher = dialect._tani_cipher  # type: ignore[attr-defined]  # see lend_cipher
    return cipher


def lend_memory(dialect: Dialect, memory: dict[type, Any]) -> None:
    """Attach what this process keeps in memory of the record, one value of a type. A record's engines share it."""
    dialect._tani_memory = memory  # type: ignore[attr-defined]  # see lend_cipher


def memory_of(dialect: Dialect) -> dict[type, Any]:
    """What is kept in memory of the record that this dialect is of."""
    memory: dict[type, Any] = dialect._tani_memory  # type: ignore[attr-defined]  # see lend_cipher
    return memory


class InRow(NamedTuple):
    """A value that is about to be sealed, and the primary key of the row that it is for."""

    row: int
    value: Any


def bound(entity: type[Base], row: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a row by column, to be written there: those of sealed columns are bound to the row."""
    sealed = sealed_of(entity)
    return {name: InRow(row, value) if name in sealed else value for name, value in values.items()}


def in_row(entity: type[Base], row: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """The same for a row that is to be inserted, with its primary key."""
    (key,) = cast(Table, entity.__table__).primary_key
    return {key.name: row, **bound(entity, row, values)}


@cache
def sealed_of(entity: type[Base]) -> Mapping[str, Sealed]:
    """The sealed columns of a table, with their types."""
    return {one.name: one.type for one in cast(Table, entity.__table__).c if isinstance(one.type, Sealed)}


class _WithRow(ColumnElement[bytes]):
    """A sealed column with the primary key of its row before it: "17:…". So reading knows for which row it opens."""

    inherit_cache = True
    _traverse_internals = [  # noqa: RUF012  # SQLAlchemy's own form: what a cached statement is compared by
        ("row", InternalTraversal.dp_clauseelement),
        ("sealed", InternalTraversal.dp_clauseelement),
    ]

    def __init__(self, row: ColumnElement[Any], sealed: ColumnElement[Any]) -> None:
        self.row, self.sealed = row, sealed
        self.type = sealed.type  # what comes back is opened by this type


@compiles(_WithRow, "sqlite")
def _with_row_sqlite(element: _WithRow, compiler: SQLCompiler, **options: Any) -> str:
    row, sealed = (_written(one, compiler, options) for one in (element.row, element.sealed))
    return f"CAST({row} || ':' || {sealed} AS BLOB)"


@compiles(_WithRow, "postgresql")
def _with_row_postgresql(element: _WithRow, compiler: SQLCompiler, **options: Any) -> str:
    row, sealed = (_written(one, compiler, options) for one in (element.row, element.sealed))
    return f"CONVERT_TO({row} || ':', 'UTF8') || {sealed}"


def _written(element: ColumnElement[Any], compiler: SQLCompiler, options: Mapping[str, Any]) -> str:
    plain = {name: value for name, value in options.items() if name != "within_columns_clause"}
    return compiler.process(element, **plain)


class Sealed(TypeDecorator[Any]):
    """A column of personal data. Writing seals it, reading opens it. A seal is bound to `table.column` and to the row.

    A value to be written names its row (`InRow`, `in_row`); without that, TypeError. Reading takes the row's primary
    key along by itself, also from an alias of the table.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about

    def column_expression(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        inner: Any = column.element if isinstance(column, Label) else column
        (key,) = inner.table.primary_key
        return _WithRow(key, inner)

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, InRow):
            raise TypeError(f"{self.about}: a value to be sealed must name its row (storage.engine.base.in_row)")
        if value.value is None:
            return None
        return self.shut(cipher_of(dialect), value.row, value.value)

    def shut(self, cipher: Cipher, row: int, value: Any) -> bytes:
        """The value sealed for this row."""
        return cipher.seal(self.to_bytes(value), self.about, row)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        row, _, sealed = bytes(value).partition(b":")
        return self.from_bytes(cipher_of(dialect).open(sealed, self.about, int(row)))

    def to_bytes(self, value: Any) -> bytes:
        raise TypeError("a sealed column is a text, bytes or a document")

    def from_bytes(self, plain: bytes) -> Any:
        raise TypeError("a sealed column is a text, bytes or a document")


class SealedText(Sealed):
    """A sealed `str`."""

    cache_ok = True

    def to_bytes(self, value: str) -> bytes:
        return value.encode()

    def from_bytes(self, plain: bytes) -> str:
        return plain.decode()


class SealedBytes(Sealed):
    """Sealed `bytes`."""

    cache_ok = True

    def to_bytes(self, value: bytes) -> bytes:
        return value

    def from_bytes(self, plain: bytes) -> bytes:
        return plain


class SealedFile(SealedBytes):
    """Sealed `bytes` of up to 20 MB: whoever reads many rows takes them one at a time."""

    cache_ok = True


class SealedDocument(Sealed):
    """A sealed JSON document. Equal documents give equal plain bytes."""

    cache_ok = True

    def to_bytes(self, value: object) -> bytes:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def from_bytes(self, plain: bytes) -> object:
        return json.loads(plain)


def is_sealed(kind: object) -> bool:
    """Whether a column's type seals its values."""
    return isinstance(kind, Sealed)
