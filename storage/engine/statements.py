"""Statements that the two databases write differently. Each module builds its own once."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import CursorResult, Executable, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.engine.base import Base


def insert_new(entity: type[Base], values: Mapping[str, Any] | None = None) -> dict[str, Executable]:
    """INSERT … ON CONFLICT DO NOTHING into the entity's table, by dialect. Execute it with `run`.

    It is built on the table, not on the mapped class: only so SQLAlchemy reports how many rows it wrote.
    """
    table = cast(Table, entity.__table__)
    sqlite_insert, postgresql_insert = sqlite.insert(table), postgresql.insert(table)
    if values is not None:
        sqlite_insert, postgresql_insert = sqlite_insert.values(values), postgresql_insert.values(values)
    return {
        "sqlite": _counted(sqlite_insert.on_conflict_do_nothing()),
        "postgresql": _counted(postgresql_insert.on_conflict_do_nothing()),
    }


def _counted(statement: Insert) -> Executable:
    """`inline`: without it SQLAlchemy adds RETURNING for the new key, and then does not report how many rows."""
    return statement.inline().execution_options(preserve_rowcount=True)


def run(session: Session, statements: Mapping[str, Executable], values: Mapping[str, Any]) -> int:
    """Execute the statement for this database. Returns how many rows were written."""
    return rows(session.execute(statements[session.get_bind().dialect.name], values))


def rows(result: Any) -> int:
    """How many rows an INSERT, UPDATE or DELETE changed."""
    return cast("CursorResult[Any]", result).rowcount
