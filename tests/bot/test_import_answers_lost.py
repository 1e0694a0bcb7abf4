"""A step of an import was done, and the process died before it said so: nothing is left out, and nothing done twice."""

import itertools
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.import_steps import Steps
from content.importing.report import Kind, Outcome, State
from content.keys.jobs import ReadImport
from content.rules import Rulebook
from storage.engine import jobs
from storage.engine.jobs import Held
from storage.engine.sessions import Sessions
from storage.files import parts
from storage.files.parts import Kept
from storage.importing import imports
from storage.tables import ImportRow
from tests import samples
from tests.bot.commands.members_file import many

ROWS = 60
TO_THE_END = 99


def sent(sessions: Sessions, now: datetime) -> Held[ReadImport]:
    """The job that makes the report of a file."""
    content = many(ROWS).encode()
    with sessions.begin() as session:
        file = parts.begin(session, now)
        for number, part in parts.cut(content):
            parts.add_part(session, file, number, part)
        kept = Kept(file, len(content), parts.print_of(content))
        parts.take(session, kept, None)
        by = samples.member(session, now, no="1999999999")
        imports.begin(session, Kind.MEMBERS, kept.print, now, by=by, file=file)
    with sessions.begin() as session:
        held = jobs.claim(session, [ReadImport], now)
    assert held is not None
    return held


def goes_on(sessions: Sessions, held: Held[Any], now: datetime, steps: int) -> Held[Any]:
    """A process does so many steps. It says nothing of the last one, unless all is done."""
    process = Steps(sessions, Rulebook(), lambda: now)
    for _ in range(steps):
        process.prepare(held, now)
        after = process.step(held, now).held
        if after.over:
            return after
        before, held = held, after
    return before


@pytest.mark.parametrize(("first", "second"), [*itertools.product(range(1, 5), repeat=2)])
def test_a_report_has_every_row_once(first: int, second: int, sessions: Sessions, now: datetime) -> None:
    held: Held[Any] = sent(sessions, now)
    for steps in (first, second, TO_THE_END):
        held = held if held.over else goes_on(sessions, held, now, steps)
    assert held.over
    with sessions.reading() as session:
        found = imports.sure(session, held.key.number)
        rows = session.execute(select(func.count(), func.count(ImportRow.line.distinct()))).one()
    # the member who is not in the file has a row, too
    assert (found.state, found.count(Outcome.NEW), tuple(rows)) == (State.READY, ROWS, (ROWS + 1, ROWS + 1))
