"""A credit that staff granted rests on the log of staff alone: it is attested, and must be what the log says."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from content.credits.credit import By
from content.proving.finding import Fault
from content.rules import Rulebook, begins, day_of
from content.values import CreditKind
from storage.credits import ledger
from storage.engine.base import cipher_of
from storage.engine.sessions import Sessions
from storage.proofs import proving, wordings
from storage.proofs.proving import Proof
from storage.proofs.span import Span
from storage.staff import log
from storage.staff.crediting import facts
from storage.tables import CommonCredit, Credit
from tests import samples
from tests.conftest import NOW
from tests.storage.proofs.earned import LECTURE
from tests.storage.proofs.test_planted_credits import Undone, unguard

SOURCE = "course:hypertension"
EXTRA, MISSING, DIFFERENT = (SOURCE, Fault.EXTRA), (SOURCE, Fault.MISSING), (SOURCE, Fault.DIFFERENT)
Act = Callable[[Session, int, int], object]


def grants(session: Session, me: int, staff: int, *, logged: bool = True) -> None:
    """As handlers/staff/crediting/granting.py does it."""
    day = day_of(NOW)
    by, rules = By("主催者の名簿で確認", staff), Rulebook().at(day)
    assert ledger.award(
        session,
        member_id=me,
        kind=CreditKind.LECTURE,
        source=SOURCE,
        half_units=2,
        code=74,
        title="高血圧",
        organiser="見本委員会",
        earned_at=begins(day),
        written_at=NOW,
        rules=rules,
        common=LECTURE,
        by=by,
    )
    credit = ledger.of_source(session, me, SOURCE)
    assert credit is not None
    if logged:
        cipher, after = cipher_of(session.get_bind().dialect), facts(credit, (LECTURE,))
        log.write(
            session,
            cipher,
            staff_id=staff,
            member_id=me,
            act="grant_credit",
            why=by.reason,
            before={},
            after=after,
            at=NOW,
        )


def proof(session: Session) -> Proof:
    return proving.proof(session, Span(1, 9), wordings.programme(session), Rulebook())


def _change(table: Any, **values: Any) -> Act:
    return lambda session, _me, _staff: session.execute(
        update(table).where(table.source == SOURCE).values(**values),
        execution_options={"synchronize_session": False},
    )


def _removed(session: Session, _me: int, _staff: int) -> None:
    for table in (CommonCredit, Credit):
        session.execute(delete(table).where(table.source == SOURCE))


def _erased(session: Session, me: int, staff: int) -> None:
    log.erase_key(session, cipher_of(session.get_bind().dialect), staff_id=staff, member_id=me, why="消去", at=NOW)


def _by_another(session: Session, me: int, _staff: int) -> None:
    session.execute(update(Credit).where(Credit.source == SOURCE).values(author_id=me))


@pytest.mark.parametrize(
    ("act", "seen", "attested"),
    [
        (lambda *_: None, set(), 1),
        (_change(Credit, half_units=20), {DIFFERENT}, 1),
        (_change(Credit, code=75), {DIFFERENT}, 1),
        (_change(Credit, kind="training"), {DIFFERENT}, 1),
        (_change(Credit, title="別の題"), {DIFFERENT}, 1),
        (
            _change(Credit, source="course:none"),
            {("course:none", Fault.DIFFERENT), ("course:none", Fault.MISSING), EXTRA},
            1,
        ),
        (_change(CommonCredit, half_units=4), {DIFFERENT}, 1),
        (lambda session, *_: session.execute(delete(CommonCredit)), {MISSING}, 1),
        (_removed, {MISSING}, 0),
        (_by_another, {EXTRA, MISSING}, 0),
        (_erased, set(), 0),  # nothing is left that says what it was
    ],
)
def test_it_must_be_what_the_log_says(
    act: Act, seen: set[tuple[str, Fault]], attested: int, sessions: Sessions
) -> None:
    with suppress(Undone), sessions.begin() as session:
        me, staff = samples.member(session, NOW), samples.member(session, NOW, no="1000000002")
        grants(session, me, staff)
        unguard(session, sessions.kind)
        act(session, me, staff)
        found = proof(session)
        assert {(one.source, one.fault) for one in found.faults} == seen
        assert found.attested == attested
        assert found.erased == (1 if act is _erased else 0)
        raise Undone


def test_a_row_that_only_names_somebody_of_staff_rests_on_nothing(sessions: Sessions) -> None:
    """As somebody would write it who has the database: with a reason and an author, but without the log."""
    with sessions.begin() as session:
        me, staff = samples.member(session, NOW), samples.member(session, NOW, no="1000000002")
        grants(session, me, staff, logged=False)
        assert [one.fault for one in proof(session).faults] == [Fault.EXTRA, Fault.EXTRA]
