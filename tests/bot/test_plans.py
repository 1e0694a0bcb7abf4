"""How the databases carry out what taps, pages, delivery and the tick ask: never by reading a table that grows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from storage import tables
from storage.engine.base import Base
from storage.engine.sessions import Sessions
from storage.staff import names
from tests.phone import Phone
from tests.someone import eventually
from tests.stage import PASSWORD, Stage, logged_in
from tests.undone import LOOK
from tests.viewer import on_card

OFFICER = 11
SMALL = {
    "activations": "batches of letters, ordered by staff",
    "announcements": "what staff send to many: some a week",
    "send_budget": "one row",
    "blob_parts": "films and their pictures, by their hash",
    "blobs": "films and their pictures, by their hash",
    "broadcasts": "a schedule",
    "courses": "the programme",
    "deferred": "what waits for slow work just now",
    "demo": "one row, in the demo alone",
    "editions": "the programme",
    "films": "the programme",
    "data_keys": "which data keys were ever used",
    "log_keys": "a row for each data key that was replaced",
    "exports": "files that staff export, a few a month",
    "imports": "files that staff import, a few a month",
    "jobs": "long work of staff",
    "journal_editions": "twelve issues a year",
    "journal_issues": "twelve issues a year",
    "maintenance_periods": "announced pauses",
    "rounds": "a row for each occasion of a notice to many",
    "set_aside": "faults that somebody looks into",
    "staff": "who holds a role",
    "titles": "the programme",
    "trainings": "what is announced",
}
"""Tables that do not grow with members and years; the rest do."""

assert tables.Letter.__table__ is Base.metadata.tables["letters"]
GROWING = {table.name for table in Base.metadata.sorted_tables} - set(SMALL)
FEW = {
    "ix_activation_codes_in_clear": "codes of a file that nobody has opened yet",
    "ix_certificate_doubts_open": "certificates that wait for an officer, of which a page says the number",
    "ix_chats_menu": "chats whose menu is still to be set",
    "ix_declarations_waiting": "declarations that wait for staff",
    "ix_jobs_open": "long work that goes on",
    "ix_late_claims_open": "late claims that wait for staff",
    "ix_letters_erased": "receipts of erasures, which go as soon as they are sent",
    "ix_letters_in_work": "letters that are claimed or on their way at this moment",
    "ix_letters_sending": "letters that are on their way at this moment",
    "ix_requests_waiting": "requests that wait for staff",
    "ix_staff_invitations_waiting": "invitations that can still be taken",
    "ix_withheld_credits_unasked": "credits about which staff are to be asked at the next tick",
    "uq_viewings_live": "members who watch at this moment",
}
"""Indexes that hold only what is open and soon ends: reading one from end to end reads no more than that. What may stay
open for long (a letter for a later day, a course that was left) grows with the members, and is not among them.
"""

Asked = dict[str, Any]


@contextmanager
def listening() -> Iterator[Asked]:
    """Every statement that is executed meanwhile, with the parameters of its last time."""
    asked: Asked = {}

    def hear(
        _connection: Connection, _cursor: object, statement: str, values: Any, _context: object, many: bool
    ) -> None:
        asked[statement] = values[0] if many else values

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


@pytest.fixture
async def asked(stage: Stage, aoi: Phone) -> Asked:
    """What a member's evening asks of the record, an officer's look at what changed, and what the clock does."""
    with stage.app.sessions.reading() as session:
        known = names.of(session)
    await eventually(lambda: known.knows_all)  # read beside, once: a longer evening would meet it
    with listening() as heard:
        page = await on_card(stage, aoi)
        await page.watches(9)
        for said in (
            *("/start", "/courses", "/search 高血圧", "/resume", "/credits", "/codes", "/plan", "/why", "/journal"),
            *("/journal 2026-11", "/trainings", "/checkin K7MP3XQ2", "/certificate 2026/4/1-2026/9/30", "/requests"),
            *("/declare", "/fees", "/radio", "/settings", "/privacy", "/help"),
            *("/mydata", PASSWORD),
        ):
            await aoi.says(said)
        officer = await logged_in(stage, OFFICER)
        await officer.says("/certificates")
        await officer.says("/find 青井")
        await officer.says("/desk")
        await officer.taps("証明書の記載を見る")
        await stage.until(stage.clock.now() + timedelta(days=3))
        await stage.until(stage.clock.now() + timedelta(days=30))
    return {
        statement: values
        for statement, values in heard.items()
        if re.match("SELECT|INSERT|UPDATE|DELETE|WITH", statement.lstrip())
        and not any(said in statement for said in ("sqlite_master", LOOK))
    }


async def test_no_statement_reads_a_table_that_grows(stage: Stage, asked: Asked) -> None:
    sessions = stage.app.sessions
    explain = _sqlite if sessions.kind == "sqlite" else _postgresql
    assert len(asked) > 40
    read = {statement: found for statement in asked if (found := explain(sessions, statement, asked[statement]))}
    assert not read


def test_every_index_of_a_few_is_one_of_what_is_open() -> None:
    where = {
        str(index.name): index.dialect_options["sqlite"]["where"]
        for table in Base.metadata.sorted_tables
        for index in table.indexes
    }
    assert all(where[name] is not None for name in FEW)


async def test_the_check_finds_a_whole_reading(stage: Stage) -> None:
    sessions = stage.app.sessions
    explain = _sqlite if sessions.kind == "sqlite" else _postgresql
    mark = "?" if sessions.kind == "sqlite" else "%(state)s"
    values: Any = ("sent",) if sessions.kind == "sqlite" else {"state": "sent"}
    assert explain(sessions, f"SELECT letters.id FROM letters WHERE letters.outcome = {mark}", values) == ["letters"]
    assert explain(sessions, f"SELECT count(*) FROM letters WHERE letters.state = {mark}", values) == ["letters"]
    assert explain(sessions, "SELECT letters.due_at FROM letters WHERE letters.id = 1", ()) == []
    unsent = "state IN ('waiting', 'claimed', 'sending')"
    assert explain(sessions, f"SELECT letters.kind FROM letters WHERE letters.{unsent}", ()) == ["letters"]


def _sqlite(sessions: Sessions, statement: str, values: Any) -> list[str]:
    with sessions.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    scans = [re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", row.detail) for row in plan]
    return [scan[1] for scan in scans if scan and scan[1] in GROWING and scan[2] not in FEW]


_INDEXES = {
    str(index.name) for table in Base.metadata.sorted_tables if table.name in GROWING for index in table.indexes
}
_NAMES = ", ".join(f"'{name}'" for name in sorted(GROWING | _INDEXES - set(FEW)))
_LARGE = (f"UPDATE pg_class SET reltuples = 1e6, relpages = 1 WHERE relname IN ({_NAMES})",)
_UNKNOWN = (*_LARGE, "DELETE FROM pg_statistic")
"""Large, and nothing is known of what they hold."""
_WHOLE = ("seqscan", "hashjoin", "mergejoin")
_ORDERED = ("indexscan", "indexonlyscan")


def _postgresql(sessions: Sessions, statement: str, values: Any) -> list[str]:
    """What no index serves, however the planner is asked to go about it.

    It reads a small table whole, or walks its primary key for the order, whatever its indexes are. So it is asked four
    times: with reading whole made dear, with walking for the order made dear too, told that tables and indexes are
    large, and told so while it knows nothing of what they hold. If it has looked at the few rows of now, which is left
    to chance, it takes what is open for next to nothing.
    """
    asked = ((_WHOLE, ()), ((*_WHOLE, *_ORDERED), ()), (_WHOLE, _LARGE), (_WHOLE, _UNKNOWN))
    found = [set(_whole(_plan(sessions, statement, values, dear, told))) for dear, told in asked]
    return sorted(set.intersection(*found))


def _plan(sessions: Sessions, statement: str, values: Any, dear: Iterable[str], told: Iterable[str]) -> Any:
    with sessions.engine.connect() as connection:
        for pretence in told:
            connection.exec_driver_sql(pretence)  # rolled back with the connection
        for way in dear:
            connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
        (plan,) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", values).scalar_one()
    return plan["Plan"]


def _whole(node: Any) -> Iterator[str]:
    """The tables that grow and are read from end to end, by the nodes of a plan."""
    parts: Sequence[Any] = node.get("Plans", ())
    table = node.get("Relation Name")
    if table in GROWING and not _picks(node, parts):
        yield table
    for part in parts:
        yield from _whole(part)


def _picks(node: Any, parts: Sequence[Any]) -> bool:
    """Whether a node reads no more of its table than it is asked for."""
    if node["Node Type"] == "Bitmap Heap Scan":  # its index is read by the node below, or by several of them
        return all(_picks(part, part.get("Plans", ())) for part in parts)
    if node["Node Type"] in ("BitmapAnd", "BitmapOr"):
        several = all if node["Node Type"] == "BitmapOr" else any
        return several(_picks(part, part.get("Plans", ())) for part in parts)
    return not node["Node Type"].endswith("Scan") or "Index Cond" in node or node.get("Index Name") in FEW
