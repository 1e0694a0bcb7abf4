"""Engines of databases are used again by the next test on a database of the same address.

Each engine compiles every statement anew, and that was a fifth of the suite's processor time. Only addresses are
known here whose databases come back as they were (tests/databases.py).
"""

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine

from storage.engine import sessions
from storage.engine.base import lend_cipher
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions

LENT: set[str] = set()
"""The addresses that are given to one test after another."""
_HEARD = ("begin", "commit", "rollback", "before_cursor_execute", "after_cursor_execute")
Key = tuple[str, bool, bool]


class Engines:
    """Those that wait to be used again, by their address and by how they were made."""

    def __init__(self, make: Callable[..., Engine]) -> None:
        self._make = make
        self._waiting: defaultdict[Key, list[Engine]] = defaultdict(list)
        self._made: dict[Engine, tuple[Key, tuple[int, ...]]] = {}

    def lend(self, url: str, cipher: Cipher, *, reading: bool, light: bool = False) -> Engine:
        """As storage.engine.sessions makes one."""
        key = (str(url), reading, light)
        if self._waiting[key]:
            engine = self._waiting[key].pop()
            lend_cipher(engine.dialect, cipher)
            return engine
        engine = self._make(url, cipher, reading=reading, light=light)
        self._made[engine] = (key, listeners(engine))
        return engine

    def take_back(self, engine: Engine) -> None:
        """It waits for the next test, unless somebody still listens to it."""
        key, before = self._made.pop(engine, (("", False, False), ()))
        if key[0] in LENT and listeners(engine) == before:
            self._waiting[key].append(engine)
            self._made[engine] = (key, before)


def listeners(engine: Engine) -> tuple[int, ...]:
    """How many listen to what happens with it."""
    return tuple(len(tuple(getattr(engine.dispatch, name))) for name in _HEARD)


@contextlib.contextmanager
def used_again() -> Iterator[None]:
    """From now on, whoever opens Sessions gets an engine that is free."""
    engines, close = Engines(sessions._engine), Sessions.close

    def closed(opened: Sessions) -> None:
        close(opened)
        for engine in dict.fromkeys((opened._writer, opened._reader)):
            engines.take_back(engine)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "_engine", engines.lend)
        patch.setattr(Sessions, "close", closed)
        yield


__all__ = ["LENT", "used_again"]
