"""The whole record as it is on disk, to compare it before and after."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from storage.engine.base import Base
from storage.engine.sessions import Sessions
from storage.privacy.registry import HOLDINGS

PASSING = {
    "updates": ("id", "at"),
    "chats": ("living_message", "living_subject", "answered", "letter_at"),
    "send_budget": ("id", "next_at", "base", "cut_at", "held_until"),
}
"""What every answered update may change: that it was answered (a press: by which button), the living message, when a
letter went, and when the next message may go.
"""

Snapshot = dict[str, list[tuple[Any, ...]]]


def snapshot(sessions: Sessions) -> Snapshot:
    """The rows of every table, as they are stored. A sealed value that is written again differs, even if its text is
    the same.
    """
    with sessions.reading() as session:
        connection = session.connection()
        return {
            table.name: [tuple(map(_plain, row)) for row in connection.exec_driver_sql(_reading(table))]
            for table in Base.metadata.sorted_tables
            if set(table.c.keys()) - set(PASSING.get(table.name, ()))
        }


def owned(sessions: Sessions, member_id: int) -> Snapshot:
    """The same, but only what belongs to this member alone, by the registry of personal data."""
    with sessions.reading() as session:
        connection = session.connection()
        return {
            table.name: sorted((tuple(map(_plain, row)) for row in connection.exec_driver_sql(query)), key=repr)
            for table in Base.metadata.sorted_tables
            for query in _of(table, member_id)
        }


def _of(table: Table, member_id: int, columns: str = "*") -> Iterator[str]:
    """How to read a member's rows of a table. If the table does not name the member, they are found through another
    table.
    """
    owner = HOLDINGS[table.name].owner
    if table.name == "members":
        yield f"SELECT {columns} FROM members WHERE id = {member_id}"
    for key in table.c[owner].foreign_keys if owner else ():
        if key.column.table.name == "members":
            yield f"SELECT {columns} FROM {table.name} WHERE {owner} = {member_id}"
        else:
            for inner in _of(key.column.table, member_id, key.column.name):
                yield f"SELECT {columns} FROM {table.name} WHERE {owner} IN ({inner})"


def _reading(table: Table) -> str:
    """All of it, in the order of its keys: the database has that order, and sorting long rows here took most of the
    time.
    """
    passing = PASSING.get(table.name, ())
    kept = [f'"{column.name}"' for column in table.columns if column.name not in passing]
    keys = [f'"{column.name}"' for column in table.primary_key]
    return f"SELECT {', '.join(kept)} FROM {table.name} ORDER BY {', '.join(keys)}"


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value
