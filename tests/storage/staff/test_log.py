"""The log of staff: what it keeps, and what an erasing leaves of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.staff import log
from storage.staff.log import Head
from tests.storage.acting import act, verified


def test_an_act_is_read_back(sessions: Sessions, people: tuple[int, int], heads: list[Head], now: datetime) -> None:
    with sessions.reading() as session:
        latest, *_, first = log.read(session)
        of_member = log.read(session, member_id=people[1], below=5, limit=2)
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
        head = log.write(
            session, cipher, staff_id=None, member_id=people[1], act="grant_role", why="", before={}, after={}, at=now
        )
        assert session.info[log.HEAD] == head == (2, head.mac)


def test_an_act_of_nobody_on_nobody(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session, pytest.raises(ValueError, match="no key"):
        log.write(session, cipher, staff_id=None, member_id=None, act="x", why="", before={}, after={}, at=now)


def test_bodies_are_sealed(sessions: Sessions, heads: list[Head]) -> None:
    with sessions.reading() as session:
        bodies = [bytes(body) for body in session.execute(text("SELECT body FROM staff_acts")).scalars()]
    assert len(bodies) == 6
    assert not any(b"why" in body or b"locked" in body for body in bodies)


def test_an_act_that_is_rolled_back_leaves_no_gap(
    sessions: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime
) -> None:
    def fail(session: Session) -> None:
        log.write(session, cipher, staff_id=people[0], member_id=None, act="x", why="", before={}, after={}, at=now)
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


@pytest.fixture
def erased(sessions: Sessions, people: tuple[int, int], heads: list[Head], now: datetime) -> Sessions:
    with sessions.begin() as session:
        head = log.erase_key(
            session, sessions.cipher, staff_id=people[0], member_id=people[1], why="on request", at=now
        )
        assert session.info[log.HEAD] == head == (7, head.mac)
    return sessions


def test_an_erased_key_leaves_the_chain(erased: Sessions, cipher: Cipher, heads: list[Head]) -> None:
    assert verified(erased, cipher, heads) == []
    with erased.reading() as session:
        entries = log.read(session)
    assert [entry.readable for entry in entries] == [True, True, False, False, False, False, False]
    assert (entries[2].why, entries[2].before, entries[2].act) == ("", {}, "lift_lock")


def test_the_erasing_is_an_act_of_the_log(erased: Sessions, people: tuple[int, int]) -> None:
    with erased.reading() as session:
        entry = log.read(session)[0]
    assert (entry.act, entry.staff_id, entry.member_id, entry.why) == (log.ERASE_KEY, *people, "on request")
    assert (entry.before, entry.after) == ({"key": True}, {"key": False})


def test_a_key_is_erased_again(erased: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime) -> None:
    act(erased, cipher, people, now, "later")
    with erased.begin() as session:
        log.erase_key(session, cipher, staff_id=None, member_id=people[1], why="again", at=now)
    assert verified(erased, cipher, []) == []
    with erased.reading() as session:
        assert [entry.why for entry in log.read(session, member_id=people[1], limit=3)] == ["again", "", ""]


def test_a_member_of_whom_nothing_was_written_is_erased(
    sessions: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime
) -> None:
    with sessions.begin() as session:
        log.erase_key(session, cipher, staff_id=None, member_id=people[1], why="", at=now)
    with sessions.reading() as session:
        assert log.read(session)[0].before == {"key": False}
    assert verified(sessions, cipher, []) == []


def test_acts_and_erasures_at_once_are_whole(
    sessions: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime
) -> None:
    """Some write on a member whom others erase: nobody waits for another who waits for the first, and every act after
    the last erasure can be read.
    """
    together = Barrier(4)

    def works(number: int) -> None:
        together.wait()
        for again in range(6):
            if number % 2:
                act(sessions, cipher, people, now, f"{number} {again}")
                continue
            with sessions.begin() as session:
                log.erase_key(session, cipher, staff_id=people[0], member_id=people[1], why="", at=now)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(works, range(4)))
    assert verified(sessions, cipher, []) == []
    with sessions.reading() as session:
        entries = log.read(session)
    last = max(entry.number for entry in entries if entry.act == log.ERASE_KEY)
    assert len(entries) == 24
    assert {entry.readable for entry in entries if entry.number >= last} == {True}
    assert {entry.readable for entry in entries if entry.number < last} == {False}


def test_an_act_after_the_erasing_does_not_bring_back_what_was(
    erased: Sessions, cipher: Cipher, people: tuple[int, int], now: datetime
) -> None:
    act(erased, cipher, people, now, "later")
    with erased.reading() as session:
        entries = log.read(session, member_id=people[1])
    assert [entry.why for entry in entries] == ["later", "on request", "", "", "", "", ""]
