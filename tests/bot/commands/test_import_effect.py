"""The report of an import is its effect: for generated files with every fault in one row of a hundred."""

import io
import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.commands.files import import_file
from bot.commands.files.import_file import How, Times
from content.importing.member_record import FIELDS
from content.importing.report import Outcome
from storage.importing import listing
from tests.bot.commands.members_file import LINE, Desk, Record, line, of, table, undo
from tests.sizes import SOAK

ROWS = 170_000 if SOAK else 700
FAULTS: Mapping[str, Callable[[dict[str, str]], dict[str, str]]] = {
    "a lost zero": lambda row: row | {"member_id": row["member_id"].lstrip("0")},
    "no name": lambda row: row | {"name": ""},
    "a formula": lambda row: row | {"kana": "=A1"},
    "a lost character": lambda row: row | {"name": "見本 〓"},
    "no day": lambda row: row | {"birth_date": "1999-02-30"},
    "a day with two digits": lambda row: row | {"birth_date": "72/2/4"},
    "no address": lambda row: row | {"email": "aoi"},
    "neither yes nor no": lambda row: row | {"can_earn": "はい"},
    "an ID of somebody else": lambda row: row | {"mamis_id": "M1"},
    "what can't be printed": lambda row: row | {"registry_no": "☺"},
}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(1 if SOAK else 3))
def test_the_report_is_what_happens_and_undoing_it_is_what_was(seed: int, blank: Desk) -> None:
    pick = random.Random(seed)
    former = [_row(at) for at in range(1, ROWS + 1)]
    _import(blank, former)
    before = of(blank)
    rows = [_changed(one, pick) for one in former[ROWS // 50 :]] + [_row(ROWS + at) for at in range(1, ROWS // 20)]
    faulty = {at for at in range(1, len(rows)) if pick.random() < len(FAULTS) / 100}
    _import(blank, [pick.choice([*FAULTS.values()])(one) if at in faulty else one for at, one in enumerate(rows)])
    after = of(blank)
    told = _told(blank, 2)
    assert told[Outcome.CHANGED] == {no: row for no, row in after.items() if no in before and before[no] != row}
    assert told[Outcome.NEW] == {no: row for no, row in after.items() if no not in before}
    assert len(told[Outcome.REFUSED]) == len(faulty)
    gone = set(before) - {one["member_id"] for at, one in enumerate(rows) if at not in faulty}
    assert set(told[Outcome.MISSING]) <= gone
    assert undo(blank, 2)[0] == 0
    assert of(blank) == before


def _row(number: int) -> dict[str, str]:
    return LINE | {"member_id": f"{number:010}", "mamis_id": f"M{number}", "name": f"見本 {number}"}


def _changed(row: dict[str, str], pick: random.Random) -> dict[str, str]:
    """A third of the rows says something else."""
    return row | pick.choice([{}, {}, {}, {"name": "見本 蒼"}, {"email": ""}, {"can_earn": "0", "kana": "ミホン"}])


def _import(desk: Desk, rows: list[dict[str, str]]) -> None:
    path = Path(desk.file)
    path.write_text(table(*(line(**one) for one in rows)))
    how = How(leave_out_refused=True)
    assert (
        import_file.run(desk.sessions, path, desk.now, io.StringIO(), times=Times(pause=lambda _: None), how=how) == 0
    )


def _told(desk: Desk, number: int) -> Mapping[Outcome, Record]:
    """By outcome what the report says that each member has after it; of the refused ones their lines."""
    found: dict[Outcome, dict[str, tuple[object, ...]]] = {one: {} for one in Outcome}
    now = of(desk)
    with desk.sessions.reading() as session:
        for one in listing.named(session, number):
            row = dict(zip(FIELDS, now.get(one.member_no, ()), strict=False)) | dict(one.row.after)
            key = str(one.row.line) if one.row.outcome is Outcome.REFUSED else one.member_no
            found[one.row.outcome][key] = tuple(row.get(name) for name in FIELDS)
    return found
