"""What one test leaves on PostgreSQL does not reach the next."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from tests import engines, samples
from tests.conftest import NOW
from tests.databases import Postgres
from tests.snapshot import snapshot

LIE = "SELECT slug FROM courses ORDER BY ctid"
COUNTED = "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1"
UNMADE = "SET LOCAL session_replication_role = replica"


def adds(sessions: Sessions) -> None:
    with sessions.begin() as session:
        me = samples.member(session, NOW, no="77")
        samples.watch_all(session, me, samples.publish(session, samples.course("another"), NOW), NOW)


def as_it_is(url: str, cipher: Cipher) -> Sequence[Any]:
    """All rows, the order in which some of them lie, and how far every counter is."""
    sessions = Sessions(url, cipher)
    with sessions.reading() as session:
        lie, counted = (session.execute(text(asked)).all() for asked in (LIE, COUNTED))
    rows = snapshot(sessions)
    sessions.close()
    return lie, counted, rows


@pytest.mark.parametrize(
    "done",
    [
        ["UPDATE members SET can_earn = NOT can_earn"],
        ["UPDATE members SET can_earn = can_earn WHERE id = 1"],
        ["DELETE FROM chats", "DELETE FROM progress", "DELETE FROM courses"],
        ["UPDATE members SET id = 1001 WHERE id = 1"],
        ["SELECT setval('people_id_seq', 1000)"],
        [],
    ],
)
def test_rows_and_counters_are_put_back_in_the_same_database(
    postgres: Postgres, postgres_furnished: str, cipher: Cipher, done: Sequence[str]
) -> None:
    with postgres.lent(postgres_furnished) as url:
        before = as_it_is(url, cipher)
        sessions = Sessions(url, cipher)
        adds(sessions)
        with sessions.begin() as session:
            for statement in (UNMADE, *done):
                session.execute(text(statement))
        assert as_it_is(url, cipher) != before
    with postgres.lent(postgres_furnished) as again:
        assert again == url
        assert as_it_is(again, cipher) == before
    sessions.close()


def test_who_left_a_transaction_open_holds_nobody_up(postgres: Postgres, postgres_template: str) -> None:
    with postgres.lent(postgres_template) as url:
        engine = create_engine(url)
        left = engine.connect()
        left.execute(text("LOCK TABLE members"))
    with postgres.lent(postgres_template) as again:
        assert again == url
        with pytest.raises(OperationalError, match="terminat"):
            left.execute(text("SELECT 1"))
    left.close()
    engine.dispose()


def test_a_connection_waits_for_the_next_test_unless_it_was_ended(
    postgres: Postgres, postgres_template: str, cipher: Cipher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "MOST_IDLE", 10_000)  # whatever waits of the tests before
    monkeypatch.setattr(postgres, "_spare", {})  # a new database: the engine of a used one has several connections
    backends = []
    for _ in range(3):
        with postgres.lent(postgres_template) as url:
            sessions = Sessions(url, cipher)
            with sessions.begin() as session:
                backends.append(session.execute(text("SELECT pg_backend_pid()")).scalar_one())
            if len(backends) == 2:
                ending = create_engine(url)
                with ending.connect() as connection:
                    connection.execute(text("SELECT pg_terminate_backend(:pid, 10000)"), {"pid": backends[-1]})
                ending.dispose()
            sessions.close()
    for one in postgres._spare[postgres_template]:
        one.close()
    assert backends[0] == backends[1] != backends[2]


@pytest.mark.parametrize(
    "done",
    [
        "DROP TRIGGER credits_kept ON credits",
        "ALTER TABLE credits DISABLE TRIGGER credits_kept",
        "ALTER TABLE members ADD COLUMN more int",
        "ALTER TABLE members ALTER COLUMN name DROP NOT NULL",
        "CREATE TABLE more (id int)",
        "CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    ],
)
def test_what_has_other_tables_is_thrown_away(postgres: Postgres, postgres_template: str, done: str) -> None:
    with postgres.lent(postgres_template) as url:
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text(done))
        engine.dispose()
    with postgres.lent(postgres_template) as another:
        assert another != url
