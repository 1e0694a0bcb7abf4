"""Rows that are sealed before they are written, so that nobody waits for a lock meanwhile."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import Table, TableClause, column, table
from sqlalchemy.types import NullType, TypeEngine

from storage.engine.base import Base, Sealed, sealed_of
from storage.engine.cipher import Cipher


def shut_row(cipher: Cipher, entity: type[Base], row: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values of a row by column, with its primary key, and sealed as far as they are to be: for `shut_table`."""
    (key,), sealed = cast(Table, entity.__table__).primary_key, sealed_of(entity)
    shut = {name: one.shut(cipher, row, values[name]) for name, one in sealed.items() if values.get(name) is not None}
    return {key.name: row, **values, **shut}


def shut_table(entity: type[Base]) -> TableClause:
    """The entity's table for rows that are sealed already."""
    columns = cast(Table, entity.__table__).c
    return table(str(columns[0].table.name), *(column(one.name, _unsealed(one.type)) for one in columns))


def _unsealed(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return NullType() if isinstance(kind, Sealed) else kind
