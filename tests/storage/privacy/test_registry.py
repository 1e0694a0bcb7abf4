"""What the registry says of personal data is true of the tables."""

from sqlalchemy import Column

import storage.tables  # the tables of Base.metadata
from storage.engine.base import Base, is_sealed
from storage.privacy.holding import LINK, NUMBER, Erasure, Export
from storage.privacy.registry import HOLDINGS, personal

OF_NOBODY = {
    *(("trainings", "secret"), ("log_keys", "key"), ("exports", "lacking"), ("imports", "reason")),
    *(("announcements", name) for name in ("text_ja", "text_en", "file_name", "file_print")),
}
"""Secrets of the association, what it wrote to many, why it acts on many, and which characters a file of many lacks."""
TABLES = Base.metadata.tables
assert storage.tables.__all__


def _columns() -> dict[str, set[str]]:
    return {name: {column.name for column in table.columns} for name, table in TABLES.items()}


def _column(table: str, name: str) -> Column[object]:
    return TABLES[table].columns[name]


def test_every_column_is_either_personal_or_not_and_none_is_made_up() -> None:
    listed = {table: [*holding.personal, *holding.plain] for table, holding in HOLDINGS.items()}
    assert {table: set(columns) for table, columns in listed.items()} == _columns()
    assert all(len(columns) == len(set(columns)) for columns in listed.values())


def test_a_sealed_column_is_personal() -> None:
    sealed = {(table, column.name) for table in TABLES for column in TABLES[table].columns if is_sealed(column.type)}
    assert sealed
    assert sealed <= {(table, column) for table, column, _ in personal()}


def test_a_members_rows_can_be_found() -> None:
    """By a column of the table that leads to `members` or to `people`, at once or through other tables."""
    for table, holding in HOLDINGS.items():
        if table in ("members", "guards") or not holding.owner:
            continue
        assert _end(table) in ("members", "people")


def _end(table: str) -> str:
    """The table to which the owners lead, one after another."""
    owner = HOLDINGS[table].owner
    if table in ("members", "people") or not owner:
        return table
    (reference,) = _column(table, owner).foreign_keys
    return _end(reference.column.table.name)


PERSONS = {"members", "people", "staff_accounts", "chats"}
SAYS_NOTHING = {LINK, NUMBER}


def leading_to_persons() -> list[tuple[str, str, str]]:
    """Every column that names a person, by its table, its name, and where it leads."""
    return [
        (table.name, column.name, reference.column.table.name)
        for table in TABLES.values()
        for column in table.columns
        for reference in column.foreign_keys
        if reference.column.table.name in PERSONS
    ]


def test_what_names_a_person_names_nobody_after_an_erasure() -> None:
    """Its row goes, or all that it leads to is cleared. Nothing that is kept of a person stands where it leads."""
    found = leading_to_persons()
    assert {("letters", "member_id", "people"), ("staff_acts", "member_id", "people")} <= set(found)
    for table, column, there in found:
        goes = {what.erasure for what in HOLDINGS[table].personal.values()} == {Erasure.ROW}
        cleared = {what.erasure for what in HOLDINGS[there].personal.values()} <= {Erasure.CLEARED}
        assert HOLDINGS[table].plain[column] in SAYS_NOTHING, (table, column)
        assert goes or cleared, f"{table}.{column} would still name a person, in {there}"


def test_what_is_a_link_leads_to_a_row() -> None:
    """A number that the registry calls a link has a foreign key: nothing names a person past these tests."""
    links = {(table, column) for table, one in HOLDINGS.items() for column, why in one.plain.items() if why == LINK}
    assert not {(table, column) for table, column in links if not _column(table, column).foreign_keys}


def test_what_cannot_be_found_by_member_is_neither_handed_out_nor_kept() -> None:
    """What is of nobody is kept."""
    found = {(table, column): what for table, column, what in personal() if not HOLDINGS[table].owner}
    assert {one for one, what in found.items() if what.erasure is not Erasure.SETTLED} == OF_NOBODY
    assert {table for table, _ in found} == {"trainings", "deferred", "deletions", "set_aside", "log_keys"} | {
        "announcements",
        "exports",
        "imports",
    }
    assert {what.export for what in found.values()} == {Export.WITHHELD}


def test_what_is_kept_says_why() -> None:
    assert all(bool(what.why) is (what.erasure is Erasure.KEPT) for _, _, what in personal())
    assert all(reason for holding in HOLDINGS.values() for reason in holding.plain.values())


def test_a_row_is_removed_or_stays_as_a_whole() -> None:
    """A row cannot both go and keep a value."""
    for table, holding in HOLDINGS.items():
        ways = {what.erasure for what in holding.personal.values()}
        assert ways <= {Erasure.ROW} or Erasure.ROW not in ways, table


def test_a_secret_is_not_handed_out() -> None:
    secret = {name for _, name, what in personal() if what.export is Export.WITHHELD}
    assert {"password_hash", "one_time_key", "member_no_key", "mamis_key", "telegram_key", "token"} <= secret
