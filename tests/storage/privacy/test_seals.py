"""A sealed value opens in its own row and column alone."""

import pytest
from sqlalchemy import select

from storage.engine.base import InRow, Sealed, SealedText
from storage.engine.cipher import Unreadable
from storage.engine.sessions import Sessions
from storage.privacy import seals
from storage.privacy.registry import personal
from storage.privacy.seals import SealedColumn
from storage.tables import Declaration, Member
from tests.conftest import KEY
from tests.storage.filled import fill, former, put_raw, raw, said

COLUMNS = tuple(seals.sealed_columns())


def read(sessions: Sessions, sealed: SealedColumn) -> list[object]:
    """What the product reads in the two rows."""
    with sessions.reading() as session:
        return list(session.execute(select(sealed.table.c[sealed.name]).order_by(sealed.key)).scalars())


def test_the_walk_takes_every_sealed_column() -> None:
    """Those of the registry whose type seals, and the tables have no others."""
    assert len(COLUMNS) > 25
    assert {(one.table.name, one.name) for one in COLUMNS} <= {(table, column) for table, column, _ in personal()}


def test_values_that_were_exchanged_between_two_rows_are_refused(sessions: Sessions) -> None:
    with sessions.begin() as session:
        fill(session)
    for sealed in COLUMNS:
        column = sealed.table.c[sealed.name]
        assert read(sessions, sealed) == [said(column, 1), said(column, 2)]
        with sessions.begin() as session:
            one, two = raw(session, sealed, 1), raw(session, sealed, 2)
            put_raw(session, sealed, 1, two)
            put_raw(session, sealed, 2, one)
        with pytest.raises(Unreadable, match=f"{sealed.about} of row [12]: damaged, or moved"):
            read(sessions, sealed)
        with sessions.reading() as session:
            found = [one.split(":")[0] for one in seals.unreadable(session, sessions.cipher)]
            assert found == [f"{sealed.about} of row {number}" for number in (1, 2)]
        with sessions.begin() as session:
            put_raw(session, sealed, 1, one)
            put_raw(session, sealed, 2, two)
    with sessions.reading() as session:
        assert not list(seals.unreadable(session, sessions.cipher))


def test_a_value_of_another_column_or_table_is_refused(sessions: Sessions) -> None:
    with sessions.begin() as session:
        fill(session)
        values = {sealed: raw(session, sealed, 1) for sealed in COLUMNS}
    for sealed, other in zip(COLUMNS, (*COLUMNS[1:], COLUMNS[0]), strict=True):
        with sessions.begin() as session:
            put_raw(session, sealed, 1, values[other])
        with pytest.raises(Unreadable, match=f"{sealed.about} of row 1"):
            read(sessions, sealed)


def test_what_was_sealed_before_is_read(sessions: Sessions) -> None:
    """But a value of another column still is not."""
    with sessions.begin() as session:
        fill(session)
        for sealed in COLUMNS:
            column = sealed.table.c[sealed.name]
            assert isinstance(column.type, Sealed)
            put_raw(session, sealed, 1, former(KEY, column.type.to_bytes(said(column, 1)), sealed.about))
    for sealed in COLUMNS:
        column = sealed.table.c[sealed.name]
        assert read(sessions, sealed) == [said(column, 1), said(column, 2)]
        with sessions.begin() as session:
            put_raw(session, sealed, 1, former(KEY, b"{}", "members.another"))
        with pytest.raises(Unreadable, match=f"{sealed.about} of row 1"):
            read(sessions, sealed)


def test_a_value_without_its_row_is_not_written(sessions: Sessions) -> None:
    with pytest.raises(TypeError, match=r"members\.name: a value to be sealed must name its row"):
        SealedText("members.name").process_bind_param("見本 葵", sessions.engine.dialect)
    assert SealedText("members.name").process_bind_param(InRow(1, None), sessions.engine.dialect) is None


def test_a_value_is_opened_for_the_row_that_it_was_read_with(sessions: Sessions) -> None:
    """Through an alias, a join, a label and a whole object, also where the joined row is missing."""
    by = select(Member.id).subquery()
    with sessions.begin() as session:
        fill(session)
    with sessions.reading() as session:
        whole = session.execute(select(Declaration).order_by(Declaration.id)).scalars().all()
        assert [one.what for one in whole] == ["1", "2"]
        joined = (
            select(Declaration.note, Member.name.label("whose"))
            .outerjoin(Member, (Member.id == Declaration.member_id) & (Member.id == 2))
            .order_by(Declaration.id)
        )
        assert [tuple(row) for row in session.execute(joined)] == [("1", None), ("2", "2")]
        assert session.execute(select(by)).scalars().all() == [1, 2]
