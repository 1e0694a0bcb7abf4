"""Puts a PostgreSQL database back as it was: its rows, its counters, and without connections but those that wait.

The rows themselves tell what a test has changed: PostgreSQL stamps each with the number of the transaction that wrote
it. Tables, triggers and functions are rows of catalogues, so their stamps tell it too. If one of those is new, nothing
is put back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import psycopg
from psycopg import sql
from psycopg.rows import TupleRow

_END_OTHERS = """
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
AND pid <> ALL(%s)
"""
_TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1"
_COUNTERS = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
_COUNT_FROM = "SELECT setval(%s::regclass, coalesce(%s, 1), %s)"
_CATALOGUES = ("pg_class", "pg_attribute", "pg_attrdef", "pg_constraint", "pg_trigger", "pg_proc", "pg_namespace")
_STAMP = "xmin::text::bigint"
_STAMPED = "SELECT {name}, count(*), coalesce(max({stamp}), 0) FROM {table}"
_OLD = "SELECT count(*) FROM {table} WHERE {stamp} <= %s"
_REMOVE_NEW = "DELETE FROM {table} WHERE {stamp} > %s"

Connection = psycopg.Connection[TupleRow]


@dataclass(frozen=True)
class Stamp:
    """How many rows a table has, and the newest transaction that wrote one of them."""

    rows: int
    newest: int


class Restoring:
    """A database, remembered as it was when this object was made."""

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address, autocommit=True)
        self._connection.execute("SET session_replication_role = replica")  # neither triggers nor foreign keys act
        # Small tables are read sooner than other processes are begun to read them: that was most of the work.
        self._connection.execute("SET max_parallel_workers_per_gather = 0")
        self.name = self._connection.info.dbname
        self._tables = [name for (name,) in self._connection.execute(_TABLES)]
        each = (_about(name, _STAMPED) for name in (*_CATALOGUES, *self._tables))
        self._stamped = sql.SQL(" UNION ALL ").join(each)
        self._stamps = self._stamps_now()
        self._counters = self._counters_now()
        self._rows = {name: self._copied(name) for name in self._tables if self._stamps[name].rows}

    def restored(self, idle: Iterable[int] = ()) -> bool:
        """Put it back. `idle` names the processes whose connections stay. False if it can't be put back, and has to be
        thrown away.
        """
        self._connection.execute(_END_OTHERS, (list(idle),))
        changed = {name for name, stamp in self._stamps_now().items() if stamp != self._stamps[name]}
        if not changed.isdisjoint(_CATALOGUES):
            return False
        for name in changed:
            self._put_back(name)
        for name, value in self._counters.items() - self._counters_now().items():
            self._connection.execute(_COUNT_FROM, (f'"{name}"', value, value is not None))
        return True

    def close(self) -> None:
        self._connection.close()

    def _put_back(self, table: str) -> None:
        """Put the rows of a table back, in the order in which they lay. The room of removed rows is given back:
        otherwise later rows would fill those gaps.
        """
        before = self._stamps[table]
        old = self._connection.execute(_about(table, _OLD), (before.newest,)).fetchone()
        whole = old == (before.rows,)
        self._connection.execute(_about(table, _REMOVE_NEW), (before.newest if whole else -1,))
        self._connection.execute(_about(table, "VACUUM {table}"))
        if not whole:
            with self._connection.cursor().copy(_about(table, "COPY {table} FROM STDIN (FORMAT BINARY)")) as copy:
                copy.write(self._rows[table])
            ((_, rows, newest),) = self._connection.execute(_about(table, _STAMPED))
            self._stamps = {**self._stamps, table: Stamp(rows, newest)}

    def _copied(self, table: str) -> bytes:
        with self._connection.cursor().copy(_about(table, "COPY {table} TO STDOUT (FORMAT BINARY)")) as copy:
            return b"".join(copy)

    def _stamps_now(self) -> Mapping[str, Stamp]:
        return {name: Stamp(rows, newest) for name, rows, newest in self._connection.execute(self._stamped)}

    def _counters_now(self) -> Mapping[str, int | None]:
        """How far each counter is; None if nothing was counted yet."""
        return dict(self._connection.execute(_COUNTERS).fetchall())


def _about(table: str, statement: str) -> sql.Composed:
    return sql.SQL(statement).format(name=table, table=sql.Identifier(table), stamp=sql.SQL(_STAMP))
