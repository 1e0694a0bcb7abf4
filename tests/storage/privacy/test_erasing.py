"""A member is erased: every table is filled, then every cell that is left is opened, and the file is searched."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Table, delete, insert, select, text

from bot.commands.rotate_key import KEYED
from storage.engine.base import Base, is_sealed
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.files import parts
from storage.privacy import erasing, owned, rotation
from storage.privacy.holding import Erasure
from storage.privacy.registry import HOLDINGS, personal
from storage.tables import Certificate, Guard, Letter, StoredFile
from tests.cheap import cheap_hashing
from tests.conftest import NOW
from tests.snapshot import Snapshot, snapshot
from tests.snapshot import owned as rows_of
from tests.storage.filled import fill, telling
from tests.storage.keys import NEW_OLD, opened

ONE, OTHER = 1, 2
KNOWN_BY_HEART = (b"1000000001", b"7000001")
"""Values of the member that `telling` does not word: the member ID, the Telegram user."""


@pytest.fixture
def filled(sessions: Sessions) -> Sessions:
    furnish(sessions)
    return sessions


def furnish(sessions: Sessions) -> None:
    with sessions.begin() as session:
        fill(session, telling)
        session.execute(delete(Guard))
        for member in (ONE, OTHER):
            for gate in owned.gates_of(session, sessions.cipher, member):
                counted = {"failures": member, "last_at": NOW, "until": NOW}
                session.execute(insert(Guard), {"scope": gate.scope, "key": gate.keys[0], **counted})


def erase(sessions: Sessions) -> None:
    """All of it: the member, the receipt with its chat, the parts of files, and what the log does with the key."""
    with sessions.begin() as session:
        chat = erasing.erase(session, sessions.cipher, ONE, NOW)
        session.execute(delete(Base.metadata.tables["member_keys"]).where(owned.theirs(_table("member_keys"))), _ME)
        receipt = {"kind": "erased", "subject": "1", "slot": "1", "id": 1_000, "state": "sent", "rank": 0, "tries": 1}
        receipt |= {"member_id": ONE, "chat_id": chat, "written_at": NOW, "due_at": NOW}
        session.execute(insert(Letter), receipt)
    with sessions.begin() as session:
        found = erasing.find_receipts(session)
        assert erasing.forget(session, found) == 1
        while files := parts.find_ended(session, NOW):
            parts.remove(session, files, NOW)


_ME = owned.me(ONE)


def _table(name: str) -> Table:
    return Base.metadata.tables[name]


def cells(sessions: Sessions, cipher: Cipher) -> Iterator[bytes]:
    """Every cell that is left, opened if it is sealed."""
    with sessions.reading() as session:
        connection = session.connection()
        for table in Base.metadata.sorted_tables:
            names = list(table.c.keys())
            listed = ", ".join(f'"{name}"' for name in names)
            for row in connection.exec_driver_sql(f'SELECT {listed} FROM "{table.name}"'):
                found = dict(zip(names, row, strict=True))
                yield from (_opened(cipher, table.c[name], found) for name in names if found[name] is not None)


def _opened(cipher: Cipher, column: Column[Any], found: dict[str, Any]) -> bytes:
    value = found[column.name]
    if is_sealed(column.type):
        (key,) = column.table.primary_key
        return cipher.open(bytes(value), f"{column.table.name}.{column.name}", found[key.name])
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def gone() -> Iterator[bytes]:
    """What must be found nowhere."""
    yield from KNOWN_BY_HEART
    for table, column, what in personal():
        # nobody is a member and has a staff account; here both have the number 1
        if what.erasure in (Erasure.ROW, Erasure.CLEARED) and HOLDINGS[table].owner and table != "staff_accounts":
            yield f"{table}.{column}:{ONE}".encode()


def others(sessions: Sessions) -> Snapshot:
    return {name: rows for name, rows in rows_of(sessions, OTHER).items() if rows}


def test_nothing_is_left_in_any_cell_under_any_key(filled: Sessions) -> None:
    before = b"\n".join(cells(filled, filled.cipher))
    assert [one for one in gone() if one in before], "otherwise this could not fail"
    beside = others(filled)
    erase(filled)
    after = b"\n".join(cells(filled, filled.cipher))
    assert [one for one in gone() if one in after] == []
    assert others(filled) == beside


def test_what_stays_is_as_it_was(filled: Sessions) -> None:
    """The ledgers, what certificates are checked by, consents: what the registry keeps, with its reason."""
    kept = sorted(
        {table for table, _, what in personal() if what.erasure is Erasure.KEPT and HOLDINGS[table].owner}
        - {"certificates"}  # what it says is cleared, its numbers and days stay: below
    )
    before = snapshot(filled)
    erase(filled)
    after = snapshot(filled)
    assert {"credits", "common_credits", "certificate_checks", "certificate_ends", "consents"} <= set(kept)
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    with filled.reading() as session:
        table = _table("certificates")
        columns = (table.c.period_from, table.c.period_to, table.c.asked_at, table.c.drawn_at, table.c.paper_sha256)
        mine, theirs = (session.execute(select(*columns).where(table.c.id == one)).one() for one in (ONE, OTHER))
        assert tuple(mine) == tuple(telling(column, ONE) for column in columns)
        assert tuple(theirs) == tuple(telling(column, OTHER) for column in columns)


def test_every_table_whose_rows_go_has_none_left(filled: Sessions) -> None:
    erase(filled)
    with filled.reading() as session:
        for table in owned.owned_tables():
            ways = {one.erasure for one in HOLDINGS[table.name].personal.values()}
            if ways == {Erasure.ROW} and table.name != "guards":
                left = session.execute(select(*table.primary_key).where(owned.theirs(table)), _ME).all()
                assert left == [], table.name


def test_it_can_be_done_again(filled: Sessions) -> None:
    erase(filled)
    first = others(filled)
    erase(filled)
    assert others(filled) == first
    after = b"\n".join(cells(filled, filled.cipher))
    assert [one for one in gone() if one in after] == []


def test_a_file_that_is_let_go_names_nobody_before_the_clock_removes_it(filled: Sessions) -> None:
    with filled.begin() as session:
        erasing.erase(session, filled.cipher, ONE, NOW)
        left = session.execute(select(StoredFile.member_id, StoredFile.ends_at).where(StoredFile.id == ONE)).one()
    assert tuple(left) == (None, parts.LONG_AGO)


def test_the_files_of_sqlite_hold_nothing_of_it(sqlite_template: Path, tmp_path: Path, cipher: Cipher) -> None:
    """Not in free pages, not in the write-ahead log: neither what stood there in clear nor what was sealed."""
    path = tmp_path / "tani.sqlite"
    path.write_bytes(sqlite_template.read_bytes())
    sessions = Sessions(f"sqlite:///{path}", cipher)
    try:
        furnish(sessions)
        with sessions.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1
        with sessions.reading() as session:
            raw = "SELECT name FROM members WHERE id = 1 UNION ALL SELECT what FROM declarations WHERE id = 1"
            sealed = [bytes(row[0]) for row in session.connection().exec_driver_sql(raw)]
        needles = [*gone(), *sealed]
        assert [one for one in needles if one in _on_disk(path)], "otherwise this could not fail"
        erase(sessions)
        assert sessions.sweep()
        assert [one for one in needles if one in _on_disk(path)] == []
    finally:
        sessions.close()


def _on_disk(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*") if not one.name.endswith("-shm"))


async def test_nobody_logs_in_as_an_erased_member(cipher: Cipher) -> None:
    """The ID that stands there is drawn by lot, and the hash is that of no password."""
    one, two = erasing.nobody(cipher), erasing.nobody(cipher)
    for secret in ("member_no", "password_hash"):
        assert one[secret] != two[secret]
    hashing = cheap_hashing()
    try:
        for guess in ("", "010101", one["member_no"]):
            assert not await hashing.verify(one["password_hash"], guess)
    finally:
        hashing.close()


def test_a_key_is_replaced_after_an_erasure(filled: Sessions) -> None:
    """Two erased certificates of one member have no facts that could be hashed: each gets the hash of nothing."""
    with filled.begin() as session:
        for trigger in ("certificates_update", "certificates_kept"):
            on = " ON certificates" if filled.kind == "postgresql" else ""
            session.execute(text(f"DROP TRIGGER IF EXISTS {trigger}{on}"))
        session.execute(text("UPDATE certificates SET member_id = 1"))
    erase(filled)
    (part,) = [one for one in rotation.parts(KEYED) if one.table.name == "certificates"]
    with opened(filled, NEW_OLD) as other, other.begin() as session:
        for after in (0, ONE):  # a file at a time
            batch = rotation.prepare(session, NEW_OLD, part, after)
            assert rotation.put(session, part, batch) == (1, [])
        assert rotation.left(session, NEW_OLD, [part]) == {}
        assert list(session.execute(select(Certificate.facts)).scalars()) == [{}, {}]
