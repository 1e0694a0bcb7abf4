"""What happens at the same moment as a step of an export: an erasure, a credit that is being written, a drop."""

from datetime import date, datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from content.credits.credit import By
from content.exporting.export import Scope, State, Wanted
from content.keys.jobs import CountExport, MakeExport
from content.rules import Rulebook, begins
from content.text.periods import Period
from content.values import CreditKind
from storage.credits import ledger, reversals, writing
from storage.engine import jobs
from storage.engine.jobs import Held, Way
from storage.engine.sessions import Sessions, is_passing
from storage.exporting import exports, making
from storage.privacy import erasing
from storage.tables import Credit
from tests import samples
from tests.storage.racing import meanwhile

DAY = date(2025, 6, 14)
WANTED = Wanted(Scope(Period(date(2025, 4, 1), date(2026, 3, 31))))


@pytest.fixture
def member(sessions: Sessions, now: datetime) -> int:
    """A member with a credit."""
    with sessions.begin() as session:
        number = samples.member(session, now)
        assert ledger.award(
            session,
            member_id=number,
            kind=CreditKind.TRAINING,
            source="training:a",
            half_units=2,
            code=12,
            title="研修会",
            organiser="見本市医師会",
            earned_at=begins(DAY),
            rules=Rulebook().at(DAY),
        )
    return number


@pytest.fixture
def held(sessions: Sessions, member: int, now: datetime) -> Held[MakeExport]:
    """An export that is counted, and whose file is about to be made."""
    with sessions.begin() as session:
        number = exports.begin(session, WANTED, now)
        counting = jobs.claim(session, [CountExport], now)
    assert counting is not None
    while not counting.over:
        counting = jobs.step(sessions, Way(making.next_step(sessions, counting, Rulebook())), counting, now)
    with sessions.begin() as session:
        assert exports.queue(session, number, None)
        begun = exports.start(session, number, now)
    assert begun is not None
    return begun


def test_a_file_that_got_a_member_before_the_erasure_ends_by_it(
    sessions: Sessions, held: Held[MakeExport], member: int, now: datetime
) -> None:
    act = making.next_step(sessions, held, Rulebook())
    stepped, _ = meanwhile(
        sessions,
        lambda session: act(session, held, now),
        lambda session: erasing.erase(session, sessions.cipher, member, now),
    )
    assert stepped.count == 1
    with sessions.reading() as session:
        one = exports.sure(session, held.key.number)
    assert (one.state, one.fault, one.volumes) == (State.DROPPED, "erased", ())


def test_who_was_erased_since_the_reading_gets_into_no_file(
    sessions: Sessions, held: Held[MakeExport], member: int, now: datetime
) -> None:
    act = making.next_step(sessions, held, Rulebook())
    with sessions.begin() as session:
        erasing.erase(session, sessions.cipher, member, now.replace(year=now.year + 1))
    with sessions.begin() as session:
        assert act(session, held, now).count == 0
        assert exports.sure(session, held.key.number).volumes == ()


def test_a_cut_is_behind_a_row_that_has_its_number_and_is_not_written(
    sessions: Sessions, member: int, now: datetime
) -> None:
    """It waits for the transaction that has the number, and sees what was written before it."""
    with sessions.reading() as session:
        grant = session.execute(select(Credit.id)).scalar_one()

    def reverses(session: Session) -> int:
        assert reversals.take_back(session, grant, By("訂正", member), now)
        return session.execute(select(Credit.id).where(Credit.sign == -1)).scalar_one()

    row, cut = meanwhile(sessions, reverses, writing.last_row)
    assert cut.result() >= row


def _cuts(sessions: Sessions) -> int:
    with sessions.begin() as session:
        session.execute(text("SET LOCAL statement_timeout = '5s'"))
        return writing.last_row(session)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_cut_waits_a_moment_for_who_only_has_the_number(sessions: Sessions) -> None:
    """Taps that earn a credit wait behind it, so it gives up soon, and is tried again. On SQLite the transaction that
    has the number is the only one that writes.
    """
    with sessions.begin() as one:
        writing.new_row(one)
        with pytest.raises(OperationalError) as refused:
            _cuts(sessions)
        assert is_passing(refused.value)
    assert _cuts(sessions) == 0


def test_what_was_dropped_does_not_begin(sessions: Sessions, member: int, now: datetime) -> None:
    with sessions.begin() as session:
        number = exports.begin(session, WANTED, now)
        exports.counted(session, number, {}, now)
        assert exports.queue(session, number, None)
    dropped, begun = meanwhile(
        sessions, lambda one: exports.drop(one, number, now), lambda two: exports.start(two, number, now)
    )
    assert (dropped, begun.result()) == (True, None)
