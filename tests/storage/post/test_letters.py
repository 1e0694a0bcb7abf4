"""Letters: one for a slot, claimed by one, settled; a claim that ran out is decided by kind."""

import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
from content.keys.letters import CertificatePaper, ChapterDone, Unfinished
from storage.engine.sessions import Sessions
from storage.post import letters, waiting
from storage.post.letters import Letter
from storage.post.waiting import CLAIM
from storage.tables import Letter as Row
from tests.samples import member


def put(
    session: Session,
    member_id: int,
    at: datetime,
    key: LetterKey = Unfinished(1),  # noqa: B008  # a frozen value
    slot: str = "1",
    due_at: datetime | None = None,
) -> bool:
    return letters.put(session, member_id=member_id, key=key, slot=slot, at=at, due_at=due_at)


def claim(sessions: Sessions, at: datetime, limit: int = 20) -> Sequence[Letter[Any]]:
    with sessions.begin() as session:
        return letters.claim(session, at, limit=limit)


def states(sessions: Sessions) -> list[str]:
    with sessions.reading() as session:
        return list(session.execute(select(Row.state).order_by(Row.id)).scalars())


def test_one_letter_for_a_slot(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me, other = member(session, now), member(session, now, no="2")
        assert put(session, me, now)
        assert not put(session, me, now)
        assert put(session, me, now, slot="2")
        assert put(session, me, now, key=ChapterDone(1, 1))
        assert put(session, other, now)


@pytest.mark.parametrize(("after", "claimed"), [(-1, 0), (0, 1), (1, 1)])
def test_a_letter_is_claimed_when_it_is_due(sessions: Sessions, now: datetime, after: int, claimed: int) -> None:
    due = now + timedelta(hours=1)
    with sessions.begin() as session:
        put(session, member(session, now), now, due_at=due)
    assert len(claim(sessions, due + timedelta(seconds=after))) == claimed


def test_a_claimed_letter_is_claimed_by_nobody_else(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        put(session, member(session, now), now)
    assert len(claim(sessions, now)) == 1
    assert claim(sessions, now + CLAIM - timedelta(seconds=1)) == []


TWO_MINUTES = timedelta(minutes=2)


@pytest.mark.parametrize(("after", "claimed"), [(TWO_MINUTES, 0), (TWO_MINUTES + timedelta(microseconds=1), 1)])
def test_a_claim_lasts_two_minutes(sessions: Sessions, now: datetime, after: timedelta, claimed: int) -> None:
    """The figure itself: a shorter claim would end before the longest sending."""
    with sessions.begin() as session:
        put(session, member(session, now), now)
    assert len(claim(sessions, now)) == 1
    assert len(claim(sessions, now + after)) == claimed


def begin(sessions: Sessions, letter: Letter[Any], at: datetime) -> Letter[Any] | None:
    with sessions.begin() as session:
        return letters.begin_sending(session, letter, at)


@pytest.fixture
def two(sessions: Sessions, now: datetime) -> list[Letter[Any]]:
    """Two claimed letters: one that may come only once, and one that may come twice."""
    with sessions.begin() as session:
        me = member(session, now)
        put(session, me, now)
        put(session, me, now, key=CertificatePaper(1))
    return list(claim(sessions, now))


def test_a_claim_that_ran_out_before_the_sending_leaves_both_kinds_due(
    sessions: Sessions, now: datetime, two: list[Letter[Any]]
) -> None:
    assert claim(sessions, now + CLAIM) == []
    again = claim(sessions, now + CLAIM + timedelta(microseconds=1))
    assert [letter.id for letter in again] == [letter.id for letter in two]
    assert [begin(sessions, letter, now + CLAIM) for letter in two] == [None, None]
    assert states(sessions) == ["claimed", "claimed"]


def test_a_sending_that_was_cut_off_is_decided_by_kind(
    sessions: Sessions, now: datetime, two: list[Letter[Any]]
) -> None:
    later = now + timedelta(minutes=1)
    begun = [begin(sessions, letter, later) for letter in two]
    assert [letter and letter.claimed_until for letter in begun] == [later + CLAIM] * 2
    assert claim(sessions, later + CLAIM) == []
    again = claim(sessions, later + CLAIM + timedelta(microseconds=1))
    assert [(letter.kind, letter.tries) for letter in again] == [("certificate", 2)]
    assert states(sessions) == ["unknown", "claimed"]


def test_whose_claim_ran_out_changes_nothing_any_more(
    sessions: Sessions, now: datetime, two: list[Letter[Any]]
) -> None:
    later = now + CLAIM + timedelta(seconds=1)
    others = claim(sessions, later)
    with sessions.begin() as session:
        for letter in two:
            assert not letters.settle(session, letter, "sent", later)
            assert not letters.postpone(session, letter, later, "asked to wait")
        assert letters.give_back(session, two) == 0
    assert states(sessions) == ["claimed", "claimed"]
    with sessions.begin() as session:
        assert all(letters.settle(session, letter, "sent", later) for letter in others)
    assert states(sessions) == ["sent", "sent"]


def test_that_it_was_sent_is_known_though_another_gave_it_up(
    sessions: Sessions, now: datetime, two: list[Letter[Any]]
) -> None:
    begun = begin(sessions, two[0], now)
    assert begun is not None
    claim(sessions, now + CLAIM + timedelta(seconds=1))
    assert states(sessions)[0] == "unknown"
    with sessions.begin() as session:
        assert not letters.settle(session, begun, "failed", now)
        assert letters.settle(session, begun, "sent", now, message_id=5)
    assert states(sessions)[0] == "sent"


def test_only_what_nobody_began_to_send_is_given_back(
    sessions: Sessions, now: datetime, two: list[Letter[Any]]
) -> None:
    begun = begin(sessions, two[1], now)
    assert begun is not None
    with sessions.begin() as session:
        assert letters.give_back(session, [two[0], begun]) == 1
    assert states(sessions) == ["waiting", "sending"]
    assert [(letter.id, letter.tries) for letter in claim(sessions, now)] == [(two[0].id, 1)]


def test_a_settled_letter_stays_settled_and_a_postponed_one_comes_again(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        put(session, me, now)
        put(session, me, now, key=CertificatePaper(1))
    first, second = claim(sessions, now)
    later = now + timedelta(hours=1)
    with sessions.begin() as session:
        letters.settle(session, first, "sent", now, message_id=5)
        letters.postpone(session, second, later, "quiet hours")
    assert claim(sessions, later - timedelta(seconds=1)) == []
    assert [letter.id for letter in claim(sessions, later)] == [second.id]
    assert states(sessions) == ["sent", "claimed"]


@pytest.mark.parametrize(("counts", "tries"), [(False, [1, 1, 1]), (True, [1, 2, 3])])
def test_a_postponed_letter_tells_how_many_tries_counted(
    sessions: Sessions, now: datetime, counts: bool, tries: list[int]
) -> None:
    with sessions.begin() as session:
        put(session, member(session, now), now)
    told = []
    for _ in range(3):
        (letter,) = claim(sessions, now)
        told.append(letter.tries)
        with sessions.begin() as session:
            assert letters.postpone(session, letter, now, "forbidden", counts=counts)
    assert told == tries


@pytest.mark.parametrize(("after", "late"), [(-1, ["1"]), (0, ["1", "2"]), (1, ["1", "2"])])
def test_only_what_is_due_by_now_is_late(sessions: Sessions, now: datetime, after: int, late: list[str]) -> None:
    """The letter "1" is claimed, "2" is due in an hour, "3" tomorrow; "4" was sent before any of them was due."""
    due = {"1": now, "2": now + timedelta(hours=1), "3": now + timedelta(days=1), "4": now - timedelta(hours=1)}
    with sessions.begin() as session:
        me = member(session, now)
        assert (waiting.count_due(session, now), waiting.oldest_due(session, now)) == (0, None)
        for slot, when in due.items():
            put(session, me, now, slot=slot, due_at=when)
    sent, _ = claim(sessions, now)
    assert sent.slot == "4"
    moment = due["2"] + timedelta(microseconds=after)
    with sessions.begin() as session:
        assert letters.settle(session, sent, "sent", now, message_id=5)
        assert waiting.count_due(session, moment) == len(late)
        assert waiting.oldest_due(session, moment) == due["1"]
        assert waiting.oldest_due(session, now - timedelta(microseconds=1)) is None


def test_the_oldest_come_first_and_only_so_many(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        for hours in (3, 1, 2):
            put(session, me, now, slot=str(hours), due_at=now + timedelta(hours=hours))
    assert [letter.slot for letter in claim(sessions, now + timedelta(days=1), limit=2)] == ["1", "2"]


def test_two_that_claim_at_once_share_no_letter(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        for slot in range(40):
            put(session, me, now, slot=str(slot))
    claimed: list[int] = []
    barrier = threading.Barrier(4)

    def take() -> None:
        barrier.wait()
        claimed.extend(letter.id for letter in claim(sessions, now, limit=10))

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(claimed) == len(set(claimed))
    claimed.extend(letter.id for letter in claim(sessions, now, limit=40))
    assert sorted(claimed) == sorted(set(claimed))
    assert len(claimed) == 40
