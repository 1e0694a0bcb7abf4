"""The whole record as it stands on disk, to compare before and after."""

from typing import Any

from storage.base import Base
from storage.sessions import Sessions

PASSING = {"updates": ("id", "at"), "chats": ("living_message", "living_subject")}
"""What every answered update may change: that it was answered, and which message is the living one."""

Snapshot = dict[str, list[tuple[Any, ...]]]


def snapshot(sessions: Sessions) -> Snapshot:
    """The rows of every table, raw: a sealed value that is written again, even with the same text, is another one."""
    with sessions.reading() as session:
        connection = session.connection()
        return {
            table.name: sorted(
                (
                    tuple(map(_plain, row))
                    for row in connection.exec_driver_sql(_reading(table.name, list(table.c.keys())))
                ),
                key=repr,
            )
            for table in Base.metadata.sorted_tables
            if set(table.c.keys()) - set(PASSING.get(table.name, ()))
        }


def _reading(table: str, columns: list[str]) -> str:
    kept = ", ".join(f'"{name}"' for name in columns if name not in PASSING.get(table, ()))
    return f"SELECT {kept} FROM {table}"


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value
