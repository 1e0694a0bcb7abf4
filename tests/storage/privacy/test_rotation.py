"""A batch of a rotation is written only where the row still is as it was read."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select, text

from bot.commands.rotate_key import KEYED
from content.importing.member_record import MemberRecord
from storage.engine.base import Base
from storage.engine.sessions import Sessions
from storage.people import chats, members
from storage.people.members import Put
from storage.privacy import rotation
from storage.tables import Member
from tests.storage.keys import NEW_OLD, OLD_NEW, opened

AOI = MemberRecord("1000000001", "青井 遥", date(1972, 2, 4), "m20260001")
NOT_MADE_ANEW = {"guards.key", "members.one_time_key", "staff_invitations.token_key"}
"""Keyed hashes of what somebody typed, which nobody keeps: they end by themselves."""


def test_every_keyed_hash_is_made_anew_or_ends_by_itself() -> None:
    """By their names: what is looked up by a keyed hash ends in `_key`."""
    named = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("_key") or column.name == "key"
    }
    sealed = {"member_keys.key", "log_keys.key"}
    assert {f"{one.table}.{one.column}" for one in KEYED} | NOT_MADE_ANEW | sealed == named


@pytest.mark.parametrize("writer", [NEW_OLD, OLD_NEW], ids=["new,old", "old,new"])
def test_what_a_tap_changed_meanwhile_stays(sessions: Sessions, now: datetime, writer: object) -> None:
    later = NEW_OLD if writer is NEW_OLD else OLD_NEW
    moved = replace(AOI, name="青井 遥香", mamis_id="m20260009")
    with sessions.begin() as session:
        members.put(session, sessions.cipher, AOI, now)
        chats.meet(session, sessions.cipher, 7, "ja", now)
    (part,) = [one for one in rotation.parts(KEYED) if one.table.name == "members"]
    with opened(sessions, NEW_OLD) as other:
        with other.reading() as session:
            batch = rotation.prepare(session, NEW_OLD, part, 0)
        with opened(sessions, later) as tapping, tapping.begin() as session:
            assert members.put(session, later, moved, now) is Put.CHANGED
        with other.begin() as session:
            assert rotation.put(session, part, batch) == (0, [])
            again = rotation.prepare(session, NEW_OLD, part, 0)
            assert rotation.put(session, part, again) == (1, [])
            assert rotation.left(session, NEW_OLD, [part]) == {}
            found = session.execute(select(Member)).scalar_one()
            assert (found.name, found.mamis_id) == (moved.name, moved.mamis_id)
            assert members.put(session, NEW_OLD, moved, now) is Put.SAME


def test_a_hash_alone_that_a_tap_changed_meanwhile_stays(sessions: Sessions, now: datetime) -> None:
    """The seals of the row are renewed already, and only its hash is left."""
    with sessions.begin() as session:
        members.put(session, sessions.cipher, AOI, now)
    (part,) = [one for one in rotation.parts(KEYED) if one.table.name == "members"]
    with opened(sessions, NEW_OLD) as other:
        with other.reading() as session:
            batch = [replace(one, seals={}, heads={}) for one in rotation.prepare(session, NEW_OLD, part, 0)]
        assert [bool(one.hashes) for one in batch] == [True]
        with other.begin() as session:
            assert members.put(session, NEW_OLD, replace(AOI, mamis_id="m20260009"), now) is Put.CHANGED
            assert rotation.put(session, part, batch) == (0, [])


def test_a_hash_of_the_former_key_is_left_although_the_seals_are_new(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        members.put(session, sessions.cipher, AOI, now)
    (part,) = [one for one in rotation.parts(KEYED) if one.table.name == "members"]
    with opened(sessions, NEW_OLD) as other, other.begin() as session:
        seals_alone = [replace(one, hashes={}, former={}) for one in rotation.prepare(session, NEW_OLD, part, 0)]
        assert rotation.put(session, part, seals_alone) == (1, [])
        assert rotation.left(session, NEW_OLD, [part]) == {"members": 1}


def test_a_member_who_is_on_record_twice_is_named(sessions: Sessions, now: datetime) -> None:
    """An earlier version made a second one under a new key. Which one is right, the record can't know."""
    with sessions.begin() as session:
        for number in ("1000000001", "1000000002", "1000000003"):
            members.put(session, sessions.cipher, replace(AOI, member_no=number, mamis_id=""), now)
    (part,) = [one for one in rotation.parts(KEYED) if one.table.name == "members"]
    with opened(sessions, NEW_OLD) as other, other.begin() as session:
        same = NEW_OLD.find("1000000001", "members.member_no")
        session.execute(text("UPDATE members SET member_no_key = :key WHERE id = 3"), {"key": same})
        batch = rotation.prepare(session, NEW_OLD, part, 0)
        written, faults = rotation.put(session, part, batch)
        assert written == 2
        assert faults == ["members, row 1: another row has the same ID or content"]
        assert rotation.left(session, NEW_OLD, [part]) == {"members": 1}
