"""What each transaction carries out, and how much it writes: what holds the write lock for long is too much in one."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

_INNER = re.compile(r"\([^()]*\)")
_TABLE = re.compile(r'\b(?:FROM|INTO|^UPDATE) "?(\w+)')


@contextmanager
def written(engine: Engine) -> Iterator[list[int]]:
    """The bytes that were bound in each transaction, one number for each that has ended."""
    done: list[int] = []
    now: dict[int, int] = {}

    def execute(connection: Any, _cursor: Any, _text: str, values: Any, *_more: Any) -> None:
        mine = id(connection.connection.dbapi_connection)
        now[mine] = now.get(mine, 0) + sum(map(_length, _every(values)))

    def end(connection: Any) -> None:
        done.append(now.pop(id(connection.connection.dbapi_connection), 0))

    listeners = (("before_cursor_execute", execute), ("commit", end), ("rollback", end))
    for name, listener in listeners:
        event.listen(engine, name, listener)
    try:
        yield done
    finally:
        for name, listener in listeners:
            event.remove(engine, name, listener)


@contextmanager
def carried_out(engine: Engine) -> Iterator[list[list[str]]]:
    """The statements of each transaction that has committed, by their first word and the table that they are about:
    "SELECT members". Tables of inner SELECTs don't tell.
    """
    done: list[list[str]] = []
    now: dict[int, list[str]] = {}

    def execute(connection: Any, _cursor: Any, text: str, *_more: Any) -> None:
        now.setdefault(id(connection.connection.dbapi_connection), []).append(_about(text))

    def end(connection: Any) -> None:
        done.append(now.pop(id(connection.connection.dbapi_connection), []))

    def undo(connection: Any) -> None:
        now.pop(id(connection.connection.dbapi_connection), None)

    listeners = (("before_cursor_execute", execute), ("commit", end), ("rollback", undo))
    for name, listener in listeners:
        event.listen(engine, name, listener)
    try:
        yield done
    finally:
        for name, listener in listeners:
            event.remove(engine, name, listener)


def _about(text: str) -> str:
    verb = text.split(maxsplit=1)[0]
    while (outer := _INNER.sub("", text)) != text:
        text = outer
    table = _TABLE.search(text)
    return f"{verb} {table[1]}" if table else verb


def _every(values: Any) -> Iterator[Any]:
    if isinstance(values, dict):
        yield from values.values()
    elif isinstance(values, list | tuple):
        for one in values:
            yield from _every(one) if isinstance(one, dict | list | tuple) else (one,)


def _length(value: Any) -> int:
    plain = getattr(value, "obj", value)  # psycopg wraps bytes
    return len(plain) if isinstance(plain, bytes | bytearray | memoryview) else 0
