"""Members imported, found, and what they may log in with. On both databases."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from content.importing.member_record import MemberRecord
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import codes, members
from storage.people.members import Account, BadMember, Put

AOI = MemberRecord(
    "1000000001",
    "𠮷野 髙子",
    date(1972, 2, 4),
    mamis_id="M2026-0001",
    kana="ヨシノ タカコ",
    registry_no="300001",
    prefecture="東京都",
    email="aoi@example.jp",
)


def find(session: Session, cipher: Cipher, typed: str, *, member_no: bool = True, mamis_id: bool = True) -> Account:
    return members.account(session, cipher, typed, member_no=member_no, mamis_id=mamis_id)


def test_a_record_is_new_then_the_same_then_changed(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    moved = replace(AOI, prefecture="大阪府", can_earn=False)
    with sessions.begin() as session:
        assert members.put(session, cipher, AOI, now) is Put.NEW
        assert members.put(session, cipher, AOI, now) is Put.SAME
        assert members.put(session, cipher, moved, now) is Put.CHANGED
    with sessions.reading() as session:
        found = session.execute(text("SELECT id FROM members")).scalars().all()
        person = members.person(session, found[0])
    assert len(found) == 1
    assert (person.name, person.prefecture, person.can_earn) == ("𠮷野 髙子", "大阪府", False)
    assert (person.birth_date, person.mamis_id, person.has_password) == (date(1972, 2, 4), "M2026-0001", False)


def test_importing_again_keeps_a_chosen_password(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, AOI, now)
        members.choose_password(session, find(session, cipher, "1000000001").id, "hash")
    with sessions.begin() as session:
        members.put(session, cipher, replace(AOI, birth_date=date(1972, 2, 5)), now)
        account = find(session, cipher, "1000000001")
    assert account.password_hash == "hash"
    assert not members.is_initial(account, "720205")


def test_nothing_personal_stands_in_clear(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, AOI, now)
        row = session.execute(text("SELECT * FROM members")).one()
    kept = b"|".join(bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in row)
    assert cipher.find(AOI.member_no, "members.member_no").encode() in kept
    for fact in (AOI.member_no, AOI.mamis_id, AOI.name, AOI.kana, "1972-02-04", AOI.registry_no, "東京都", AOI.email):
        assert fact.encode() not in kept


@pytest.mark.parametrize(
    ("typed", "member_no", "mamis_id", "known"),
    [
        ("1000000001", True, True, True),
        ("1000000001", True, False, True),
        ("1000000001", False, True, False),
        ("m20260001", True, True, True),
        ("m20260001", False, True, True),
        ("m20260001", True, False, False),
        ("1000000002", True, True, False),
    ],
)
def test_found_by_the_ids_that_are_taken(
    sessions: Sessions, cipher: Cipher, now: datetime, typed: str, member_no: bool, mamis_id: bool, known: bool
) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, AOI, now)
        assert bool(find(session, cipher, typed, member_no=member_no, mamis_id=mamis_id).id) is known


def test_both_ids_of_a_member_are_guarded_as_one(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        stranger = find(session, cipher, "1000000001")
        members.put(session, cipher, AOI, now)
        one, other = find(session, cipher, "1000000001"), find(session, cipher, "m20260001")
    assert one == other
    assert stranger.guarded == one.guarded
    assert one.guarded == "1000000001"


def test_one_member_s_number_may_be_another_s_mamis_id(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    other = MemberRecord("2000000002", "白石 結子", date(1991, 6, 15), mamis_id="1000000001")
    with sessions.begin() as session:
        members.put(session, cipher, other, now)
        members.put(session, cipher, AOI, now)
        both = find(session, cipher, "1000000001")
        only_mamis = find(session, cipher, "1000000001", member_no=False)
    assert both.initial == "720204"
    assert only_mamis.initial == "910615"


@pytest.mark.parametrize(
    ("record", "why"),
    [
        (replace(AOI, member_no=""), "member ID"),
        (replace(AOI, member_no="会員"), "member ID"),
        (replace(AOI, member_no="1000000003", mamis_id="エム"), "MAMIS ID"),
        (replace(AOI, member_no="1000000003", mamis_id="m2026 0001"), "another member"),
    ],
)
def test_bad_records(sessions: Sessions, cipher: Cipher, now: datetime, record: MemberRecord, why: str) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, AOI, now)
        with pytest.raises(BadMember, match=why):
            members.put(session, cipher, record, now)
        assert session.execute(text("SELECT count(*) FROM members")).scalar_one() == 1


def test_a_mamis_id_may_be_given_later_and_taken_away(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, replace(AOI, mamis_id=""), now)
        assert not find(session, cipher, "m20260001").id
        members.put(session, cipher, AOI, now)
        assert find(session, cipher, "m20260001").id
        members.put(session, cipher, replace(AOI, mamis_id=" "), now)
        assert not find(session, cipher, "m20260001").id


def test_the_initial_password_until_another_is_chosen(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        members.put(session, cipher, AOI, now)
        before = find(session, cipher, "1000000001")
        assert members.is_unused(session, before.id, "")
        members.choose_password(session, before.id, "hash")
        after = find(session, cipher, "1000000001")
        assert not members.is_unused(session, before.id, "")
    assert members.is_initial(before, "７２０２０４")
    assert not members.is_initial(before, "720205")
    assert not members.is_initial(before, "")
    assert not members.is_initial(after, "720204")
    assert not members.is_initial(after, "")


def test_a_code_of_staff_until_its_end_and_once(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    ends = now + timedelta(hours=24)
    with sessions.begin() as session:
        members.put(session, cipher, AOI, now)
        members.put(session, cipher, MemberRecord("1000000002", "白石 結子", date(1991, 6, 15)), now)
        member_id = find(session, cipher, "1000000001").id
        code = codes.give(session, cipher, member_id, ends)
        other = find(session, cipher, "1000000002")
        account = find(session, cipher, "1000000001")
    assert code.isdigit()
    assert len(code) == 8
    spaced = f"{code[:4]} {code[4:]}"
    assert codes.is_good(account, cipher, spaced, ends - timedelta(microseconds=1))
    assert not codes.is_good(account, cipher, code, ends)
    assert not codes.is_good(account, cipher, code[:-1], now)
    assert not codes.is_good(other, cipher, code, now)
    with sessions.begin() as session:
        assert members.is_unused(session, member_id, account.code_key)
        codes.give(session, cipher, member_id, ends)
        assert not members.is_unused(session, member_id, account.code_key)
        members.choose_password(session, member_id, "hash")
        assert not codes.is_good(find(session, cipher, "1000000001"), cipher, code, now)


def test_nobody_has_no_password_of_any_kind(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        nobody = find(session, cipher, "4711")
        assert not members.is_unused(session, nobody.id, "")
        assert not members.is_unused(session, nobody.id, "key")
    assert nobody.id == 0
    assert nobody.password_hash is None
    assert not members.is_initial(nobody, "")
    assert not codes.is_good(nobody, cipher, "", now)
