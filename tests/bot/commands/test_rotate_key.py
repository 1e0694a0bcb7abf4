"""rotate-key: everything is renewed under the first key, whatever happens meanwhile, and then the other may go."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.commands import rotate_key
from content.importing.member_record import MemberRecord
from content.keys.jobs import RotateKey
from storage.engine import jobs
from storage.engine.base import is_sealed
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats, codes, guards, members
from storage.people.members import Put
from storage.privacy import keycheck, rotation, seals
from storage.staff.log_check import verify
from tests.conftest import KEY, NOW
from tests.snapshot import snapshot
from tests.storage.acting import act
from tests.storage.certificates.test_certificates import ask, facts
from tests.storage.declaring import Declarer
from tests.storage.filled import fill, former, put_raw, said
from tests.storage.keys import NEW, NEW_KEY, NEW_OLD, OLD, OLD_NEW, opened

AOI = MemberRecord("1000000001", "青井 遥", date(1972, 2, 4), "m20260001")


def rotates(sessions: Sessions, cipher: Cipher, *, code: int = 0, now: datetime = NOW) -> list[str]:
    """What the command says."""
    out = io.StringIO()
    with opened(sessions, cipher) as other:
        with other.begin() as session:
            keycheck.note(session, cipher, now)
        assert rotate_key.run(other, lambda: now, out, pause=lambda _seconds: None) == code
    return out.getvalue().splitlines()


def keys_in_use(sessions: Sessions, cipher: Cipher) -> set[str]:
    with sessions.reading() as session:
        return set(seals.keys(session, cipher))


@pytest.mark.parametrize("form", ["bound", "former"])
@pytest.mark.parametrize("later", [NEW_OLD, OLD], ids=["another key", "the same key"])
def test_every_sealed_column_is_renewed(sessions: Sessions, form: str, later: Cipher) -> None:
    with sessions.begin() as session:
        fill(session)
        if form == "former":
            for sealed in seals.sealed_columns():
                column = sealed.table.c[sealed.name]
                assert is_sealed(column.type)
                for number in (1, 2):
                    plain = column.type.to_bytes(said(column, number))  # type: ignore[attr-defined]  # it seals
                    put_raw(session, sealed, number, former(KEY, plain, sealed.about))
    every = rotation.parts([])
    with opened(sessions, later) as other:
        for part in every:
            after = 0
            while True:
                with other.begin() as session:
                    batch = rotation.prepare(session, later, part, after)
                    assert rotation.put(session, part, batch)[1] == []
                if not batch:
                    break
                after = batch[-1].row
        with other.reading() as session:
            assert rotation.left(session, later, every) == {}
    alone = NEW if later is NEW_OLD else OLD
    with opened(sessions, alone) as last, last.reading() as session:
        for sealed in seals.sealed_columns():
            column = sealed.table.c[sealed.name]
            assert list(session.execute(select(column).order_by(sealed.key)).scalars()) == [
                said(column, number) for number in (1, 2)
            ]


def lived(sessions: Sessions) -> None:
    """Something under every keyed hash, and acts of staff."""
    with sessions.begin() as session:
        members.put(session, OLD, AOI, NOW)
        chats.meet(session, OLD, 7, "ja", NOW)
        ask(session, OLD, 1, facts(), NOW)
        codes.give(session, OLD, 1, NOW + timedelta(days=3))
        guards.fail(session, [guards.of_person(OLD, 7)] * 6, NOW)
    declarer = Declarer.__new__(Declarer)
    declarer.sessions, declarer.id = sessions, 1
    declarer.adds(declarer.begins().id)
    act(sessions, OLD, (1, 1), NOW, "見本")


def test_then_the_former_key_may_go(sessions: Sessions) -> None:
    lived(sessions)
    told = rotates(sessions, NEW_OLD)
    assert told[0] == f"8 rows are to be sealed anew under the key {NEW.marks[0]}."
    assert told[1:9] == [
        f"{table}: 1"
        for table in (
            *("certificate_checks", "certificates", "chats"),
            *("declarations", "evidence", "file_parts", "member_keys", "members"),
        )
    ]
    assert told[9:] == [
        f"Everything is sealed under the key {NEW.marks[0]}.",
        f"Nothing is left under {OLD.marks[0]}: it may go from DATA_KEY.",
        "If it goes before 2026-11-25 01:00 UTC, these end with it: addresses of pages and invitations that were sent,"
        " 1 one-time codes, 1 waits after wrong passwords.",
    ]
    assert keys_in_use(sessions, NEW) == {NEW.marks[0]}
    with opened(sessions, NEW) as alone, alone.begin() as session:
        assert keycheck.faults(session, NEW) == []
        assert keycheck.faults(session, OLD_NEW) == [
            f"DATA_KEY: the key {OLD.marks[0]} was replaced: begin with {NEW.marks[0]}"
        ]
        assert members.put(session, NEW, AOI, NOW) is Put.SAME
        assert members.account(session, NEW, AOI.mamis_id, member_no=True, mamis_id=True).id == 1
        assert chats.meet(session, NEW, 7, "ja", NOW).id == 1
        assert ask(session, NEW, 1, facts(), NOW) == 1
        assert list(seals.unreadable(session, NEW)) == []
    with opened(sessions, NEW) as alone:
        again = Declarer.__new__(Declarer)
        again.id, again.sessions = 1, alone
        assert again.adds(1).name == "SAME"


def test_the_log_of_staff_stays_proved(sessions: Sessions) -> None:
    """Also after a second rotation; and with the former key nobody can add an act that seems to be older."""
    lived(sessions)
    rotates(sessions, NEW_OLD)
    third = Cipher([bytes(range(50, 82)), NEW_KEY])
    with opened(sessions, NEW) as alone:
        act(alone, NEW, (1, 1), NOW, "その後")
        with alone.reading() as session:
            assert verify(session, NEW) == []
    rotates(sessions, third)
    last = Cipher([bytes(range(50, 82))])
    with opened(sessions, last) as alone:
        act(alone, last, (1, 1), NOW, "最後")
        with alone.reading() as session:
            assert verify(session, last) == []
        act(alone, OLD, (1, 1), NOW, "偽造")
        with alone.reading() as session:
            assert [str(one) for one in verify(session, last)] == ["act 4: changed or inserted"]


def test_what_can_not_be_renewed_is_named_and_keeps_its_key(sessions: Sessions) -> None:
    lived(sessions)
    with sessions.begin() as session:
        members.put(session, OLD, replace(AOI, member_no="1000000002", mamis_id=""), NOW)
        one, two = (
            session.execute(text(f"SELECT name FROM members WHERE id = {number}")).scalar_one() for number in (1, 2)
        )
        for number, value in ((1, two), (2, one)):
            session.execute(text(f"UPDATE members SET name = :value WHERE id = {number}"), {"value": value})
    told = rotates(sessions, NEW_OLD, code=1)
    assert told[1:] == [
        "members.name of row 1: damaged, or moved from another place",
        "members.name of row 2: damaged, or moved from another place",
        "members: 2 rows are left",
        "No key may go. Type the command again when this is mended.",
    ]
    with opened(sessions, NEW) as alone, alone.reading() as session:
        assert keycheck.faults(session, NEW) != []
    with sessions.begin() as session:
        for number, value in ((1, one), (2, two)):
            session.execute(text(f"UPDATE members SET name = :value WHERE id = {number}"), {"value": value})
    assert f"Nothing is left under {OLD.marks[0]}: it may go from DATA_KEY." in rotates(sessions, NEW_OLD)


def test_a_second_rotation_waits_and_gives_up(sessions: Sessions) -> None:
    lived(sessions)
    with sessions.begin() as session:
        assert jobs.take_up(session, RotateKey(NEW.marks[0]), 5, NOW) is not None
    before = snapshot(sessions)
    assert rotates(sessions, NEW_OLD, code=1) == ["Another rotation is under way. Type the command again later."]
    assert {name for name, rows in snapshot(sessions).items() if rows != before[name]} == {"data_keys"}
    assert rotates(sessions, NEW_OLD, now=NOW + timedelta(hours=1))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_its_steps_do_not_wait_for_the_disk_and_its_end_does(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taps wait for a step as long as it holds the lock. The end makes all steps last before it says so."""
    waits: dict[str, set[int]] = {"steps": set(), "end": set()}

    def watched(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def acts(session: Session, *more: Any) -> Any:
            waits[name].add(session.connection().exec_driver_sql("PRAGMA synchronous").scalar_one())
            return act(session, *more)

        return acts

    lived(sessions)
    monkeypatch.setattr(rotation, "put", watched("steps", rotation.put))
    monkeypatch.setattr(keycheck, "replace", watched("end", keycheck.replace))
    rotates(sessions, NEW_OLD)
    assert waits == {"steps": {1}, "end": {2}}
