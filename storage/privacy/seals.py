"""Every sealed column of the tables, and what stands in it as it is on disk."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, LargeBinary, Table, func, select, type_coerce
from sqlalchemy.orm import Session

from storage import tables  # noqa: F401  # the tables are in the metadata once they are imported
from storage.engine.base import Base, SealedFile, is_sealed
from storage.engine.cipher import MARK_BYTES, Cipher, Unreadable


@dataclass(frozen=True)
class SealedColumn:
    """A sealed column of a table."""

    table: Table
    name: str

    @property
    def key(self) -> Column[Any]:
        """The primary key, which names the row."""
        (key,) = self.table.primary_key
        return key

    @property
    def raw(self) -> ColumnElement[bytes]:
        """What is on disk, not opened."""
        return type_coerce(self.table.c[self.name], LargeBinary)

    @property
    def about(self) -> str:
        return f"{self.table.name}.{self.name}"


def sealed_columns() -> Iterator[SealedColumn]:
    """Every sealed column, in the order of the tables."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if is_sealed(column.type):
                yield SealedColumn(table, column.name)


def keys(session: Session, cipher: Cipher) -> frozenset[str]:
    """The names of the keys under which anything is sealed. It reads the whole record: a second for 170,000 members."""
    found = set[str]()
    for sealed in sealed_columns():
        raw = sealed.raw
        mark = type_coerce(func.substr(raw, 1, MARK_BYTES), LargeBinary)
        marks = session.execute(select(mark).where(raw.is_not(None)).distinct()).scalars()
        found |= {cipher.name_of(bytes(one)) for one in marks}
    return frozenset(found)


def unreadable(session: Session, cipher: Cipher) -> Iterator[str]:
    """Each value that does not open in its place: the place and the reason. It reads and opens the whole record."""
    for sealed in sealed_columns():
        # files are large: one at a time
        each = 1 if isinstance(sealed.table.c[sealed.name].type, SealedFile) else 500
        statement = select(sealed.key, sealed.raw).where(sealed.raw.is_not(None)).order_by(sealed.key)
        for row, value in session.execute(statement.execution_options(yield_per=each)):
            try:
                cipher.open(bytes(value), sealed.about, row)
            except Unreadable as error:
                yield str(error)
