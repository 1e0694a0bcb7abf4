"""Statements that the two databases write differently. Each module builds its own once."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CursorResult,
    Executable,
    Insert,
    Select,
    String,
    Table,
    Update,
    bindparam,
    column,
    func,
    insert,
    select,
    true,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.engine.base import Base, bound, in_row


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


def insert_from(entity: type[Base], columns: Sequence[str], chosen: Select[*tuple[Any, ...]]) -> dict[str, Executable]:
    """INSERT … SELECT … ON CONFLICT DO NOTHING into the entity's table, by dialect. Execute it with `run`."""
    table = cast(Table, entity.__table__)
    return {
        "sqlite": _counted(sqlite.insert(table).from_select(columns, chosen).on_conflict_do_nothing()),
        "postgresql": _counted(postgresql.insert(table).from_select(columns, chosen).on_conflict_do_nothing()),
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


def all_or_renew(entity: type[Base], values: Mapping[str, Any], where: ColumnElement[bool]) -> dict[str, Executable]:
    """The same for many rows in one statement, in the order of their keys; gives the keys of those that were written.
    `numbers` are the keys: a list for PostgreSQL, and its JSON for SQLite. New rows get these values too.
    """
    table = cast(Table, entity.__table__)
    (key,) = table.primary_key
    new = [bindparam(one.key, type_=table.c[name].type) for name, one in values.items()]
    each = func.json_each(bindparam("numbers", type_=String)).table_valued(column("value", BigInteger))
    unnested = func.unnest(bindparam("numbers", type_=postgresql.ARRAY(BigInteger))).table_valued(
        column("value", BigInteger)
    )

    def chosen(number: ColumnElement[int]) -> Select[*tuple[Any, ...]]:
        # without a WHERE SQLite takes ON CONFLICT for the condition of a join
        return select(number, *new).where(true()).order_by(number)

    keys, names = [key], [key.name, *values]
    of_sqlite = sqlite.insert(table).from_select(names, chosen(each.c.value))
    of_postgresql = postgresql.insert(table).from_select(names, chosen(unnested.render_derived().c.value))
    return {
        "sqlite": of_sqlite.on_conflict_do_update(index_elements=keys, set_=values, where=where).returning(key),
        "postgresql": of_postgresql.on_conflict_do_update(index_elements=keys, set_=values, where=where).returning(key),
    }


def insert_unless(
    entity: type[Base],
    values: Mapping[str, ColumnElement[Any]],
    there: ColumnElement[bool],
    unique: Sequence[str],
    again: Mapping[str, Any],
    where: ColumnElement[bool],
) -> dict[str, Executable]:
    """INSERT … SELECT of these values, unless `there` holds, by dialect. A row that has the `unique` columns already
    gets the values `again`, but only if `where` holds for it. Execute with `run`, which then tells of one row written,
    or of none.
    """
    table = cast(Table, entity.__table__)
    names, chosen = list(values), select(*values.values()).where(~there)
    of_sqlite = sqlite.insert(table).from_select(names, chosen)
    of_postgresql = postgresql.insert(table).from_select(names, chosen)
    return {
        "sqlite": _counted(of_sqlite.on_conflict_do_update(index_elements=unique, set_=again, where=where)),
        "postgresql": _counted(of_postgresql.on_conflict_do_update(index_elements=unique, set_=again, where=where)),
    }


def next_id(entity: type[Base]) -> dict[str, ColumnElement[int]]:
    """The number of a row that is about to be inserted, as a column of a statement, by dialect."""
    (key,) = cast(Table, entity.__table__).primary_key
    return {
        # the transaction is the only one that writes, so nobody else takes this number meanwhile
        "sqlite": select(func.coalesce(func.max(key), 0) + 1).scalar_subquery(),
        "postgresql": func.nextval(func.pg_get_serial_sequence(key.table.name, key.name)),
    }


def new_id(session: Session, entity: type[Base]) -> int:
    """The number of a row that is about to be inserted: what is sealed in it is bound to that number."""
    return int(session.execute(_new_ids(entity)[session.get_bind().dialect.name]).scalar_one())


@cache
def _new_ids(entity: type[Base]) -> Mapping[str, Select[*tuple[Any, ...]]]:
    return {dialect: select(number) for dialect, number in next_id(entity).items()}


def insert_row(session: Session, entity: type[Base], values: Mapping[str, Any]) -> int:
    """Insert a row that has sealed columns; returns its new number."""
    number = new_id(session, entity)
    session.execute(_inserting(entity), in_row(entity, number, values))
    return number


@cache
def _inserting(entity: type[Base]) -> Insert:
    return insert(cast(Table, entity.__table__))


def update_row(session: Session, entity: type[Base], number: int, values: Mapping[str, Any]) -> None:
    """Set these columns of the row with this number, sealed ones too."""
    given = {f"new_{name}": value for name, value in bound(entity, number, values).items()}
    session.execute(_setting(entity, tuple(values)), {"number": number, **given})


@cache
def _setting(entity: type[Base], names: tuple[str, ...]) -> Update:
    """The statement that sets these columns. It is built once: that takes longer than to carry it out."""
    table = cast(Table, entity.__table__)
    (key,) = table.primary_key
    new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    return update(table).where(key == bindparam("number")).values(new)


def _counted(statement: Insert) -> Executable:
    """`inline`: without it SQLAlchemy adds RETURNING for the new key, and then does not report how many rows."""
    return statement.inline().execution_options(preserve_rowcount=True)


def run(
    session: Session,
    statements: Mapping[str, Executable],
    values: Mapping[str, Any] | Sequence[Mapping[str, Any]],
) -> int:
    """Execute the statement for this database, once for each of several values. Returns how many rows were written."""
    return rows(session.execute(statements[session.get_bind().dialect.name], values))


def rows(result: Any) -> int:
    """How many rows an INSERT, UPDATE or DELETE changed."""
    return cast("CursorResult[Any]", result).rowcount
