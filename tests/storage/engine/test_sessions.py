"""Transactions, sealed columns, migrations."""

import pickle
import shutil
import sqlite3
import stat
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError, StatementError

from storage.engine.cipher import Cipher, Unreadable, new_key, read_keys
from storage.engine.sessions import Sessions, is_passing
from storage.migrations import is_current, migrate
from storage.people import chats
from storage.post import updates

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def test_a_fresh_database_is_current(sessions: Sessions) -> None:
    assert is_current(sessions.engine)


def test_a_chat_is_made_once_and_keeps_no_telegram_id_in_clear(sessions: Sessions, cipher: Cipher) -> None:
    with sessions.begin() as session:
        first = chats.meet(session, cipher, 987654321, "ja", AT)
    with sessions.begin() as session:
        again = chats.meet(session, cipher, 987654321, "en", AT)
        raw = session.execute(text("SELECT telegram_id, telegram_key, note FROM chats")).one()
    assert first == again
    assert again.telegram_id == 987654321
    assert again.caller is None
    assert b"987654321" not in b"".join(str(cell).encode() for cell in raw)


@pytest.mark.parametrize("before", [None, 0o644])
def test_nobody_else_of_the_machine_reads_the_record(tmp_path: Path, cipher: Cipher, before: int | None) -> None:
    file = tmp_path / "tani.sqlite"
    if before is not None:
        for name in ("tani.sqlite", "tani.sqlite-wal", "tani.sqlite-shm"):
            (tmp_path / name).touch(mode=before)
    with closing(Sessions(f"sqlite:///{file}", cipher)) as sessions:
        migrate(sessions.engine)
        found = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
    assert found == {"tani.sqlite": 0o600, "tani.sqlite-wal": 0o600, "tani.sqlite-shm": 0o600}


def test_what_is_committed_lightly_is_in_the_file_once_it_is_tidied(
    sqlite_template: Path, tmp_path: Path, cipher: Cipher
) -> None:
    file, found = tmp_path / "tani.sqlite", []
    shutil.copy(sqlite_template, file)
    with closing(Sessions(f"sqlite:///{file}", cipher, light=True)) as sessions:
        with sessions.begin() as session:
            chats.meet(session, cipher, 1, "ja", AT)
        for name in ("before", "after"):
            alone = shutil.copy(file, tmp_path / name)
            with closing(sqlite3.connect(alone)) as read:
                found.append(read.execute("SELECT count(*) FROM chats").fetchone()[0])
            sessions.tidy()
    assert found == [0, 1]


HOW = {
    "sqlite": "PRAGMA synchronous",
    "postgresql": "SELECT setting || ', by the ' || source FROM pg_settings WHERE name = 'synchronous_commit'",
}
"""What says whether a commit waits for the disk. The tests' server waits for none, but not because we said so."""


@pytest.mark.parametrize("fails", [False, True])
def test_only_a_light_commit_on_sqlite_does_not_wait_for_the_disk(
    fails: bool, sessions: Sessions, cipher: Cipher
) -> None:
    found = []
    for begin in (sessions.begin, sessions.lightly, sessions.begin):
        with suppress(ZeroDivisionError), begin() as session:
            found.append(session.execute(text(HOW[sessions.kind])).scalar_one())
            chats.meet(session, cipher, len(found), "ja", AT)
            _ = 1 // (not (fails and begin == sessions.lightly))
    before, light, after = found
    assert before == after
    assert light == (1 if sessions.kind == "sqlite" else before)
    with sessions.reading() as session:
        assert session.execute(text("SELECT count(*) FROM chats")).scalar_one() == 3 - fails


def test_what_is_raised_rolls_back(sessions: Sessions, cipher: Cipher) -> None:
    def meet_and_fail() -> None:
        with sessions.begin() as session:
            chats.meet(session, cipher, 1, "ja", AT)
            raise KeyError

    with pytest.raises(KeyError):
        meet_and_fail()
    with sessions.reading() as session:
        assert chats.count(session) == 0


def test_reading_can_not_write(sessions: Sessions, cipher: Cipher) -> None:
    with pytest.raises(DBAPIError), sessions.reading() as session:
        chats.meet(session, cipher, 1, "ja", AT)


@pytest.mark.parametrize("statement", ["SELECT :said FROM nowhere", "SELECT :said"])
def test_a_fault_does_not_tell_what_a_member_wrote(sessions: Sessions, statement: str) -> None:
    said: list[object] = ["私の持病", object()]
    for opened in (sessions.begin, sessions.reading):
        with pytest.raises(StatementError) as raised, opened() as session:
            session.execute(text(statement), {"said": said})
        assert "私の持病" not in str(raised.value)


def test_an_update_is_new_once(sessions: Sessions) -> None:
    with sessions.begin() as session:
        assert updates.is_new(session, 7, AT)
    with sessions.begin() as session:
        assert not updates.is_new(session, 7, AT)
        assert updates.is_new(session, 8, AT)


@pytest.mark.parametrize("table", ["credits", "staff_acts"])
def test_the_record_refuses_to_forget(sessions: Sessions, table: str) -> None:
    with sessions.reading() as session:
        name = sessions.engine.dialect.name
        query = {
            "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name IN "
            f"('{table}_update', '{table}_delete')",
            "postgresql": f"SELECT 2 * count(*) FROM pg_trigger WHERE tgname = '{table}_kept'",
        }[name]
        assert session.execute(text(query)).scalar_one() == 2


def test_a_lock_is_passing_and_a_broken_rule_is_not(sessions: Sessions) -> None:
    with pytest.raises(DBAPIError) as broken, sessions.begin() as session:
        session.execute(text("INSERT INTO updates (id) VALUES (1)"))
    assert not is_passing(broken.value)
    assert not is_passing(ValueError())
    assert is_passing(OSError(28, "No space left on device"))


def test_a_failure_that_comes_from_another_process_is_passing_or_not_as_it_was(sessions: Sessions) -> None:
    """A large import is done in another process."""

    def sent(error: BaseException) -> bool:
        return is_passing(pickle.loads(pickle.dumps(error)))  # noqa: S301  # our own

    with pytest.raises(DBAPIError) as broken, sessions.begin() as session:
        session.execute(text("INSERT INTO updates (id) VALUES (1)"))
    assert not sent(broken.value)
    held = OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError("database is locked"), hide_parameters=True)
    assert sent(held)
    assert sent(OperationalError("COMMIT", {}, psycopg.errors.DeadlockDetected()))
    assert sent(OperationalError("COMMIT", {}, RuntimeError(), connection_invalidated=True))
    assert sent(OSError(28, "No space left on device"))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_value_that_cannot_be_sent_is_no_lost_connection(sessions: Sessions) -> None:
    """Neither has a state of SQL: tried again for ever, one such text would stop its member's chat."""
    with pytest.raises(DBAPIError) as unsent, sessions.begin() as session:
        session.execute(text("SELECT :said"), {"said": "a\0"})
    assert not is_passing(unsent.value)


def test_no_server_is_passing(cipher: Cipher) -> None:
    nowhere = Sessions("postgresql+psycopg://tani@127.0.0.1:1/tani", cipher)
    with pytest.raises(DBAPIError) as refused, nowhere.begin() as session:
        session.execute(text("SELECT 1"))
    assert is_passing(refused.value)
    nowhere.close()


def test_sealed_bytes_open_only_in_their_place_and_under_their_key() -> None:
    old, new = read_keys(f"{new_key()},{new_key()}")
    before = Cipher([old])
    after = Cipher([new, old])
    sealed = before.seal("𠮷野".encode(), "members.name", 17)
    assert after.open(sealed, "members.name", 17).decode() == "𠮷野"
    assert sealed.startswith(before.newest)
    assert not sealed.startswith(after.newest)
    for cipher, about, row in (
        (before, "members.kana", 17),
        (before, "members.name", 18),
        (Cipher([new]), "members.name", 17),
    ):
        with pytest.raises(Unreadable, match=f"{about} of row {row}"):
            cipher.open(sealed, about, row)


@pytest.mark.parametrize("text", ["", "abc", "AAAA", "あ" * 32, ","])
def test_a_bad_key_is_refused_without_showing_it(text: str) -> None:
    with pytest.raises(ValueError, match="base64 of 32 bytes"):
        read_keys(text)
