"""A member is given every value that the registry calls personal and hands out, and nothing of anybody else."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from content.privacy.disclosed import Disclosed, Exported, Held, Named, Part, dealt
from content.words import EN, JA, Words
from handlers.papers import record
from storage.engine.base import Base
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.exporting.audience import SPAN
from storage.privacy import disclosing, owned
from storage.privacy.holding import Export
from storage.privacy.registry import HOLDINGS, personal
from storage.tables import Export as ExportRow
from storage.tables import Guard, RequestMessage
from tests.conftest import NOW
from tests.storage.filled import fill, telling

ONE, OTHER = 1, 2


@pytest.fixture
def filled(session: Session, cipher: Cipher) -> Session:
    """Two rows in every table, which say where they stand; the failures of both members are counted."""
    fill(session, telling)
    session.execute(delete(Guard))
    for member in (ONE, OTHER):
        for gate in owned.gates_of(session, cipher, member):
            counted = {"failures": member, "last_at": NOW, "until": NOW}
            session.execute(insert(Guard), {"scope": gate.scope, "key": gate.keys[0], **counted})
    return session


@pytest.fixture
def found(filled: Session, cipher: Cipher) -> Disclosed:
    return disclosing.disclosed(filled, cipher, ONE, NOW)


def handed_out() -> Iterator[tuple[str, str]]:
    """Each column that is handed out as a value, except those that the log opens."""
    for table, column, what in personal():
        if what.export is Export.VALUE and HOLDINGS[table].owner and not disclosing.is_log(table):
            yield table, column


def test_every_value_of_the_member_is_there_and_none_of_another(found: Disclosed) -> None:
    missing = [place for place in handed_out() if place[1] not in found.tables[place[0]][0]]
    assert missing == []
    for name, rows in found.tables.items():
        if name == "guards":
            assert {row["scope"]: row["failures"] for row in rows} == dict.fromkeys(
                ("id", "checkin", "person", "pair", "verify", "code"), ONE
            )
            continue
        (row,) = rows
        columns = Base.metadata.tables[name].c
        assert {column: _number(value) for column, value in row.items()} == {
            column: telling(columns[column], ONE) for column in row
        }, name


def _number(value: object) -> object:
    if isinstance(value, Exported):
        return value.number * SPAN + ONE
    return value.number if isinstance(value, Named) else value


@pytest.mark.parametrize(("words", "said"), [(JA, "見本県1の会員"), (EN, "members in 見本県1")], ids=["ja", "en"])
def test_which_exports_told_of_the_member(filled: Session, cipher: Cipher, words: Words, said: str) -> None:
    """When each was made, of which days and members. One that was not made told nobody."""
    found = disclosing.disclosed(filled, cipher, ONE, NOW)
    page = record.page(record.Facts(Part(1, 1, words.language, found, {}), "", ""), words)
    assert words.kept.table("export_members") in page
    assert said in page
    assert "2026-04-01" in page
    exported = json.loads(record.as_json(found))["tables"]["export_members"][0]["id"]
    assert (exported["number"], exported["prefecture"]) == (ONE, "見本県1")
    filled.execute(update(ExportRow).where(ExportRow.id == ONE).values(state="dropped"))
    assert disclosing.disclosed(filled, cipher, ONE, NOW).tables["export_members"] == []


def test_what_staff_still_write_is_not_handed_out(filled: Session, cipher: Cipher) -> None:
    for author, shown in ((ONE, 1), (OTHER, 0)):
        filled.execute(update(RequestMessage).where(RequestMessage.id == ONE).values(sent_at=None, author_id=author))
        assert len(disclosing.disclosed(filled, cipher, ONE, NOW).tables["request_messages"]) == shown


def test_what_is_withheld_is_named_and_not_there(found: Disclosed) -> None:
    secret = [(table, column) for table, column, what in personal() if what.export is Export.WITHHELD]
    ours = [(table, column) for table, column in secret if HOLDINGS[table].owner]
    assert ours == [(table, column) for table, columns in _in_order(found) for column in columns]
    assert not [place for place in ours if place[1] in {key for row in found.tables.get(place[0], ()) for key in row}]


def _in_order(found: Disclosed) -> list[tuple[str, Any]]:
    return [(table, found.withheld[table]) for table in HOLDINGS if table in found.withheld]


def test_every_file_is_there(filled: Session, found: Disclosed) -> None:
    given = {(table, column) for table, column, what in personal() if what.export is Export.FILE}
    assert given == {(table, "content") for table in ("evidence", "request_files", "file_parts")} | {
        ("certificates", "paper")
    }
    contents = {one.table: disclosing.content(filled, one) for one in found.files}
    assert contents == {
        "certificates": b"certificates.paper:1",
        "evidence": b"file_parts.content:1",
        "request_files": b"file_parts.content:1",
    }


def test_a_file_of_before_is_read_from_its_row(filled: Session) -> None:
    for name in ("evidence", "request_files"):
        table = Base.metadata.tables[name]
        filled.execute(table.update().values(file_id=None))
        held = Held(name, ONE, "x", 1)
        assert disclosing.content(filled, held) == f"{name}.content:1".encode()


@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
def test_the_page_and_the_json_say_all_of_it(filled: Session, found: Disclosed, words: Words) -> None:
    contents = {one.name: disclosing.content(filled, one) for one in found.files}
    facts = record.Facts(Part(1, 1, words.language, found, contents), "見本県医師会", "")
    packed = zipfile.ZipFile(io.BytesIO(record.draw(facts)))
    page, kept = (packed.read(name).decode() for name in ("index.html", "data.json"))
    for table, column in handed_out():
        value = telling(Base.metadata.tables[table].c[column], ONE)
        if isinstance(value, str) and table != "guards":
            assert value in page, (table, column)
            assert value in kept, (table, column)
    for table, column in handed_out():
        assert f"{table}.{column}:{OTHER}" not in page + kept
    rows = [row for rows in json.loads(kept)["tables"].values() for row in rows]
    assert {row["member_id"] for row in rows if "member_id" in row} == {ONE}
    assert set(packed.namelist()) == {"index.html", "data.json", *(f"files/{one.name}" for one in found.files)}
    assert record.draw(facts) == record.draw(facts)


@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
def test_every_table_and_column_has_a_name(words: Words) -> None:
    tables = [*disclosing.given_tables(), Base.metadata.tables["staff_acts"]]
    said = {words.kept.table(one.name) for one in tables}
    said |= {words.kept.column(column) for one in tables for column in disclosing.given(one)}
    assert all(said)
    assert len({words.kept.table(one.name) for one in tables}) == len(set(tables))


def test_a_page_escapes_what_people_wrote(found: Disclosed) -> None:
    spiced = {**found.tables, "declarations": [{"what": "<script>alert(1)</script>"}]}
    facts = record.Facts(Part(1, 1, "ja", replace(found, tables=spiced), {}), "<b>", "<i>")
    page = record.page(facts, JA)
    assert "<script>" not in page
    assert "<b>" not in page
    assert "<i>" not in page


@pytest.mark.parametrize(
    ("sizes", "parts"),
    [
        ([], [[]]),
        ([100], [[100]]),
        ([60, 40], [[60, 40]]),
        ([60, 41], [[60], [41]]),
        ([101, 1], [[101], [1]]),
        ([50, 50, 1, 99, 1], [[50, 50], [1, 99], [1]]),
    ],
)
def test_files_are_dealt_out_by_their_sizes(sizes: list[int], parts: list[list[int]]) -> None:
    """Up to 100 in a part; one that is larger by itself goes alone, as it is."""
    files = [Held("evidence", number, f"{number}", size) for number, size in enumerate(sizes)]
    assert [[one.size for one in part] for part in dealt(files, most=100)] == parts


def test_only_the_first_part_has_the_page(sessions: Sessions) -> None:
    empty = Disclosed(NOW, {}, {}, [])
    packed = zipfile.ZipFile(io.BytesIO(record.draw(record.Facts(Part(2, 2, "ja", empty, {"a.pdf": b"x"}), "", ""))))
    assert packed.namelist() == ["files/a.pdf"]
