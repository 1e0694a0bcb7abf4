"""No index of names: nothing in the database tells that two members are called the same."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import inspect, text

from content.importing.member_record import MemberRecord
from storage.engine.base import Base, is_sealed
from storage.engine.sessions import Sessions
from storage.people import members

ONE = MemberRecord(
    member_no="1000000001",
    mamis_id="12345678",
    name="佐藤 さくら",
    kana="サトウ サクラ",
    birth_date=date(1972, 2, 4),
    registry_no="123456",
    prefecture="東京都",
    email="a@example.org",
)
NAMESAKE = replace(ONE, member_no="1000000002", mamis_id="12345679")
OTHER = MemberRecord("1000000003", "黒田 健二", date(1980, 5, 6), mamis_id="12345680", kana="クロダ ケンジ")
SHARED = {"can_earn", "logins", "imported_at"}
"""Columns that say the same of everybody who was imported at once and has not logged in."""


def test_namesakes_share_no_value_that_others_do_not_share(sessions: Sessions, now: datetime) -> None:
    """So no column holds a hash, a prefix or a part of a name, whichever key it was made with."""
    _import(sessions, now, ONE, NAMESAKE, OTHER)
    one, namesake, _ = _rows(sessions, "members")
    equal = {name for name, value in one.items() if value is not None and value == namesake[name]}
    assert equal == SHARED


def test_a_name_goes_into_the_members_table_alone(sessions: Sessions, now: datetime) -> None:
    """So no other table holds parts of names: a member who comes in adds a row there, and a bare number to people."""
    _import(sessions, now, OTHER)
    before = {table: len(_rows(sessions, table)) for table in Base.metadata.tables}
    _import(sessions, now, ONE)
    after = {table: len(_rows(sessions, table)) for table in Base.metadata.tables}
    assert after == before | {table: before[table] + 1 for table in ("members", "people")}


def test_what_is_sealed_is_in_no_index(sessions: Sessions) -> None:
    indexed = {(table, column) for table in Base.metadata.tables for column in _indexed(sessions, table)}
    sealed = {
        (name, column.name)
        for name, table in Base.metadata.tables.items()
        for column in table.columns
        if is_sealed(column.type)
    }
    assert ("members", "member_no_key") in indexed
    assert ("members", "name") in sealed
    assert not indexed & sealed


def _indexed(sessions: Sessions, table: str) -> set[str | None]:
    """The columns of a table that stand in an index, unique or not."""
    looked = inspect(sessions.engine)
    plain = {column for index in looked.get_indexes(table) for column in index["column_names"]}
    return plain | {column for one in looked.get_unique_constraints(table) for column in one["column_names"]}


def _import(sessions: Sessions, now: datetime, *records: MemberRecord) -> None:
    with sessions.begin() as session:
        for record in records:
            members.put(session, sessions.cipher, record, now)


def _rows(sessions: Sessions, table: str) -> Sequence[Mapping[str, object]]:
    """As the database has them, nothing opened."""
    with sessions.reading() as session:
        found = session.execute(text(f"SELECT * FROM {table} ORDER BY 1"))
        return [{name: _plain(value) for name, value in row._mapping.items()} for row in found]


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value
