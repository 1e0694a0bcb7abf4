"""Statements that the two databases write differently. Each module builds its own once."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Executable, Insert, Table
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


def insert_or_renew(entity: type[Base], values: Mapping[str, Any], where: ColumnElement[bool]) -> dict[str, Executable]:
    """INSERT … ON CONFLICT DO UPDATE by primary key, by dialect: a row that is there gets these values, but only if
    `where` holds for it. Execute with `run`, which then tells of one row written, or of none.
    """
    table = cast(Table, entity.__table__)
    keys = list(table.primary_key)
    of_sqlite = sqlite.insert(table).on_conflict_do_update(index_elements=keys, set_=values, where=where)
    of_postgresql = postgresql.insert(table).on_conflict_do_update(index_elements=keys, set_=values, where=where)
    return {"sqlite": _counted(of_sqlite), "postgresql": _counted(of_postgresql)}


def _counted(statement: Insert) -> Executable:
    """`inline`: without it SQLAlchemy adds RETURNING for the new key, and then does not report how many rows."""
    return statement.inline().execution_options(preserve_rowcount=True)


def run(session: Session, statements: Mapping[str, Executable], values: Mapping[str, Any]) -> int:
    """Execute the statement for this database. Returns how many rows were written."""
    return rows(session.execute(statements[session.get_bind().dialect.name], values))


def rows(result: Any) -> int:
    """How many rows an INSERT, UPDATE or DELETE changed."""
    return cast("CursorResult[Any]", result).rowcount
