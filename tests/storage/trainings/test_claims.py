"""Late claims decided by staff: the queue, the decision once and for all, and the credit that it may bring."""

from datetime import datetime, timedelta

import pytest

from content.attendance.attending import Claim
from content.attendance.training import AttendanceStanding
from content.keys.letters import ClaimDecided, TrainingRegistered
from content.refusals import StaleButton
from content.staff.claiming import Outcome
from content.values import CreditKind
from storage.credits import common, ledger
from storage.engine.sessions import Sessions
from storage.tables import LateClaim, Member
from storage.trainings import attendances, claims
from tests.storage.claiming import MEMBER, NOTE, OTHER, RULES, STAFF, Desk, a_desk
from tests.storage.training import publish, registers, training


@pytest.fixture
def desk(sessions: Sessions, now: datetime) -> Desk:
    return a_desk(sessions, now)


def test_what_staff_are_shown(desk: Desk) -> None:
    with desk.sessions.reading() as session:
        card = desk.card(session)
        assert (card.member_id, card.note, card.state, card.claimed_at) == (desk.member, NOTE, Claim.OPEN, desk.now)
        assert (card.name, card.member_no, card.can_earn) == (f"見本 {MEMBER}", MEMBER, True)
        assert (card.decision, dict(card.earlier), card.registered) == (None, {}, False)
        assert card.mine.standing is AttendanceStanding.CLAIMED
        assert claims.of_member(session, desk.member) == (desk.claim,)
        assert claims.of_member(session, desk.other) == ()
        with pytest.raises(StaleButton):
            claims.case(session, desk.claim + 1, RULES, desk.now)
        with pytest.raises(StaleButton):
            claims.hold(session, desk.claim + 1, RULES, desk.now)


def test_the_oldest_stands_first_and_pages_are_cut(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        for days in range(1, 4):
            other = publish(session, training(desk.now - timedelta(days=days), f"talk-{days}"), desk.now)
            attendances.claim(session, desk.other, other.id, NOTE, desk.now - timedelta(days=days))
        oldest = claims.waiting(session)
        assert (oldest.number, oldest.oldest) == (4, desk.now - timedelta(days=3))
        first = claims.queue(session, 1, 3)
        assert [(desk.now - line.claimed_at).days for line in first.lines] == [3, 2, 1]
        assert (first.total, first.number, first.pages, first.before) == (4, 1, 2, 0)
        last = claims.queue(session, 99, 3)
        assert ([line.id for line in last.lines], last.number, last.before) == ([desk.claim], 2, 3)
        assert claims.queue(session, -5, 3) == first
        latest = claims.case(session, first.lines[0].id, RULES, desk.now)
        assert dict(latest.earlier) == {Claim.OPEN: 2}


def test_nothing_waits(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        desk.decide(session, Claim.REFUSED)
        assert claims.waiting(session).oldest is None
        assert claims.queue(session, 3, 8).lines == ()
        assert claims.next_one(session, 0) is None


def test_an_accepted_claim_waits_for_the_organiser(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        assert desk.decide(session) is Outcome.DONE
        card = desk.card(session)
        assert (card.state, card.mine.standing) == (Claim.ACCEPTED, AttendanceStanding.AWAITING)
        decision = card.decision
        assert decision is not None
        assert (decision.at, decision.by, decision.reason) == (desk.now, f"見本 {STAFF[0]}", "名簿")
    assert desk.half_units() == 0
    assert desk.letters() == [ClaimDecided.kind]
    with desk.sessions.begin() as session:
        assert desk.confirm(session) == 2
    assert desk.half_units() == 3


def test_an_organisers_list_leaves_out_no_accepted_claim(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        assert desk.decide(session) is Outcome.DONE
        assert registers(session, desk.listed.training.slug, [(OTHER, 2)], desk.now) == 2
        assert desk.card(session).mine.standing is AttendanceStanding.REGISTERED
        assert registers(session, desk.listed.training.slug, [(OTHER, 2)], desk.now) == 0
    assert desk.half_units() == 3


def test_what_the_list_says_of_an_accepted_claim_holds(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        assert desk.decide(session) is Outcome.DONE
        assert registers(session, desk.listed.training.slug, [(MEMBER, 1)], desk.now) == 1
    assert desk.half_units() == 1


def test_a_refused_claim_brings_nothing_and_keeps_its_reason_sealed(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        assert desk.decide(session, Claim.REFUSED, why="名簿に記載なし") is Outcome.DONE
        assert desk.confirm(session) == 1
        raw = session.connection().exec_driver_sql("SELECT reason, note FROM late_claims").one()
        assert not any("記" in bytes(column).decode(errors="ignore") for column in raw)
        decision = desk.card(session).decision
        assert decision is not None
        assert decision.reason == "名簿に記載なし"
    assert desk.half_units() == 0
    assert ClaimDecided.kind in desk.letters()


def test_accepted_after_the_registration_it_brings_the_credit_at_once(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        assert desk.confirm(session) == 1
        assert desk.decide(session) is Outcome.DONE
        assert desk.card(session).mine.standing is AttendanceStanding.REGISTERED
        (entry,) = ledger.entries(session, desk.member)
        assert (entry.half_units, entry.earned_on, entry.code) == (3, desk.listed.training.held_on, 79)
        assert common.by_category(session, desk.member) == {"必修講習A 医療安全": 2}
        assert desk.confirm(session) == 0
    assert desk.half_units() == 3
    assert sorted(desk.letters()) == [ClaimDecided.kind, TrainingRegistered.kind]


def test_what_was_taken_back_does_not_come_again(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        desk.confirm(session)
        one = desk.listed.training
        ledger.award(
            session,
            member_id=desk.member,
            kind=CreditKind.TRAINING,
            source=one.source,
            half_units=3,
            code=79,
            title=one.title,
            organiser=one.organiser,
            earned_at=one.starts_at,
            rules=RULES.now(desk.now),
        )
        ledger.reverse(session, desk.member, one.source, reason="誤り", author_id=desk.staff[0], at=desk.now)
        assert desk.decide(session) is Outcome.DONE
    assert desk.half_units() == 0


def test_registered_in_the_meantime_it_is_closed_and_not_decided(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        assert desk.decide(session, Claim.SETTLED) is Outcome.NOT_REGISTERED
        registers(session, desk.listed.training.slug, [(MEMBER, 1)], desk.now)
        for verdict in (Claim.ACCEPTED, Claim.REFUSED):
            assert desk.decide(session, verdict) is Outcome.REGISTERED
        assert desk.card(session).state is Claim.OPEN
        assert desk.decide(session, Claim.SETTLED) is Outcome.DONE
        assert desk.card(session).state is Claim.SETTLED
        assert desk.card(session).mine.standing is AttendanceStanding.REGISTERED
    assert desk.letters() == [TrainingRegistered.kind]
    assert desk.half_units() == 1


def test_nobody_decides_his_own(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        attendances.claim(session, desk.staff[0], desk.listed.id, NOTE, desk.now)
        own = claims.of_member(session, desk.staff[0])[0]
        for verdict in (Claim.ACCEPTED, Claim.REFUSED, Claim.SETTLED):
            card = claims.hold(session, own, RULES, desk.now)
            assert claims.decide(session, card, verdict, "名簿", desk.staff[0], RULES, desk.now) is Outcome.OWN
        card = claims.hold(session, own, RULES, desk.now)
        assert claims.decide(session, card, Claim.ACCEPTED, "名簿", desk.staff[1], RULES, desk.now) is Outcome.DONE


def test_an_account_that_earns_nothing_is_not_accepted(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        desk.confirm(session)
        session.get_one(Member, desk.member).can_earn = False
        session.flush()
        assert desk.decide(session) is Outcome.CANNOT_EARN
        assert desk.decide(session, Claim.REFUSED) is Outcome.DONE
    assert desk.half_units() == 0


def test_a_card_of_before_decides_nothing_twice(desk: Desk) -> None:
    """The state is tested where it is written: a card that was read before the other's decision changes nothing."""
    with desk.sessions.begin() as session:
        before = desk.card(session)
        assert desk.decide(session, Claim.REFUSED, why="名簿に記載なし") is Outcome.DONE
        late = claims.decide(session, before, Claim.ACCEPTED, "名簿", desk.staff[1], RULES, desk.now)
        assert late is Outcome.DECIDED_BEFORE
        assert desk.card(session).state is Claim.REFUSED
        row = session.get_one(LateClaim, desk.claim)
        assert (row.decided_by, row.reason) == (desk.staff[0], "名簿に記載なし")
