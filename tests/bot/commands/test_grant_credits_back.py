"""Grants by file as a whole: cut off half-way, stopped, done by two at once, and taken back row by row."""

import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from content.importing.report import State
from storage.privacy import erasing
from storage.tables import Credit, Import, ImportRow
from tests.bot.commands.grants_file import BACK, GrantDesk, line, other, table
from tests.sizes import todays

MANY = 45


def many(giving: GrantDesk, count: int = MANY) -> str:
    """A credit of its own in each row, of nine members in turn."""
    giving.joins(9 - len(giving.members))
    return table(*(other(member_id=f"100000000{at % 9 + 1}", title=f"見本集会 {at}") for at in range(count)))


class Dies(BaseException):
    """The end of a process."""


def dies_after(giving: GrantDesk, transactions: int) -> Callable[[float], None]:
    """Between two transactions, after so many since the first credit was written."""
    left = transactions

    def pause(_seconds: float) -> None:
        nonlocal left
        left -= giving.rows() > 0
        if left < 0:
            raise Dies

    return pause


@pytest.mark.parametrize("steps", todays(range(17), 4))
def test_a_process_that_dies_half_way_is_brought_to_its_end(steps: int, giving: GrantDesk) -> None:
    """Whether it dies while credits are written or while members are told: no credit and no letter is written twice,
    and no member hears of anything before all is granted.
    """
    content, going_on = many(giving), giving.pause
    giving.pause = dies_after(giving, steps)
    with pytest.raises(Dies):
        giving.sends(content)
    if giving.rows() < MANY:
        assert giving.due() == []
    giving.pause, giving.now = going_on, giving.now + timedelta(minutes=2)
    giving.sends(table(other(title="もう一つ")))
    assert (giving.rows(), giving.states()) == (MANY + 1, [State.APPLIED, State.APPLIED])
    assert len(giving.log("grant_credit")) == len(giving.letters()) == MANY + 1
    giving.now += timedelta(minutes=3)
    assert len(giving.due()) == MANY + 1
    assert giving.proved().faults == []
    assert giving.whole_log()


@pytest.mark.parametrize("steps", [1, 3])
def test_an_undoing_that_dies_half_way_is_brought_to_its_end(steps: int, giving: GrantDesk) -> None:
    giving.sends(many(giving))
    going_on, left = giving.pause, steps

    def dies(_seconds: float) -> None:
        nonlocal left
        left -= giving.rows() > MANY
        if left < 0:
            raise Dies

    giving.pause = dies
    with pytest.raises(Dies):
        giving.undoes(1)
    assert MANY < giving.rows() < 2 * MANY
    giving.pause, giving.now = going_on, giving.now + timedelta(minutes=2)
    giving.sends(table(other(title="もう一つ")))
    assert (giving.rows(), giving.states()) == (2 * MANY + 1, [State.UNDONE, State.APPLIED])
    assert {one.why for one in giving.log("reverse_credit")} == {BACK}
    assert giving.proved().faults == []


def test_a_member_erased_half_way_is_left_out_and_all_others_are_granted(giving: GrantDesk) -> None:
    content, left = many(giving), [1]

    def pause(_seconds: float) -> None:
        if left and giving.rows():
            with giving.sessions.begin() as session:
                erasing.erase(session, giving.sessions.cipher, giving.members[left.pop()], giving.now)

    giving.pause = pause
    assert giving.sends(content)[0] == 0
    giving.pause = lambda _seconds: None
    assert giving.states() == [State.APPLIED]
    others = [member for member in giving.members if member != giving.members[1]]
    assert {len(giving.standing(member)) for member in others} == {5}
    assert giving.undoes(1)[0] == 0
    assert not any(giving.standing(member) for member in others)
    assert giving.proved().faults == []


def test_step_by_step_the_last_rows_first_it_is_as_it_was(giving: GrantDesk) -> None:
    """Whatever was granted, in whatever order: each step back leaves exactly the credits of the rows before."""
    pick = random.Random(7)
    giving.joins(4)
    rows = [line(member_id=f"100000000{at}", content=one) for at in range(1, 6) for one in ("hypertension", "insomnia")]
    rows += [other(member_id=f"100000000{at}") for at in range(1, 6)]
    pick.shuffle(rows)
    giving.sends(table(*rows))
    order = [(one.member, one.after["source"]) for one in giving.report()]
    seen: list[int] = []

    def pause(_seconds: float) -> None:
        standing = {(member, source) for member in giving.members for source, _, _ in giving.standing(member)}
        assert standing == set(order[: len(standing)])
        seen.append(len(standing))

    giving.pause = pause
    assert giving.undoes(1)[0] == 0
    assert set(seen) == {15, 11, 7, 3, 0}


def test_the_reason_of_the_whole_is_kept_no_longer_than_it_is_needed(giving: GrantDesk) -> None:
    giving.sends(table(line(reason="")), reason="名簿で確認しました")
    with giving.sessions.reading() as session:
        assert session.execute(select(Import.reason)).scalars().all() == [None]
        raw = session.connection().exec_driver_sql("SELECT after FROM import_rows").scalar_one()
        (row,) = session.execute(select(ImportRow)).scalars()
        (credit,) = session.execute(select(Credit.id)).scalars()
    assert "名簿".encode() not in bytes(raw)
    assert (row.after or {})["why"] == "名簿で確認しました"
    assert (row.after or {})["credit"] == credit
    giving.undoes(1)
    with giving.sessions.reading() as session:
        assert session.execute(select(Import.reason)).scalars().all() == [None]


@pytest.mark.parametrize(("days", "taken_back"), [(30, True), (31, False)])
def test_it_can_be_taken_back_for_thirty_days(days: int, taken_back: bool, giving: GrantDesk) -> None:
    giving.sends(table(line()))
    giving.now += timedelta(days=days)
    assert (giving.undoes(1)[0] == 0, giving.standing() == []) == (taken_back, taken_back)


def test_the_letters_of_what_nobody_finishes_go_a_day_later(giving: GrantDesk) -> None:
    content = many(giving)
    giving.pause = dies_after(giving, 1)
    with pytest.raises(Dies):
        giving.sends(content)
    written = giving.rows()
    giving.now += timedelta(hours=23)
    assert giving.due() == []
    giving.now += timedelta(hours=1)
    assert len(giving.due()) == written > 0
