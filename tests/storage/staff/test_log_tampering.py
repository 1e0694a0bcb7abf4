"""The log of staff, by the record alone: rows that fit no column, other data keys, heads that lag behind.

tests/bot/commands/test_log_attacks.py has the table of attacks.
"""

from datetime import datetime

import pytest
from sqlalchemy import text

from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.staff.log import Head
from storage.staff.log_finding import Finding, Wrong
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


def test_who_lacks_the_data_key_proves_nothing(sessions: Sessions, heads: list[Head]) -> None:
    other = Cipher([bytes(32)])
    assert len(verified(sessions, other, [])) == 6


def test_a_replaced_data_key_still_proves_what_was(
    sessions: Sessions, people: tuple[int, int], cipher: Cipher, heads: list[Head], now: datetime
) -> None:
    both = Cipher([bytes(32), bytes(range(32))])
    act(sessions, both, people, now, "under the new key")
    assert verified(sessions, both, heads) == []
