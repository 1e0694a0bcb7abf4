"""Every sealed column of the tables, and what stands in it as it is on disk."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import LargeBinary, Table, func, select, type_coerce
from sqlalchemy.orm import Session

from storage import tables  # noqa: F401  # the tables are in the metadata once they are imported
from storage.engine.base import Base, is_sealed
from storage.engine.cipher import MARK_BYTES


@dataclass(frozen=True)
class SealedColumn:
    """A sealed column of a table."""

    table: Table
    name: str

    @property
    def about(self) -> str:
        return f"{self.table.name}.{self.name}"


def sealed_columns() -> Iterator[SealedColumn]:
    """Every sealed column, in the order of the tables."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if is_sealed(column.type):
                yield SealedColumn(table, column.name)


def marks(session: Session) -> frozenset[bytes]:
    """The marks before everything that is sealed. It reads the whole record: a second for 170,000 members."""
    found = set[bytes]()
    for sealed in sealed_columns():
        raw = type_coerce(sealed.table.c[sealed.name], LargeBinary)
        mark = type_coerce(func.substr(raw, 1, MARK_BYTES), LargeBinary)
        found |= {bytes(one) for one in session.execute(select(mark).where(raw.is_not(None)).distinct()).scalars()}
    return frozenset(found)
