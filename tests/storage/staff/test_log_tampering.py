"""The log of staff: nobody changes it unseen."""

from datetime import datetime

import pytest
from sqlalchemy import text

from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.staff.log import Head
from storage.staff.log_check import Finding, Wrong
from tests.storage.acting import act, verified

TRIGGERS = {
    "sqlite": ("DROP TRIGGER staff_acts_update", "DROP TRIGGER staff_acts_delete"),
    "postgresql": ("DROP TRIGGER staff_acts_kept ON staff_acts",),
}


def tamper(sessions: Sessions, *statements: str) -> None:
    """As one who has every right on the database, and not the data key."""
    with sessions.begin() as session:
        for statement in (*TRIGGERS[sessions.kind], *statements):
            session.execute(text(statement))


def row(number: int, wrong: Wrong) -> Finding:
    return Finding(number, number, wrong)


def test_a_whole_log_proves_itself(sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    assert verified(sessions, cipher, []) == []
    assert verified(sessions, cipher, heads) == []
    assert verified(sessions, cipher, heads[:3]) == [], "a head that lags behind is no fault"


def test_an_empty_log(sessions: Sessions, cipher: Cipher) -> None:
    assert verified(sessions, cipher, []) == []
    assert verified(sessions, cipher, [Head(2, "ab")]) == [Finding(1, 2, Wrong.MISSING)]


@pytest.mark.parametrize(
    "change",
    [
        "act = 'viewed'",
        "staff_id = member_id",
        "staff_id = NULL",
        "member_id = NULL",
        "at = '2026-11-22 01:00:00.000001'",
        "body = (SELECT body FROM staff_acts WHERE number = 2)",
    ],
)
def test_a_changed_row(change: str, sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    tamper(sessions, f"UPDATE staff_acts SET {change} WHERE number = 3")
    assert verified(sessions, cipher, []) == [row(3, Wrong.CHANGED)]


def test_a_changed_seal(sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    tamper(sessions, "UPDATE staff_acts SET mac = 'ab' WHERE number = 6")
    assert verified(sessions, cipher, []) == [row(6, Wrong.CHANGED)]


@pytest.mark.parametrize("mac", ["", "é"])
def test_a_seal_that_is_none(mac: str, sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    tamper(sessions, f"UPDATE staff_acts SET mac = '{mac}' WHERE number = 3")
    assert verified(sessions, cipher, []) == [row(3, Wrong.CHANGED), row(4, Wrong.CHANGED)]


@pytest.mark.parametrize("change", ["at = 'never'", "body = 'text'", "act = CAST(x'ff' AS TEXT)"])
def test_a_row_that_can_not_even_be_read(change: str, sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    if sessions.kind == "postgresql":  # it holds columns to their types; this is as near as one comes
        change = "at = 'infinity'"
    tamper(sessions, f"UPDATE staff_acts SET {change} WHERE number = 3")
    assert verified(sessions, cipher, [])[0] == row(3, Wrong.CHANGED)


def test_a_removed_row(sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    tamper(sessions, "DELETE FROM staff_acts WHERE number IN (1, 3, 4)")
    assert verified(sessions, cipher, []) == [
        row(1, Wrong.MISSING),
        row(2, Wrong.UNPROVEN),
        Finding(3, 4, Wrong.MISSING),
        row(5, Wrong.UNPROVEN),
    ]


def test_a_removed_row_with_the_others_moved_up(sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    tamper(
        sessions,
        "DELETE FROM staff_acts WHERE number = 3",
        *(f"UPDATE staff_acts SET number = {number - 1} WHERE number = {number}" for number in (4, 5, 6)),
    )
    assert verified(sessions, cipher, []) == [row(number, Wrong.CHANGED) for number in (3, 4, 5)]


@pytest.mark.parametrize("kept", [5, 4, 0])
def test_removed_last_rows_are_seen_from_outside_alone(
    kept: int, sessions: Sessions, cipher: Cipher, heads: list[Head]
) -> None:
    tamper(sessions, f"DELETE FROM staff_acts WHERE number > {kept}")
    assert verified(sessions, cipher, []) == []
    assert verified(sessions, cipher, heads[-1:]) == [Finding(kept + 1, 6, Wrong.MISSING)]


def test_removed_last_rows_with_honest_ones_after(
    sessions: Sessions, cipher: Cipher, people: tuple[int, int], heads: list[Head], now: datetime
) -> None:
    tamper(sessions, "DELETE FROM staff_acts WHERE number > 4")
    later = [act(sessions, cipher, people, now, "after") for _ in range(3)]
    assert verified(sessions, cipher, [*heads, *later]) == [row(5, Wrong.OTHER), row(6, Wrong.OTHER)]


@pytest.mark.parametrize("number", [0, 7])
def test_an_inserted_row(number: int, sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    tamper(
        sessions,
        "INSERT INTO staff_acts (number, at, staff_id, member_id, act, body, mac)"
        f" SELECT {number}, at, staff_id, member_id, act, body, mac FROM staff_acts WHERE number = 6",
    )
    assert verified(sessions, cipher, heads) == [row(number, Wrong.CHANGED)]


def test_two_rows_exchanged(sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    tamper(
        sessions,
        "UPDATE staff_acts SET number = 99 WHERE number = 2",
        "UPDATE staff_acts SET number = 2 WHERE number = 3",
        "UPDATE staff_acts SET number = 3 WHERE number = 99",
    )
    assert row(2, Wrong.CHANGED) in verified(sessions, cipher, [])


def test_who_lacks_the_data_key_proves_nothing(sessions: Sessions, heads: list[Head]) -> None:
    other = Cipher([bytes(32)])
    assert len(verified(sessions, other, [])) == 6


def test_a_replaced_data_key_still_proves_what_was(
    sessions: Sessions, people: tuple[int, int], cipher: Cipher, heads: list[Head], now: datetime
) -> None:
    both = Cipher([bytes(32), bytes(range(32))])
    act(sessions, both, people, now, "under the new key")
    assert verified(sessions, both, heads) == []
