"""What is looked up by a keyed hash is found under every data key, made once under any, and compared when found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from content.declarations.evidence import Added
from content.importing.member_record import MemberRecord
from storage.declarations import cases, evidence
from storage.engine.base import Base
from storage.engine.cipher import Cipher, Unreadable
from storage.engine.keyed import KeyNotGiven
from storage.engine.sessions import Sessions
from storage.people import blocked, chats, codes, guards, ids, members
from storage.people.members import BadMember, Put
from storage.staff import search
from storage.tables import Certificate, Chat, DataKey, Evidence, Guard, Member
from storage.trainings import checkin
from tests.conftest import NOW
from tests.snapshot import snapshot
from tests.storage.certificates.test_certificates import ask, facts
from tests.storage.declaring import Declarer
from tests.storage.keys import NEW, NEW_OLD, OLD, OLD_NEW, opened
from tests.storage.racing import meanwhile

AOI = MemberRecord("1000000001", "青井 遥", date(1972, 2, 4), "m20260001")
UEDA = MemberRecord("1000000002", "上田 実", date(1980, 5, 6), "m20260002")
BOTH = pytest.mark.parametrize("later", [NEW_OLD, OLD_NEW], ids=["new,old", "old,new"])


def count(session: Session, table: type[Base]) -> int:
    return len(session.execute(select(table)).all())


def account(session: Session, cipher: Cipher, typed: str) -> members.Account:
    return members.account(session, cipher, typed, member_no=True, mamis_id=True)


@BOTH
def test_members_of_the_former_key_are_the_same_members(sessions: Sessions, now: datetime, later: Cipher) -> None:
    with sessions.begin() as session:
        members.put(session, OLD, AOI, now)
        known = account(session, OLD, AOI.member_no)
        code = codes.give(session, OLD, known.id, now + timedelta(days=1))
    with opened(sessions, later) as other, other.begin() as session:
        assert members.put(session, later, AOI, now) is Put.SAME
        assert members.put(session, later, replace(AOI, email="a@example.org"), now) is Put.CHANGED
        assert members.put(session, later, UEDA, now) is Put.NEW
        for typed in (AOI.member_no, AOI.mamis_id):
            assert account(session, later, typed).id == known.id
            assert search.by_id(session, later, typed) == known.id
        assert ids.by_numbers(session, later, ["１０００００ ０００１", "4711"]) == {
            "１０００００ ０００１": (known.id, True)
        }
        with pytest.raises(BadMember, match="another member"):
            members.put(session, later, replace(UEDA, mamis_id=AOI.mamis_id), now)
        assert codes.is_good(account(session, later, AOI.member_no), later, code, now)
        assert count(session, Member) == 2


@BOTH
def test_what_is_new_is_found_by_those_who_were_given_the_keys_in_another_order(
    sessions: Sessions, now: datetime, later: Cipher
) -> None:
    former = OLD_NEW if later is NEW_OLD else NEW_OLD
    with opened(sessions, later) as other, other.begin() as session:
        members.put(session, later, AOI, now)
        chat = chats.meet(session, later, 7, "ja", now)
    with opened(sessions, former) as other, other.begin() as session:
        assert members.put(session, former, AOI, now) is Put.SAME
        assert chats.meet(session, former, 7, "ja", now).id == chat.id
        blocked.lost_by(session, former, 7)
        assert not chats.by_id(session, chat.id).reachable


def _meet(session: Session, cipher: Cipher, now: datetime) -> None:
    chats.meet(session, cipher, 7, "ja", now)


def _import(session: Session, cipher: Cipher, now: datetime) -> None:
    members.put(session, cipher, AOI, now)


def _ask(session: Session, cipher: Cipher, now: datetime) -> None:
    ask(session, cipher, 1, facts(), now)


def _fail(session: Session, cipher: Cipher, now: datetime) -> None:
    guards.fail(session, [guards.of_person(cipher, 7)], now)


@pytest.mark.parametrize(
    ("act", "table"),
    [(_meet, Chat), (_import, Member), (_ask, Certificate), (_fail, Guard)],
    ids=lambda one: one.__name__,
)
def test_two_at_once_with_the_keys_in_another_order_make_one(
    sessions: Sessions, now: datetime, act: Callable[[Session, Cipher, datetime], None], table: type[Base]
) -> None:
    if act is _ask:
        with sessions.begin() as session:
            members.put(session, OLD, AOI, now)
    with opened(sessions, NEW_OLD) as one, opened(sessions, OLD_NEW) as two:
        _, late = meanwhile(one, lambda its: act(its, NEW_OLD, now), lambda its: act(its, OLD_NEW, now), two)
        late.result()
    with sessions.reading() as session:
        assert session.execute(text(f"SELECT count(*) FROM {table.__tablename__}")).scalar_one() == 1


@BOTH
def test_a_certificate_asked_for_again_is_the_same(sessions: Sessions, now: datetime, later: Cipher) -> None:
    with sessions.begin() as session:
        members.put(session, OLD, AOI, now)
        first = ask(session, OLD, 1, facts(), now)
    with opened(sessions, later) as other, other.begin() as session:
        assert ask(session, later, 1, facts(issued_on=date(2026, 11, 23)), now) == first
        assert ask(session, later, 1, facts("吉野 高子"), now) != first


@BOTH
def test_a_file_of_the_former_key_is_known(sessions: Sessions, now: datetime, later: Cipher) -> None:
    before = Declarer(sessions)
    first = before.submits()
    with opened(sessions, later) as other:
        after = Declarer.__new__(Declarer)
        after.__dict__ |= before.__dict__ | {"sessions": other}
        second = after.begins().id
        assert after.adds(second) is Added.NEW
        assert after.adds(second) is Added.SAME
        with other.begin() as session:
            assert evidence.same_files(session, after.id, second) == {first.id}
            alike = cases.filed(session, first.id).alike
    assert not alike  # a draft is not shown to staff


@BOTH
def test_failures_count_on_under_another_key(sessions: Sessions, now: datetime, later: Cipher) -> None:
    with sessions.begin() as session:
        members.put(session, OLD, AOI, now)
        tried = guards.attempt(OLD, 42, AOI.member_no)
        for _ in range(4):
            guards.fail(session, tried.counted, now)
        wrong = checkin.gate_of(OLD, 1)
        guards.fail(session, [wrong] * 4, now)
    with opened(sessions, later) as other, other.begin() as session:
        tried = guards.attempt(later, 42, account(session, later, AOI.mamis_id).guarded)
        assert guards.may_try(session, tried, now) == now
        assert guards.fail(session, tried.counted, now) == now + timedelta(minutes=1)
        assert guards.fail(session, [checkin.gate_of(later, 1)], now) == now + timedelta(minutes=1)
        assert guards.member_until(session, 1, now) == now + timedelta(minutes=1)
        assert count(session, Guard) == 5
        guards.succeed(session, later, 42, 1, now)
        assert guards.may_try(session, tried, now) == now


def test_a_process_without_a_key_that_another_uses_makes_nothing(sessions: Sessions, now: datetime) -> None:
    """It can't know whether that row is there already."""
    with sessions.begin() as session:
        members.put(session, OLD, AOI, now)
        chats.meet(session, OLD, 7, "ja", now)
        session.execute(delete(DataKey))
        session.execute(insert(DataKey), [{"mark": one, "fingerprint": "", "added_at": now} for one in NEW_OLD.marks])
    before = snapshot(sessions)
    acts: list[Callable[[Session], Any]] = [
        lambda session: chats.meet(session, OLD, 8, "ja", now),
        lambda session: members.put(session, OLD, UEDA, now),
        lambda session: members.put(session, OLD, replace(AOI, mamis_id="x1"), now),
        lambda session: ask(session, OLD, 1, facts(), now),
    ]
    for act in acts:
        with pytest.raises(KeyNotGiven, match=NEW.marks[0]), sessions.begin() as session:
            act(session)
    assert snapshot(sessions) == before
    with sessions.begin() as session:
        assert chats.meet(session, OLD, 7, "ja", now).id == 1  # who is known goes on


EXCHANGED: dict[str, Callable[[Session], Any]] = {
    "members.member_no_key": lambda session: account(session, OLD, AOI.member_no),
    "members.mamis_key": lambda session: account(session, OLD, AOI.mamis_id),
    "chats.telegram_key": lambda session: chats.meet(session, OLD, 7, "ja", NOW),
}


@pytest.mark.parametrize("place", EXCHANGED)
def test_exchanged_hashes_find_nobody_else(sessions: Sessions, now: datetime, place: str) -> None:
    with sessions.begin() as session:
        for record, telegram_id in ((AOI, 7), (UEDA, 8)):
            members.put(session, OLD, record, now)
            chats.meet(session, OLD, telegram_id, "ja", now)
        exchange(session, *place.split("."))
    with pytest.raises(Unreadable, match="row 2"), sessions.begin() as session:
        EXCHANGED[place](session)
    for record in (AOI, UEDA):
        if place.startswith("members"):
            with pytest.raises(Unreadable), sessions.begin() as session:
                members.put(session, OLD, record, now)
            typed = record.mamis_id if "mamis" in place else record.member_no
            with pytest.raises(Unreadable), sessions.begin() as session:
                search.by_id(session, OLD, typed)


def test_exchanged_hashes_of_a_certificate_and_of_a_file_find_no_other(sessions: Sessions, now: datetime) -> None:
    declarer = Declarer(sessions)
    with sessions.begin() as session:
        ask(session, OLD, 1, facts(), now)
        ask(session, OLD, 1, facts("吉野 高子"), now)
        exchange(session, "certificates", "facts_key")
    with pytest.raises(Unreadable, match=r"certificates\.facts of row 2"), sessions.begin() as session:
        ask(session, OLD, 1, facts(), now)
    number = declarer.begins().id
    declarer.adds(number, b"one")
    declarer.adds(number, b"two")
    with sessions.begin() as session:
        exchange(session, "evidence", "content_key")
    with pytest.raises(Unreadable, match=r"evidence\.content of row 2"):
        declarer.adds(number, b"one")
    with sessions.reading() as session:
        assert count(session, Evidence) == 2


def exchange(session: Session, table: str, column: str) -> None:
    """The values of this column in the rows 1 and 2, each in the place of the other."""
    one, two = (
        session.execute(text(f"SELECT {column} FROM {table} WHERE id = {number}")).scalar_one() for number in (1, 2)
    )
    for number, value in ((1, "-"), (2, one), (1, two)):
        session.execute(text(f"UPDATE {table} SET {column} = :value WHERE id = {number}"), {"value": value})
