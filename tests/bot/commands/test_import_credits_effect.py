"""The report of an import of credits is its effect: for generated files with every fault in one row of a hundred."""

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest

from content.importing.report import Outcome, State
from storage.engine.sessions import Sessions
from storage.engine.statements import update_row
from storage.tables import Member
from tests.bot.commands.credits_file import LINE, PastDesk, line, table
from tests.sizes import SOAK

ROWS, MEMBERS = (170_000, 5_000) if SOAK else (500, 40)
FAULTS: Mapping[str, Callable[[dict[str, str]], dict[str, str]]] = {
    "an unknown member": lambda row: row | {"member_id": "2999999999"},
    "a lost zero": lambda row: row | {"member_id": row["member_id"][1:]},
    "a day ahead": lambda row: row | {"day": "2099-01-01"},
    "before the programme": lambda row: row | {"day": "1980-01-01"},
    "before the birth": lambda row: row | {"day": "1988-01-01", "member_id": "1000000001"},
    "no day": lambda row: row | {"day": "2025-02-30"},
    "no title": lambda row: row | {"title": ""},
    "a title that can't be printed": lambda row: row | {"title": "研修☺"},
    "a formula": lambda row: row | {"organiser": "=A1"},
    "no kind": lambda row: row | {"kind": "勉強会"},
    "no code": lambda row: row | {"code": "99"},
    "a third of a credit": lambda row: row | {"credits": "0.3"},
    "no credit": lambda row: row | {"credits": "0"},
    "no category": lambda row: row | {"category": "感染対策"},
    "neither yes nor no": lambda row: row | {"certifiable": "はい"},
    "no such content": lambda row: row | {"content": "nowhere"},
}
CODES = (1, 2, 3, 12, 19, 74)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(1 if SOAK else 2))
def test_the_report_is_what_happens_and_undoing_it_is_what_was(seed: int, past: PastDesk) -> None:
    pick = random.Random(seed)
    past.joins(MEMBERS)
    _born_late(past.sessions, past.members[0])
    assert past.imports(table(*(line(**_row(at)) for at in range(MEMBERS))))[0] == 0
    before, rows_before = past.sums(), past.rows()
    rows = [_row(at) for at in range(MEMBERS // 2, ROWS)]
    faulty = {at for at in range(MEMBERS, len(rows)) if pick.random() < len(FAULTS) / 100}
    said = [pick.choice([*FAULTS.values()])(one) if at in faulty else one for at, one in enumerate(rows)]
    twice = pick.sample([at for at in range(MEMBERS, len(rows)) if at not in faulty], 5)
    assert past.imports(table(*(line(**one) for one in [*said, *(said[at] for at in twice)])))[0] == 0
    after, told = past.sums(), past.report(2)
    new = [(one.member, one.after["source"]) for one in told if one.outcome is Outcome.NEW]
    assert sorted(new, key=str) == sorted(_contents(after) - _contents(before), key=str)
    assert past.tally(2)["refused"] == len(faulty) + len(twice)
    assert past.tally(2)["double"] == MEMBERS - MEMBERS // 2
    assert len(told) == len(said) + len(twice) + past.tally(2)["covered"]
    covered = {one.member for one in told if one.outcome is Outcome.COVERED}
    assert not covered & {one.member for one in told if one.outcome is Outcome.REFUSED}
    code, answer = past.undoes(2)
    assert (code, answer.splitlines()[-1]) == (0, f"Import 2 is taken back: {len(new):,} of {len(new):,}.")
    assert past.sums() == before
    assert past.rows() == rows_before + 2 * len(new)
    assert past.states() == [State.APPLIED, State.UNDONE]


def _row(number: int) -> dict[str, str]:
    """A credit of its own: no two rows have the same day and member."""
    pick = random.Random(number)
    day = date(2025, 12, 1) - timedelta(days=number // MEMBERS)
    return LINE | {
        "member_id": f"{1_000_000_001 + number % MEMBERS}",
        "day": f"{day:%Y/%m/%d}",
        "title": f"見本研修会 {number}",
        "kind": pick.choice(("研修会", "training", "lecture", "journal", "申告書")),
        "code": str(pick.choice(CODES)),
        "credits": pick.choice(("0.5", "1", "１．５", "2.0")),
        "complete_from": "2015-04-01",
    }


def _born_late(sessions: Sessions, member: int) -> None:
    """The first member was born after the day that a fault has."""
    with sessions.begin() as session:
        update_row(session, Member, member, {"birth_date": "1990-01-01"})


def _contents(sums: Mapping[int, tuple[tuple[object, ...], ...]]) -> set[tuple[int, object]]:
    return {(member, one[0]) for member, every in sums.items() for one in every if one[0] != "complete"}
