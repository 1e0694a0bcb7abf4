"""Transactions on the record book: one for a turn, a read-only one for long reading.

SQLite: WAL, synchronous=FULL, secure_delete (what is deleted is overwritten), and BEGIN IMMEDIATE. Without IMMEDIATE, a
transaction that first reads and then writes may fail at once with SQLITE_BUSY_SNAPSHOT, however long it is ready to
wait. PostgreSQL: its defaults.
"""

import contextlib
import errno
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool

from storage.engine.base import lend_cipher, lend_memory
from storage.engine.cipher import Cipher

BUSY_MS = 2_000  # how long SQLite waits for a lock before it raises
PRIVATE = 0o600
# A plan that was made while a table was small would be kept while the table grows, and go through all of it each time.
LIGHT_POSTGRESQL = "-c synchronous_commit=off -c plan_cache_mode=force_custom_plan"
LIGHT = ["synchronous=NORMAL", "wal_autocheckpoint=0", "cache_size=-65536"]  # the last one is in KiB: 64 MiB
# SQLite has one writer at a time: a second thread would only wait for the lock
WRITING_THREADS = {"sqlite": 1, "postgresql": 4}
# serialization failure, deadlock, a lock not got in time, connection lost, too many connections, out of disk, shutting
# down
_PASSING_STATES = ("40001", "40P01", "55P03", "08", "53", "57P")
_PASSING_SQLITE = ("locked", "busy", "disk is full", "disk i/o", "unable to open", "readonly")


class Sessions:
    """Opens transactions. It is made once and closed once; several threads may use it.

    `light`: a commit does not wait for the disk; on SQLite also not for the write-ahead log to be put into the
    database. So others get the lock, or the disk, sooner. After a power cut the last commits may be undone, so this is
    for what can be repeated, and is noted nowhere outside the record. Whatever commits without it later makes all of
    them last. `tidy` is to be called between two commits.
    """

    def __init__(self, url: str, cipher: Cipher, *, light: bool = False) -> None:
        self.url = make_url(url)
        self.kind = self.url.get_backend_name()
        self.cipher = cipher
        self.light = light
        self._writer = _engine(url, cipher, reading=False, light=light)
        self._reader = _engine(url, cipher, reading=True)
        memory: dict[type, Any] = {}
        for engine in (self._writer, self._reader):
            lend_memory(engine.dialect, memory)
        self._write = sessionmaker(self._writer, expire_on_commit=False)
        self._read = sessionmaker(self._reader, expire_on_commit=False)

    @property
    def writing_threads(self) -> int:
        """How many threads may usefully write at once."""
        return WRITING_THREADS[self.kind]

    @property
    def engine(self) -> Engine:
        """The writing engine, for migrations and backups."""
        return self._writer

    @contextlib.contextmanager
    def begin(self) -> Iterator[Session]:
        """One transaction. It commits at the end of the block, and rolls back if the block raises."""
        with self._write.begin() as session:
            yield session

    @contextlib.contextmanager
    def lightly(self) -> Iterator[Session]:
        """The same, but on SQLite the commit does not wait for the disk (see the class). `tidy` is to be called
        afterwards. On PostgreSQL it waits: otherwise the next turn would, until all of that is on the disk.
        """
        with self._unsynced() as connection, self._write(bind=connection) as session, session.begin():
            yield session

    @contextlib.contextmanager
    def _unsynced(self) -> Iterator[Connection]:
        """SQLite takes this only outside of a transaction, and for the connection until it is told otherwise."""
        with self._writer.connect() as connection:
            if self.kind != "sqlite":
                yield connection
                return
            cursor = connection.connection.cursor()
            cursor.execute("PRAGMA synchronous=NORMAL")
            try:
                yield connection
            finally:
                cursor.execute("PRAGMA synchronous=FULL")

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """One read-only transaction. A write in it raises an error."""
        with self._read.begin() as session:
            yield session

    def tidy(self) -> None:
        """Put what was committed into the database file (SQLite only). Nobody waits for it."""
        if self.kind == "sqlite":
            with contextlib.closing(self._writer.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")

    def sweep(self) -> bool:
        """Let what was deleted leave the files: the write-ahead log is put into the database file and emptied (SQLite
        only; PostgreSQL does it by VACUUM). False if somebody reads at this moment, so that it has to be tried again.
        """
        if self.kind != "sqlite":
            return True
        with contextlib.closing(self._writer.raw_connection()) as connection:
            busy, _, _ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        self._writer.dispose()
        self._reader.dispose()


def before_each_statement(session: Session, tell: Callable[[], None]) -> None:
    """Call `tell` before each statement that this session is given from now on, in the thread that gives it."""
    event.listen(session, "do_orm_execute", lambda _statement: tell())


def is_passing(error: BaseException) -> bool:
    """Whether the failure comes from the database or the disk and may pass: a lock, a full disk, a lost connection."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or _is_passing_driver(error)
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO)


def is_refused_write(error: DBAPIError) -> bool:
    """Whether the database refused to write because the transaction may only read."""
    if isinstance(error.orig, sqlite3.Error):
        return getattr(error.orig, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY
    return getattr(error.orig, "sqlstate", None) == "25006"


def _is_passing_driver(error: DBAPIError) -> bool:
    if isinstance(error.orig, sqlite3.Error):
        return any(sign in str(error.orig).lower() for sign in _PASSING_SQLITE)
    state = getattr(error.orig, "sqlstate", None)
    # without a state the driver itself failed: at the connection (may pass), or at a value that it can never send
    if state is None:
        return isinstance(error, OperationalError | InterfaceError)
    return str(state).startswith(_PASSING_STATES)


def _engine(url: str, cipher: Cipher, *, reading: bool, light: bool = False) -> Engine:
    """`hide_parameters`: the text of an error is logged, and the parameters of a statement are members' words."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = _sqlite(url, reading=reading, light=light)
    else:
        engine = _postgresql(url, reading=reading, light=light)
    lend_cipher(engine.dialect, cipher)
    return engine


def _postgresql(url: str, *, reading: bool, light: bool) -> Engine:
    options: dict[str, Any] = {"postgresql_readonly": True} if reading else {}
    return create_engine(
        url,
        pool_size=5,
        max_overflow=5,
        pool_pre_ping=True,
        pool_use_lifo=True,  # the connection that was used last has prepared most of what it is asked next
        execution_options=options,
        connect_args={"options": LIGHT_POSTGRESQL} if light else {},
        hide_parameters=True,
    )


def _make_private(file: Path) -> None:
    """No other user of the machine may read the record. SQLite gives a new WAL the permissions of the database, but
    files that exist already keep theirs.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=PRIVATE)
    for one in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        if one.exists() and stat.S_IMODE(one.stat().st_mode) != PRIVATE:
            one.chmod(PRIVATE)


def _sqlite(url: str, *, reading: bool, light: bool) -> Engine:
    database = make_url(url).database
    if not database or database == ":memory:":
        raise ValueError("SQLite must be a file: a record in memory is none")
    _make_private(Path(database))
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=4, connect_args={"timeout": BUSY_MS / 1000}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # sqlite3 must not begin transactions itself: the listener below does
        pragmas = ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"] + [
            "query_only=ON"
        ] * reading
        pragmas += LIGHT * light
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine
