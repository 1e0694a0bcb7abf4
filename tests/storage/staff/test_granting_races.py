"""A step of grants by file and something else about the same member, at the same moment: one waits for the other."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from content.credits.credit import By
from content.importing import granting
from content.importing.report import Kind, Outcome, Planned
from content.rules import Rulebook, begins, day_of
from content.staff.crediting import Grant
from content.values import CreditKind
from storage.credits import earning, ledger
from storage.credits.earning import Gain
from storage.engine.base import cipher_of
from storage.engine.sessions import Sessions
from storage.importing import imports, staged
from storage.importing.writing import RecordChanged
from storage.people import callers, membership
from storage.privacy import erasing
from storage.proofs import proving, wordings
from storage.proofs.span import Span
from storage.staff import crediting, log
from storage.staff.granting import writing
from storage.staff.granting.comparing import values_of
from storage.staff.log_check import verify
from tests import samples
from tests.storage.racing import meanwhile

COURSE = samples.course()
WHY = "主催者の名簿で確認"


class Case:
    """A member, an officer, and a file that grants the member a course."""

    def __init__(self, sessions: Sessions, now: datetime) -> None:
        self.sessions, self.now = sessions, now
        with sessions.begin() as session:
            samples.publish(session, COURSE, now)
            self.member, self.officer = samples.member(session, now), samples.member(session, now, no="1000000002")
            self.number = imports.begin(session, Kind.GRANTS, "0" * 64, now, by=self.officer)
            staged.add(session, self.number, 0, [Planned(2, Outcome.NEW, self.member, after=values_of(self.grant))])

    @property
    def grant(self) -> Grant:
        return Grant(self.member, CreditKind.LECTURE, COURSE.source, False, COURSE.title, COURSE.planning, COURSE.code,
                     COURSE.half_units, day_of(self.now), None, WHY)  # fmt: skip

    def applies(self, session: Session) -> object:
        return writing.apply(session, self.number, staged.part(session, self.number, 0, 1), self.now, Rulebook())

    def earns(self, session: Session) -> bool:
        rules = Rulebook().now(self.now)
        gain = Gain(self.member, CreditKind.LECTURE, COURSE.source, COURSE.half_units, COURSE.code, COURSE.title,
                    COURSE.planning, self.now, rules)  # fmt: skip
        return earning.earn(session, gain, self.now)

    def grants(self, session: Session) -> object:
        """From the card, as handlers/staff/crediting/granting.py does it."""
        by = By(WHY, self.officer)
        credit = crediting.grant(session, self.grant, by, self.now + timedelta(microseconds=1), Rulebook())
        assert credit is not None
        return log.write(
            session,
            cipher_of(session.get_bind().dialect),
            staff_id=self.officer,
            member_id=self.member,
            act="grant_credit",
            why=WHY,
            before={},
            after=crediting.facts(credit, ()),
            at=self.now + timedelta(microseconds=1),
        )

    def brings(self, session: Session) -> bool:
        """An import of credits, which holds the member too, brings one that may be of the course."""
        callers.hold_member(session, self.member)
        day = day_of(self.now) - timedelta(days=900)
        return ledger.award(session, member_id=self.member, kind=CreditKind.LECTURE, source="past:x", half_units=2,
                            code=COURSE.code, title=f"{COURSE.title}症", organiser="見本", earned_at=begins(day),
                            rules=Rulebook().at(day))  # fmt: skip

    def is_declared(self, session: Session) -> bool:
        """Accepted by staff, under a name of its own."""
        callers.hold_member(session, self.member)
        day = day_of(self.now)
        return ledger.award(session, member_id=self.member, kind=CreditKind.DECLARATION, source="declaration:7",
                            half_units=2, code=COURSE.code, title=COURSE.title, organiser="見本",
                            earned_at=begins(day), rules=Rulebook().at(day))  # fmt: skip

    def ends(self, session: Session) -> object:
        return membership.end(session, self.member, self.now)

    def erases(self, session: Session) -> object:
        return erasing.erase(session, self.sessions.cipher, self.member, self.now)

    @property
    def standing(self) -> list[str]:
        with self.sessions.reading() as session:
            return [one.source for one in ledger.standing(session, self.member)]


@pytest.fixture
def case(sessions: Sessions, now: datetime) -> Case:
    return Case(sessions, now)


def test_what_is_granted_first_is_not_earned_a_second_time(case: Case) -> None:
    _, earned = meanwhile(case.sessions, case.applies, case.earns)
    assert earned.result() is False
    assert case.standing == [COURSE.source]


@pytest.mark.parametrize(
    ("first", "outcome", "reason"),
    [
        (Case.earns, Outcome.DOUBLE, granting.STANDS),
        (Case.grants, Outcome.DOUBLE, granting.STANDS),
        (Case.brings, Outcome.DOUBTFUL, granting.MAY_BE),
        (Case.is_declared, Outcome.DOUBTFUL, granting.SAME_DAY),
        (Case.ends, Outcome.REFUSED, granting.CANNOT_EARN),
    ],
)
def test_what_happens_first_has_the_step_leave_the_row_out(
    first: Callable[[Case, Session], object], outcome: Outcome, reason: str, case: Case
) -> None:
    _, applied = meanwhile(case.sessions, lambda session: first(case, session), case.applies)
    assert applied.result() == {"new": 0}
    with case.sessions.reading() as session:
        assert len(log.read(session, limit=9)) == (first is Case.grants)
        ((_, row),) = staged.part(session, case.number, 0, 1)
        assert (row.outcome, [one.reason for one in row.faults]) == (outcome, [reason])
        assert imports.sure(session, case.number).tally == {"new": -1, outcome.value: 1}  # no report was counted here


def test_a_member_who_is_erased_first_is_granted_nothing(case: Case) -> None:
    """The erasure takes the row away; a step that has read it before refuses."""
    meanwhile(case.sessions, case.erases, case.applies)[1].exception()
    assert case.standing == []
    with case.sessions.reading() as session:
        assert "grant_credit" not in {line.act for line in log.read(session, limit=9)}


def test_a_grant_from_the_card_of_something_else_keeps_the_log_and_the_proof_whole(case: Case) -> None:
    """Both write the log of staff: on PostgreSQL the second one waits for its turn."""
    other = case.grant

    def looks(session: Session) -> object:
        return log.write(session, case.sessions.cipher, staff_id=case.officer, member_id=case.member, act="viewed",
                         why="x", before={}, after={}, at=case.now)  # fmt: skip

    meanwhile(case.sessions, case.applies, looks)
    with case.sessions.reading() as session:
        head = log.head(session)
    with case.sessions.reading() as session:
        assert verify(session, case.sessions.cipher, [head]) == []
    with case.sessions.reading() as session:
        proof = proving.proof(session, Span(1, 99), wordings.programme(session), Rulebook())
    assert (proof.faults, proof.attested, other.source) == ([], 1, case.standing[0])


def test_the_authors_own_row_is_never_written(case: Case) -> None:
    """Whoever lets a file be done is asked before; if that is passed by, the step refuses."""
    with case.sessions.begin() as session:
        number = imports.begin(session, Kind.GRANTS, "0" * 64, case.now, by=case.member)
        rows = staged.part(session, case.number, 0, 1)
        with pytest.raises(RecordChanged):
            writing.apply(session, number, rows, case.now, Rulebook())
