"""Failed logins in the record: they commit, survive, and are lifted. On both databases."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import NoResultFound

from content.access.guarding import LIMITS, Bucket
from content.importing.member_record import MemberRecord
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import guards, members
from storage.people.guards import STRANGERS

AOI = MemberRecord("1000000001", "青井 遥", date(1972, 2, 4))
ID = guards.Gate("id", ("a",))
OTHER_ID = guards.Gate("id", ("b",))


def failing(sessions: Sessions, gates: list[guards.Gate], times: int, at: datetime) -> datetime:
    until = at
    for _ in range(times):
        with sessions.begin() as session:
            until = guards.fail(session, gates, at)
    return until


def test_the_fifth_failure_waits_and_others_do_not(sessions: Sessions, now: datetime) -> None:
    assert failing(sessions, [ID], 4, now) == now
    assert failing(sessions, [ID], 1, now) == now + timedelta(minutes=1)
    with sessions.reading() as session:
        assert guards.until(session, [ID], now) == now + timedelta(minutes=1)
        assert guards.until(session, [OTHER_ID], now) == now
        assert guards.until(session, [ID, OTHER_ID], now) == now + timedelta(minutes=1)


def test_a_wait_that_is_over_is_none(sessions: Sessions, now: datetime) -> None:
    failing(sessions, [ID], 5, now)
    over = now + timedelta(minutes=1)
    before = over - timedelta(microseconds=1)
    with sessions.reading() as session:
        assert guards.until(session, [ID], before) == over
        assert guards.until(session, [ID], over) == over


def test_the_longest_wait_counts(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    person = guards.of_person(cipher, 42)
    failing(sessions, [person], 6, now)
    assert failing(sessions, [ID, person], 1, now) == now + timedelta(minutes=5)


def test_all_gates_of_a_try_must_be_open(sessions: Sessions, now: datetime) -> None:
    failing(sessions, [ID], 5, now)
    failing(sessions, [OTHER_ID], 6, now)
    with sessions.reading() as session:
        for gates in ([ID, OTHER_ID], [OTHER_ID, ID]):
            assert guards.until(session, gates, now) == now + timedelta(minutes=2)


def test_a_logged_in_member_who_mistypes_does_not_lock_the_own_id(
    sessions: Sessions, cipher: Cipher, now: datetime
) -> None:
    own, stranger = (guards.attempt(cipher, 42, "1000000001", own=is_own) for is_own in (True, False))
    failing(sessions, list(own.counted), 5, now)
    with sessions.reading() as session:
        assert guards.until(session, [own.id], now) == now
        assert guards.may_try(session, own, now) == now + timedelta(minutes=1)
    failing(sessions, list(stranger.counted), 5, now)
    with sessions.reading() as session:
        assert guards.until(session, [own.id], now) == now + timedelta(minutes=1)


def test_a_success_forgets_what_the_same_person_failed_with_the_same_id(
    sessions: Sessions, cipher: Cipher, now: datetime
) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, AOI, now)
        account = members.account(session, cipher, "1000000001", member_no=True, mamis_id=True)
    own, others = guards.attempt(cipher, 42, account.guarded), guards.attempt(cipher, 43, account.guarded)
    elsewhere = guards.attempt(cipher, 42, "unknown")
    for tried, times in ((own, 3), (others, 2), (elsewhere, 1)):
        failing(sessions, list(tried.counted), times, now)
    with sessions.begin() as session:
        guards.succeed(session, cipher, 42, account.id, now)
        found = session.execute(text("SELECT scope, failures FROM guards ORDER BY scope, failures")).all()
    assert found == [("id", 1), ("id", 2), ("pair", 1), ("pair", 2), ("person", 1), ("person", 2), ("strangers", 6)]


def test_no_id_and_no_person_in_clear(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        nobody = members.account(session, cipher, "1000000001", member_no=True, mamis_id=True)
    failing(sessions, [guards.of_id(cipher, nobody.guarded), guards.of_person(cipher, 987654321)], 1, now)
    with sessions.reading() as session:
        keys = "".join(session.execute(text("SELECT key FROM guards")).scalars())
    assert len(keys) == 2 * len(cipher.find("", ""))  # of the ID and of the person
    assert "1000000001" not in keys
    assert "987654321" not in keys


def test_staff_lift_the_lock_of_a_member(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, AOI, now)
        account = members.account(session, cipher, "1000000001", member_no=True, mamis_id=True)
    until = failing(sessions, [guards.of_id(cipher, account.guarded)], 11, now)
    with sessions.begin() as session:
        assert guards.member_until(session, account.id, now) == until == now + timedelta(hours=24)
        assert guards.lift(session, account.id)
        assert not guards.lift(session, account.id)
        assert guards.member_until(session, account.id, now) == now
    with sessions.begin() as session, pytest.raises(NoResultFound):
        guards.lift(session, account.id + 1)


def test_strangers_drain(sessions: Sessions, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMITS, "strangers", Bucket(holds=3, drains_every=timedelta(seconds=20)))
    assert failing(sessions, [STRANGERS], 3, now) == now
    assert failing(sessions, [STRANGERS], 1, now) == now + timedelta(seconds=20)
    assert failing(sessions, [STRANGERS], 1, now + timedelta(seconds=40)) == now + timedelta(seconds=40)
