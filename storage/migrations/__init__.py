"""Brings a database to the tables of this version, step by step, and checks whether it is there."""

import functools

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine


def migrate(engine: Engine, to: str = "head") -> None:
    """Bring the database to the newest step, or to the step `to`. Does nothing if it is already there."""
    with engine.begin() as connection:
        command.upgrade(_config(connection), to)


def is_current(engine: Engine) -> bool:
    """Whether the database stands at the newest step."""
    with engine.begin() as connection:
        return at_newest(connection)


def at_newest(connection: Connection) -> bool:
    """The same, on a connection that is open."""
    return set(MigrationContext.configure(connection).get_current_heads()) == _newest()


@functools.cache
def _newest() -> frozenset[str]:
    """The newest step. It is read once: the files beside this one do not change while the process runs."""
    return frozenset(ScriptDirectory.from_config(_config()).get_heads())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    return config
