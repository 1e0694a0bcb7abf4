"""The report of an import is its effect: for generated files with every fault in one row of a hundred."""

import io
import random
from pathlib import Path

import pytest

from bot.commands.files import import_file
from bot.commands.files.import_file import How, Times
from tests.bot.commands.faulty_members import Later, first
from tests.bot.commands.members_file import Desk, line, of, table, undo
from tests.sizes import SEED, SOAK

ROWS = 170_000 if SOAK else 700


@pytest.mark.timeout(3600)
def test_the_report_is_what_happens_and_undoing_it_is_what_was(blank: Desk) -> None:
    pick = random.Random(SEED)
    former = first(ROWS)
    _import(blank, table(*(line(**one) for one in former)))
    before = of(blank.sessions)
    later = Later(former, pick)
    _import(blank, later.content)
    later.is_told(blank.sessions, 2, before)
    assert undo(blank, 2)[0] == 0
    assert of(blank.sessions) == before


def _import(desk: Desk, content: str) -> None:
    path = Path(desk.file)
    path.write_text(content)
    how = How(leave_out_refused=True)
    assert (
        import_file.run(desk.sessions, path, desk.now, io.StringIO(), times=Times(pause=lambda _: None), how=how) == 0
    )
