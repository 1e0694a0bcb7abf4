"""The log of staff: what it keeps, and that nobody changes it unseen."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from storage import stafflog
from storage.cipher import Cipher
from storage.logproof import Finding, Wrong, verify
from storage.sessions import Sessions
from storage.stafflog import Head
from tests import samples

TRIGGERS = {
    "sqlite": ("DROP TRIGGER staff_acts_update", "DROP TRIGGER staff_acts_delete"),
    "postgresql": ("DROP TRIGGER staff_acts_kept ON staff_acts",),
}


@pytest.fixture
def people(sessions: Sessions, now: datetime) -> tuple[int, int]:
    """A member of staff and a member."""
    with sessions.begin() as session:
        return samples.member(session, now, no="1000000001"), samples.member(session, now, no="1000000002")


@pytest.fixture
def heads(sessions: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime) -> list[Head]:
    """Six acts, the last without a member; their heads."""
    return [act(sessions, cipher, people, now, f"why {number}", alone=number == 6) for number in range(1, 7)]


def act(
    sessions: Sessions, cipher: Cipher, people: tuple[int, int], at: datetime, why: str, *, alone: bool = False
) -> Head:
    staff_id, member_id = people
    with sessions.begin() as session:
        return stafflog.write(
            session,
            cipher,
            staff_id=staff_id,
            member_id=None if alone else member_id,
            act="lift_lock",
            why=why,
            before={"locked": True},
            after={"locked": False},
            at=at,
        )


def verified(sessions: Sessions, cipher: Cipher, heads: list[Head]) -> list[Finding]:
    with sessions.reading() as session:
        return verify(session, cipher, heads)


def tamper(sessions: Sessions, *statements: str) -> None:
    """As one who has every right on the database, and not the data key."""
    with sessions.begin() as session:
        for statement in (*TRIGGERS[sessions.kind], *statements):
            session.execute(text(statement))


def row(number: int, wrong: Wrong) -> Finding:
    return Finding(number, number, wrong)


def test_an_act_is_read_back(sessions: Sessions, people: tuple[int, int], heads: list[Head], now: datetime) -> None:
    with sessions.reading() as session:
        latest, *_, first = stafflog.read(session)
        of_member = stafflog.read(session, member_id=people[1], below=5, limit=2)
    assert (first.number, first.at, first.staff_id, first.member_id) == (1, now, *people)
    assert (first.act, first.why, first.readable) == ("lift_lock", "why 1", True)
    assert (first.before, first.after) == ({"locked": True}, {"locked": False})
    assert (latest.number, latest.member_id, latest.why) == (6, None, "why 6")
    assert [entry.number for entry in of_member] == [4, 3]


def test_the_head_is_left_for_the_note_outside(
    sessions: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime
) -> None:
    act(sessions, cipher, people, now, "first")
    with sessions.begin() as session:
        head = stafflog.write(
            session, cipher, staff_id=None, member_id=people[1], act="grant_role", why="", before={}, after={}, at=now
        )
        assert session.info[stafflog.HEAD] == head == (2, head.mac)


def test_an_act_of_nobody_on_nobody(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session, pytest.raises(ValueError, match="no key"):
        stafflog.write(session, cipher, staff_id=None, member_id=None, act="x", why="", before={}, after={}, at=now)


def test_bodies_are_sealed(sessions: Sessions, heads: list[Head]) -> None:
    with sessions.reading() as session:
        bodies = [bytes(body) for body in session.execute(text("SELECT body FROM staff_acts")).scalars()]
    assert len(bodies) == 6
    assert not any(b"why" in body or b"locked" in body for body in bodies)


def test_an_act_that_is_rolled_back_leaves_no_gap(
    sessions: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime
) -> None:
    def fail(session: Session) -> None:
        stafflog.write(
            session, cipher, staff_id=people[0], member_id=None, act="x", why="", before={}, after={}, at=now
        )
        raise LookupError

    with pytest.raises(LookupError), sessions.begin() as session:
        fail(session)
    assert act(sessions, cipher, people, now, "kept").number == 1


def test_writers_at_once_number_their_acts_in_a_row(
    sessions: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime
) -> None:
    together = Barrier(4)

    def write(name: int) -> list[Head]:
        together.wait()
        return [act(sessions, cipher, people, now, f"{name} {again}") for again in range(8)]

    with ThreadPoolExecutor(4) as threads:
        heads = [head for written in threads.map(write, range(4)) for head in written]
    assert sorted(head.number for head in heads) == list(range(1, 33))
    assert verified(sessions, cipher, heads) == []


def test_the_database_itself_refuses_changes(sessions: Sessions, heads: list[Head]) -> None:
    for statement in ("UPDATE staff_acts SET act = 'other' WHERE number = 2", "DELETE FROM staff_acts"):
        with pytest.raises(Exception, match="append-only"), sessions.begin() as session:
            session.execute(text(statement))


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


def test_removed_last_rows_are_seen_from_outside_alone(sessions: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    tamper(sessions, "DELETE FROM staff_acts WHERE number > 4")
    assert verified(sessions, cipher, []) == []
    assert verified(sessions, cipher, heads[-1:]) == [Finding(5, 6, Wrong.MISSING)]


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


@pytest.fixture
def erased(sessions: Sessions, people: tuple[int, int], heads: list[Head]) -> Sessions:
    with sessions.begin() as session:
        stafflog.erase_key(session, people[1])
    return sessions


def test_an_erased_key_leaves_the_chain(erased: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    assert verified(erased, cipher, heads) == []
    with erased.reading() as session:
        entries = stafflog.read(session)
    assert [entry.readable for entry in entries] == [True, False, False, False, False, False]
    assert (entries[1].why, entries[1].before, entries[1].act) == ("", {}, "lift_lock")


def test_an_act_after_the_erasing_does_not_bring_back_what_was(
    erased: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime
) -> None:
    act(erased, cipher, people, now, "later")
    with erased.reading() as session:
        entries = stafflog.read(session, member_id=people[1])
    assert [entry.why for entry in entries] == ["later", "", "", "", "", ""]
