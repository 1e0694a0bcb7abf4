"""What takes long to make, is the same for every test and is changed by none: whoever needs it first makes it, for all
workers.

A furnished record, on which a member has logged in, costs five seconds or more on each kind of database. Made by each
of five workers, with a server of PostgreSQL for each, that was a twentieth of all the tests' time.
"""

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.clearing import locked
from tests.databases import Postgres

T = TypeVar("T")


class Shared:
    """What this test run has made, in a folder that is one for all workers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What `make` gives. Who asks for this name later gets the same, by pickle."""
        kept = self._folder / f"{name}.made"
        with locked(self._folder / f"{name}.lock"):
            if not kept.exists():
                kept.write_bytes(pickle.dumps(make()))
        made: T = pickle.loads(kept.read_bytes())  # noqa: S301  # this test run wrote it
        return made

    def copied(self, name: str, source: Path | None) -> Path:
        """A new SQLite file: empty, or like another one."""
        path = self._folder / f"{name}.sqlite"
        path.unlink(missing_ok=True)
        return Path(shutil.copy(source, path)) if source else path

    def file(self, name: str, source: Path | None, fill: Callable[[str], None]) -> Path:
        """A SQLite file like `source`, and filled. `fill` gets its address."""

        def make() -> Path:
            path = self.copied(name, source)
            fill(f"sqlite:///{path}")
            return path

        return self.once(name, make)

    def database(self, name: str, server: Postgres, source: str, fill: Callable[[str], None]) -> str:
        """The name of a database of this server that is like `source`, and filled. `fill` gets its address."""

        def make() -> str:
            made = server.create(source)
            fill(server.url(made))
            return made

        return self.once(name, make)
