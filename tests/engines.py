"""Engines of databases are used again by the next test on a database of the same address, on PostgreSQL with their
connections. On another address a new engine goes on with what a former one has compiled.

Each engine would compile every statement anew, and that was a fifth of the suite's processor time. A connection is a
new process of PostgreSQL's, which reads its catalogues first. Only such addresses are lent again whose databases come
back as they were (tests/databases.py).
"""

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from sqlalchemy import Engine, QueuePool, event

from storage.engine import sessions
from storage.engine.base import lend_cipher
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions

LENT: set[str] = set()
"""The addresses that are given to one test after another."""
IDLE: defaultdict[str, set[int]] = defaultdict(set)
"""By address: the processes of PostgreSQL's whose connections wait for the next test."""
MOST_IDLE = 40
"""A server lets a hundred in, and several databases of it are in use."""
_HEARD = ("begin", "commit", "rollback", "before_cursor_execute", "after_cursor_execute")
_BACKENDS: WeakKeyDictionary[Engine, dict[Any, int]] = WeakKeyDictionary()
Key = tuple[str, bool, bool]


class Engines:
    """Those that wait to be used again, by their address and by how they were made."""

    def __init__(self, make: Callable[..., Engine]) -> None:
        self._make = make
        self._waiting: defaultdict[Key, list[Engine]] = defaultdict(list)
        self._made: dict[Engine, tuple[Key, tuple[int, ...]]] = {}
        self._compiled: defaultdict[tuple[str, bool, bool], list[Engine]] = defaultdict(list)
        """Those that are done with, by the kind of their database and by how they were made."""

    def lend(self, url: str, cipher: Cipher, *, reading: bool, light: bool = False) -> Engine:
        """As storage.engine.sessions makes one."""
        key = (str(url), reading, light)
        if self._waiting[key]:
            engine = self._waiting[key].pop()
            IDLE[key[0]] -= backends(engine)
            lend_cipher(engine.dialect, cipher)
            return engine
        engine = self._make(url, cipher, reading=reading, light=light)
        if former := self._compiled[(engine.dialect.name, reading, light)]:
            goes_on(engine, former.pop(), cipher)
        if engine.dialect.name == "postgresql":
            note_backends(engine)
        self._made[engine] = (key, listeners(engine))
        return engine

    def take_back(self, engine: Engine) -> None:
        """It waits for the next test, unless somebody still listens to it. It may be given back twice."""
        if engine not in self._made:
            engine.dispose()
            return
        key, before = self._made.pop(engine)
        again = key[0] in LENT and listeners(engine) == before
        if not (again and stays_open(engine)):
            engine.dispose()
        if again:
            IDLE[key[0]] |= backends(engine)
            self._waiting[key].append(engine)
            self._made[engine] = (key, before)
        elif engine.dialect.server_version_info is not None:  # it has connected: until then a dialect knows too little
            self._compiled[(engine.dialect.name, *key[1:])].append(engine)

    def close(self) -> None:
        """Nobody comes any more."""
        for waiting in self._waiting.values():
            for engine in waiting:
                engine.dispose()
        IDLE.clear()


def goes_on(engine: Engine, former: Engine, cipher: Cipher) -> None:
    """What was compiled for a database serves any other of its kind. It is known by the dialect for which it was."""
    engine.dialect = engine.pool._dialect = former.dialect
    engine._compiled_cache = former._compiled_cache
    lend_cipher(engine.dialect, cipher)


def note_backends(engine: Engine) -> None:
    """Know at any time which processes of PostgreSQL's its connections belong to."""
    known = _BACKENDS[engine] = {}

    @event.listens_for(engine, "connect")
    def opened(connection: Any, _record: object) -> None:
        known[connection] = connection.info.backend_pid

    @event.listens_for(engine, "close")
    def closed(connection: Any, _record: object) -> None:
        known.pop(connection, None)


def backends(engine: Engine) -> set[int]:
    return set(_BACKENDS.get(engine, {}).values())


def stays_open(engine: Engine) -> bool:
    """Whether its connections wait too: on PostgreSQL, if each of them was given back."""
    pool = engine.pool
    if engine.dialect.name != "postgresql" or not isinstance(pool, QueuePool) or pool.checkedout():
        return False
    return sum(map(len, IDLE.values())) + pool.checkedin() <= MOST_IDLE


def listeners(engine: Engine) -> tuple[int, ...]:
    """How many listen to what happens with it."""
    return tuple(len(tuple(getattr(engine.dispatch, name))) for name in _HEARD)


@contextlib.contextmanager
def used_again() -> Iterator[None]:
    """From now on, whoever opens Sessions gets an engine that is free."""
    engines = Engines(sessions._engine)

    def closed(opened: Sessions) -> None:
        for engine in dict.fromkeys((opened._writer, opened._reader)):
            engines.take_back(engine)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "_engine", engines.lend)
        patch.setattr(Sessions, "close", closed)
        yield
    engines.close()


__all__ = ["LENT", "used_again"]
