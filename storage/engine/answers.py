"""The ticks on a sheet: one row for each question. One statement checks that the sheet is open and writes the tick."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Executable, Integer, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.engine.base import Base, Moment
from storage.engine.statements import run

EVERY_BIT = 2**31 - 1  # all bits that PostgreSQL's signed integer has for choices


class Answers:
    """The answers of one kind of sheet: attempts at a self-assessment, or sheets of the journal.

    The table of answers has the sheet, the place (both are its key), `ticked` and `at`. The table of sheets has
    `member_id` and `state`.
    """

    def __init__(self, answers: type[Base], sheets: type[Base]) -> None:
        # statements on tables, not on mapped classes: with mapped rows a tap takes a third longer
        self._table, self._sheets = cast(Table, answers.__table__), cast(Table, sheets.__table__)
        self._sheet, self._place = self._table.primary_key.columns
        self._put = self._statements()
        self._of = select(self._sheet.label("sheet"), self._place.label("place"), self._table.c.ticked).where(
            self._sheet.in_(bindparam("sheets", expanding=True))
        )

    def put(
        self, session: Session, *, member_id: int, sheet_id: int, place: int, kept: int, added: int, at: datetime
    ) -> bool:
        """Keep the bits `kept` of what is ticked at this place, and add the bits `added`. False if nothing was written:
        the ticks were so already, or the sheet is not open or not the member's.
        """
        values = {"sheet": sheet_id, "member": member_id, "place": place, "kept": kept, "added": added, "at": at}
        return run(session, self._put, values) == 1

    def of(self, session: Session, sheet_id: int) -> Mapping[int, int]:
        """The ticks by place, without the places that were never answered."""
        return self.of_each(session, [sheet_id])[sheet_id]

    def of_each(self, session: Session, sheet_ids: Sequence[int]) -> Mapping[int, Mapping[int, int]]:
        """The same of several sheets, by one statement."""
        found: dict[int, dict[int, int]] = {sheet_id: {} for sheet_id in sheet_ids}
        if sheet_ids:
            for row in session.execute(self._of, {"sheets": sheet_ids}):
                found[row.sheet][row.place] = row.ticked
        return found

    def _statements(self) -> dict[str, Executable]:
        """An upsert for each database. It locks the sheet FOR SHARE, so that on PostgreSQL it waits for a grading that
        has not committed yet; otherwise it would tick a sheet that is about to be closed.
        """
        added: ColumnElement[int] = bindparam("added", type_=Integer)
        at: ColumnElement[datetime] = bindparam("at", type_=Moment)
        sheet = self._sheets.c
        fresh = (
            select(sheet.id, bindparam("place", type_=Integer), added, at)
            .where(sheet.id == bindparam("sheet"), sheet.member_id == bindparam("member"), sheet.state == "open")
            .with_for_update(read=True)
        )
        columns = [self._sheet.name, self._place.name, "ticked", "at"]
        ticked = self._table.c.ticked.op("&")(bindparam("kept", type_=Integer)).op("|")(added)
        change: Any = {
            "index_elements": columns[:2],
            "set_": {"ticked": ticked, "at": at},
            "where": self._table.c.ticked != ticked,
        }
        lite = sqlite.insert(self._table).from_select(columns, fresh)
        post = postgresql.insert(self._table).from_select(columns, fresh)
        return {
            "sqlite": lite.on_conflict_do_update(**change).execution_options(preserve_rowcount=True),
            "postgresql": post.on_conflict_do_update(**change).execution_options(preserve_rowcount=True),
        }
