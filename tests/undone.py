"""What on record waits for the running machine, told by one look: each of its parts would take several of its own."""

from functools import cache

from sqlalchemy import Dialect, exists, select
from sqlalchemy.orm import Session

from content.exporting.export import State as ExportState
from content.importing.report import State as ImportState
from storage.engine import jobs
from storage.post.waiting import OPEN
from storage.tables import Export, Import, Job, Letter

LOOK = "/* how far the machine is */"
"""Tests that listen to the product's statements know this one by it."""
_UNDONE = select(
    exists().where(OPEN).select_from(Letter),
    exists().where(Job.state.in_(jobs.OPEN))
    | exists().where(Import.state == ImportState.QUEUED.value)
    | exists().where(Export.state == ExportState.QUEUED.value),
).prefix_with(LOOK)


def undone(session: Session) -> tuple[bool, bool]:
    """Whether there may be a letter to be sent, now or later; and whether a job is to be gone on with, or to begin."""
    connection = session.connection()
    letters, work = connection.exec_driver_sql(_text(connection.dialect)).one()
    return bool(letters), bool(work)


@cache
def _text(dialect: Dialect) -> str:
    """The look as a text: it is the most frequent statement of all tests."""
    return str(_UNDONE.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
