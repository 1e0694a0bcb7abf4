"""The report of a file of grants is its effect: for generated files with every fault in one row of a hundred."""

import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest

from content.importing.report import Outcome, State
from tests.bot.commands.grants_file import LINE, OTHER, GrantDesk, line, table
from tests.sizes import SOAK

ROWS, MEMBERS = (20_000, 5_000) if SOAK else (600, 150)
FAULTS: Mapping[str, Callable[[dict[str, str]], dict[str, str]]] = {
    "an unknown member": lambda row: row | {"member_id": "2999999999"},
    "a lost zero": lambda row: row | {"member_id": row["member_id"][1:]},
    "the officer's own": lambda row: row | {"member_id": "9000000002"},
    "another's MAMIS ID": lambda row: row | {"mamis_id": "M-0"},
    "a day ahead": lambda row: row | {"day": "2099-01-01"},
    "before the programme": lambda row: row | {"day": "1980-01-01"},
    "no day of the calendar": lambda row: row | {"day": "2025-02-30"},
    "no reason": lambda row: row | {"reason": ""},
    "a formula": lambda row: row | {"reason": "=A1"},
    "a lost character": lambda row: row | {"reason": "確認〓済み"},
    "no kind": lambda row: row | {"kind": "勉強会"},
    "no code": lambda row: row | {"code": "99"},
    "a third of a credit": lambda row: row | {"credits": "0.3"},
    "no such content": lambda row: row | {"content": "nowhere"},
    "a sample": lambda row: row | {"content": "sample"},
}


@pytest.mark.timeout(3600)
def test_the_report_is_what_happens_and_undoing_it_is_what_was(giving: GrantDesk) -> None:
    pick = random.Random(20261129)
    giving.joins(MEMBERS - 1)
    held = [_row(at) for at in range(MEMBERS // 5)]
    assert giving.sends(table(*(line(**one) for one in held)))[0] == 0
    before, rows_before = every(giving), giving.rows()
    rows = [_row(at) for at in range(ROWS)]
    faulty = {at for at in range(len(held), ROWS) if pick.random() < len(FAULTS) / 100}
    said = [pick.choice([*FAULTS.values()])(one) if at in faulty else one for at, one in enumerate(rows)]
    twice = pick.sample([at for at in range(len(held), ROWS) if at not in faulty], 5)
    assert giving.sends(table(*(line(**one) for one in [*said, *(said[at] for at in twice)])))[0] == 0
    told, after = giving.report(2), every(giving)
    new = {(one.member, str(one.after["source"])) for one in told if one.outcome is Outcome.NEW}
    assert new == after - before
    counted = {what: sum(one.outcome is what for one in told) for what in Outcome}
    assert counted[Outcome.REFUSED] == len(faulty) + len(twice)
    assert counted[Outcome.DOUBLE] == len(held)
    assert counted[Outcome.NEW] == len(new) == ROWS - len(held) - len(faulty)
    assert len(told) == ROWS + len(twice)
    assert len(giving.log("grant_credit")) == len(giving.letters()) == len(held) + len(new)
    proof = giving.proved()
    assert (proof.faults, proof.attested) == ([], len(held) + len(new))
    code, answer = giving.undoes(2)
    assert (code, answer.splitlines()[-1]) == (0, f"Import 2 is taken back: {len(new):,} of {len(new):,}.")
    assert every(giving) == before
    assert giving.rows() == rows_before + 2 * len(new)
    assert giving.states() == [State.APPLIED, State.UNDONE]
    assert len(giving.log("reverse_credit")) == len(new)
    assert giving.proved().faults == []
    assert giving.whole_log()


def every(giving: GrantDesk) -> set[tuple[int | None, str]]:
    """What stands, by member."""
    return {(member, source) for member in giving.members for source, _, _ in giving.standing(member)}


def _row(number: int) -> dict[str, str]:
    """Two contents for each member, and then something of its own."""
    pick = random.Random(number)
    member = {"member_id": f"{1_000_000_001 + number % MEMBERS}"}
    day = date(2026, 11, 20) - timedelta(days=number // MEMBERS)
    if number < 2 * MEMBERS:
        shown = ("hypertension", "insomnia")[number // MEMBERS]
        return LINE | member | {"content": shown, "day": f"{day:%Y/%m/%d}"}
    units = pick.choice(("0.5", "1", "１．５", "2.0"))
    return OTHER | member | {"title": f"見本学会 {number}", "credits": units, "day": f"{day}"}
