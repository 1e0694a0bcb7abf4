"""A database of an earlier version is brought to the tables of now with all that is in it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, Table, insert, select, update

from storage import tables  # noqa: F401  # the tables are in the metadata once they are imported
from storage.engine.base import Base
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.migrations import _config, is_current, migrate
from tests.databases import Postgres

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
VALUES: Mapping[type, object] = {
    int: 1,
    float: 1.0,
    str: "x",
    bytes: b"x",
    bool: True,
    datetime: AT,
    date: AT.date(),
    object: {},
}
FIRST, EARLIER, FORMER, LAST = "0001", "0002", "0006", "0016"
"""The first step, one in between, and the last ones of versions 0.2.0 and 0.3.0."""
BEFORE_CASES, BEFORE_QUEUED = "0062", "0068"
UNUSED = {FIRST: {"evidence"}, EARLIER: {"evidence"}, FORMER: set[str](), LAST: set[str]()}
"""Nothing wrote there before 0003, which gives each file a key that no file of before could have."""

REMINDERS = ("reminders", "journal_reminders", "declaration_reminders")
RENAMED = {("staff", "member_id"): "person_id", ("staff_pins", "member_id"): "person_id"}

SCRIPTS = ScriptDirectory.from_config(_config())

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


@pytest.fixture(autouse=True)
def steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of all steps are read once: alembic reads them at every call, which is a quarter of what it does."""
    monkeypatch.setattr(ScriptDirectory, "from_config", lambda _: SCRIPTS)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, cipher: Cipher) -> Iterator[Engine]:
    """Of an empty database."""
    if request.param == "sqlite":
        url, name = f"sqlite:///{tmp_path / 'tani.sqlite'}", ""
    else:
        server: Postgres = request.getfixturevalue("postgres")
        name = server.create()
        url = server.url(name)
    sessions = Sessions(url, cipher)
    yield sessions.engine
    sessions.close()
    if name:
        server.drop(name)


@pytest.mark.parametrize("version", [FIRST, EARLIER, FORMER, LAST])
def test_every_row_of_before_is_kept(engine: Engine, version: str) -> None:
    migrate(engine, version)
    _fill(engine, UNUSED[version])
    before = _rows(engine)
    migrate(engine)
    assert is_current(engine)
    after = _rows(engine)
    kept = {
        name: [_part(name, new, old) for new, old in zip(after[name], rows, strict=True)]
        for name, rows in before.items()
    }
    assert kept == before
    assert all(before[name] for name in before.keys() - UNUSED[version])


def test_what_is_new_says_nothing_of_what_was_before(engine: Engine) -> None:
    migrate(engine, EARLIER)
    _fill(engine, UNUSED[EARLIER])
    migrate(engine)
    (broadcast,), (claim,), (deferred,) = (_rows(engine)[name] for name in ("broadcasts", "late_claims", "deferred"))
    assert (bool(broadcast["sample"]), broadcast["withdrawn_at"]) == (False, None)
    assert claim["reason"] is None
    assert (deferred["expects"], deferred["note"]) == ("", None)


@pytest.mark.parametrize("wanted", [True, False])
def test_who_was_sent_no_reminders_is_sent_none_of_any_kind(engine: Engine, wanted: bool) -> None:
    migrate(engine, LAST)
    _fill(engine, UNUSED[LAST] | {"preferences"})
    with engine.begin() as connection:
        (preferences,) = (table for table in _tables(connection) if table.name == "preferences")
        connection.execute(insert(preferences).values(member_id=1, reminders=wanted, picture_theme="dark"))
    migrate(engine)
    (row,) = _rows(engine)["preferences"]
    assert {name: bool(row[name]) for name in REMINDERS} == dict.fromkeys(REMINDERS, wanted)
    assert row["picture_theme"] == "dark"


def test_what_waits_for_staff_gets_a_request(engine: Engine) -> None:
    """A declaration and a claim that wait get one, and none that is decided. It is due three weekdays after the Sunday
    on which they were handed in.
    """
    migrate(engine, BEFORE_CASES)
    _fill(engine, {"announcements", "requests", "request_messages", "request_files", "certificate_doubts"})
    with engine.begin() as connection:
        found = {table.name: table for table in _tables(connection)}
        connection.execute(update(found["declarations"]).values(state="submitted", submitted_at=AT))
        connection.execute(update(found["late_claims"]).values(state="open", claimed_at=AT))
        (row,) = connection.execute(select(found["declarations"])).all()
        connection.execute(insert(found["declarations"]).values({**row._mapping, "id": 2, "state": "accepted"}))
    migrate(engine)
    rows = _rows(engine)["requests"]
    assert [(one["kind"], one["declaration_id"], one["claim_id"], one["state"]) for one in rows] == [
        ("declaration", 1, None, "received"),
        ("claim", None, 1, "received"),
    ]
    assert {one["due_on"] for one in rows} == {date(2026, 11, 25)}
    assert {one["sent_at"].replace(tzinfo=UTC) for one in rows} == {AT}


def test_the_letters_of_an_announcement_that_are_gone_or_wait_are_counted(engine: Engine) -> None:
    """One is on record of each of two, three of the first were removed."""
    migrate(engine, BEFORE_QUEUED)
    with engine.begin() as connection:
        found = {table.name: table for table in _tables(connection)}
        connection.execute(insert(found["people"]).values(_row(found["people"])))
        for number, sums in ((1, '{"ended": {"blocked": 1, "sent": 2}, "hours": {}}'), (2, ""), (3, "")):
            row = _row(found["announcements"]) | {"id": number, "sums": sums, "file_id": None}
            connection.execute(insert(found["announcements"]).values(row))
        for number, kind in ((1, "announcement"), (2, "announcement"), (3, "announcement_over")):
            row = _row(found["letters"]) | {"id": number, "kind": kind, "subject": str(number), "chat_id": None}
            connection.execute(insert(found["letters"]).values(row))
    migrate(engine)
    assert {one["id"]: one["queued"] for one in _rows(engine)["announcements"]} == {1: 4, 2: 1, 3: 0}


def test_the_steps_lead_to_the_tables_of_the_code(engine: Engine) -> None:
    migrate(engine)
    with engine.connect() as connection:
        assert (
            compare_metadata(MigrationContext.configure(connection, opts={"compare_type": False}), Base.metadata) == []
        )


def _fill(engine: Engine, unused: Set[str]) -> None:
    """A row in every table, each column with a value, each that leads to another row to the first one."""
    with engine.begin() as connection:
        for table in _tables(connection):
            if table.name not in unused:
                connection.execute(insert(table).values(_row(table)))


def _row(table: Table) -> dict[str, object]:
    return {column.name: VALUES[column.type.python_type] for column in table.columns}


def _tables(connection: Connection) -> Sequence[Table]:
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def _rows(engine: Engine) -> Rows:
    with engine.connect() as connection:
        return {
            table.name: [dict(row._mapping) for row in connection.execute(select(table))]
            for table in _tables(connection)
        }


def _part(table: str, new: Mapping[str, Any], old: Mapping[str, Any]) -> Mapping[str, Any]:
    """The columns of before, taken from a row of now."""
    return {name: new[RENAMED.get((table, name), name)] for name in old}
