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
from storage.post import letters
from storage.post.letters import CLAIM, Letter
from storage.radio import reminders
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


def test_a_claim_that_ran_out_is_decided_by_kind(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        put(session, me, now)
        put(session, me, now, key=CertificatePaper(1))
    assert len(claim(sessions, now)) == 2
    again = claim(sessions, now + CLAIM + timedelta(seconds=1))
    assert [(letter.kind, letter.tries) for letter in again] == [("certificate", 2)]
    assert states(sessions) == ["unknown", "claimed"]


def test_a_settled_letter_stays_settled_and_a_postponed_one_comes_again(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        put(session, me, now)
        put(session, me, now, key=CertificatePaper(1))
    first, second = claim(sessions, now)
    later = now + timedelta(hours=1)
    with sessions.begin() as session:
        letters.settle(session, first.id, "sent", now, message_id=5)
        letters.postpone(session, second.id, later, "quiet hours")
    assert claim(sessions, later - timedelta(seconds=1)) == []
    assert [letter.id for letter in claim(sessions, later)] == [second.id]
    assert states(sessions) == ["sent", "claimed"]


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


def test_what_was_taken_back_while_it_was_sent_does_not_come_again(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        assert reminders.ask(session, me, 5, now, now)
    (letter,) = claim(sessions, now)
    with sessions.begin() as session:
        assert reminders.take_back(session, me, 5, now)
    with sessions.begin() as session:
        letters.postpone(session, letter.id, now, "asked to wait")
    assert claim(sessions, now + CLAIM) == []
    assert states(sessions) == ["dropped"]
