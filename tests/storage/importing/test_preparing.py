"""A step is worked out before its transaction. What has changed by then is not overlooked."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from sqlalchemy import delete, select

from content.importing.member_record import MemberRecord
from content.importing.report import Kind, Outcome, Planned
from content.keys.jobs import ApplyImport
from content.rules import Rulebook
from storage.engine import jobs
from storage.engine.cipher import Cipher
from storage.engine.jobs import Held
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions
from storage.importing import applying, imports, staged
from storage.importing.applying import Prepared
from storage.importing.kinds import KINDS
from storage.importing.states import state_of
from storage.importing.writing import RecordChanged
from storage.people import members, persons
from storage.tables import ImportRow, Member

ROWS = 4


@pytest.fixture
def held(sessions: Sessions, now: datetime) -> Held[ApplyImport]:
    """An import of new members that is about to be applied."""
    with sessions.begin() as session:
        number = imports.begin(session, Kind.MEMBERS, "0" * 64, now)
        staged.add(session, number, 0, [new(at) for at in range(ROWS)])
        imports.ready(session, number, state_of(session, Kind.MEMBERS), {Outcome.NEW.value: ROWS}, ROWS, now)
        held = imports.start(session, number, now)
    assert held is not None
    return held


def new(at: int) -> Planned:
    record = MemberRecord(
        member_no=f"100000000{at}", mamis_id=f"M-{at}", name=f"見本 {at}", birth_date=date(1972, 2, 4)
    )
    return Planned(at + 2, Outcome.NEW, after=members.fields_of(record))


def prepared(sessions: Sessions, held: Held[ApplyImport]) -> Prepared:
    with sessions.reading() as session:
        found = applying.prepare(session, held, ROWS, KINDS)
    assert found is not None
    return found


def step(sessions: Sessions, held: Held[ApplyImport], what: Prepared | None, now: datetime) -> Held[ApplyImport]:
    return jobs.step(sessions, applying.way(Pace(ROWS), Rulebook(), KINDS, what), held, now)


def found(sessions: Sessions) -> Sequence[tuple[int, str, str]]:
    """Who is there: each with the ID, and the name as it opens."""
    with sessions.reading() as session:
        every = session.execute(select(Member).order_by(Member.member_no_key)).scalars().all()
        return sorted((one.id, one.member_no, one.name) for one in every)


def test_what_is_prepared_is_written_as_what_is_not(
    sessions: Sessions, held: Held[ApplyImport], now: datetime, cipher: Cipher
) -> None:
    over = step(sessions, held, prepared(sessions, held), now)
    assert (over.over, over.tally) == (True, {"new": ROWS, "changed": 0})
    assert [(no, name) for _, no, name in found(sessions)] == [(f"100000000{at}", f"見本 {at}") for at in range(ROWS)]
    with sessions.begin() as session:
        account = members.account(session, cipher, "1000000003", member_no=True, mamis_id=False)
        assert (account.id, staged.names(session, held.key.number, account.id)) == (found(sessions)[3][0], True)


def test_a_person_that_came_meanwhile_keeps_the_number(
    sessions: Sessions, held: Held[ApplyImport], now: datetime
) -> None:
    what = prepared(sessions, held)
    with sessions.begin() as session:
        taken = persons.new(session)
    step(sessions, held, what, now)
    assert [name for _, _, name in found(sessions)] == [f"見本 {at}" for at in range(ROWS)]
    assert taken not in {number for number, _, _ in found(sessions)}


@pytest.mark.parametrize("row", range(ROWS))
def test_a_row_that_an_erasure_took_away_is_not_applied(
    row: int, sessions: Sessions, held: Held[ApplyImport], now: datetime
) -> None:
    what = prepared(sessions, held)
    with sessions.begin() as session:
        session.execute(delete(ImportRow).where(ImportRow.id == held.key.number * staged.SPAN + row))
    over = step(sessions, held, what, now)
    assert over.over
    assert [name for _, _, name in found(sessions)] == [f"見本 {at}" for at in range(ROWS) if at != row]


@pytest.mark.parametrize(("no", "mamis"), [("1000000002", "Z-1"), ("1999999999", "M-2")])
def test_a_member_who_came_meanwhile_stops_it(
    no: str, mamis: str, sessions: Sessions, held: Held[ApplyImport], now: datetime, cipher: Cipher
) -> None:
    what = prepared(sessions, held)
    with sessions.begin() as session:
        other = MemberRecord(member_no=no, mamis_id=mamis, name="別 人", birth_date=date(1972, 2, 4))
        members.put(session, cipher, other, now)
    with pytest.raises(RecordChanged):
        step(sessions, held, what, now)
    assert [name for _, _, name in found(sessions)] == ["別 人"]


def test_what_was_prepared_for_another_place_is_not_used(
    sessions: Sessions, held: Held[ApplyImport], now: datetime
) -> None:
    """The step before was committed by a process that died before it said so."""
    with sessions.reading() as session:
        first = applying.prepare(session, held, 2, KINDS)
    half = step(sessions, held, first, now)
    assert (half.done, half.over) == (2, False)
    assert step(sessions, half, first, now).over
    assert [name for _, _, name in found(sessions)] == [f"見本 {at}" for at in range(ROWS)]
