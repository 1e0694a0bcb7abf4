"""Late claims of attendance: the queue, one claim with everything that staff decide by, and the decision."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from content.attendance.attending import Claim, Mine
from content.keys.letters import ClaimDecided
from content.refusals import StaleButton
from content.requests.requesting import Kind, State
from content.rules import Rulebook
from content.staff.cases import Backlog, Queue
from content.staff.claiming import ClaimCase, ClaimLine, Decision, Outcome
from storage.engine.base import InRow
from storage.engine.statements import rows
from storage.people import persons
from storage.post import letters
from storage.requests import threads
from storage.tables import LateClaim, Member, Training
from storage.trainings import attendances, published, registration

_CLAIMS = cast(Table, LateClaim.__table__)
_OPEN = LateClaim.state == Claim.OPEN.value
_THESE = (
    select(
        LateClaim.id,
        LateClaim.member_id,
        Member.name,
        Member.member_no,
        Training.title,
        Training.title_en,
        LateClaim.claimed_at,
    )
    .join(Member, Member.id == LateClaim.member_id)
    .join(Training, Training.id == LateClaim.training_id)
    .where(LateClaim.id.in_(bindparam("these", expanding=True)))
)
_OF_MEMBER = (
    select(LateClaim.id)
    .where(LateClaim.member_id == bindparam("member"), _OPEN)
    .order_by(LateClaim.claimed_at, LateClaim.id)
)
_TRAINING = select(LateClaim.training_id).where(LateClaim.id == bindparam("claim"))
_ONE = (
    select(
        LateClaim.id,
        LateClaim.training_id,
        LateClaim.member_id,
        LateClaim.note,
        LateClaim.state,
        LateClaim.claimed_at,
        LateClaim.decided_at,
        LateClaim.reason,
        Member.name,
        Member.kana,
        Member.member_no,
        Member.earns,
        LateClaim.decided_by,
    )
    .join(Member, Member.id == LateClaim.member_id)
    .where(LateClaim.id == bindparam("claim"))
)
_EARLIER = (
    select(LateClaim.state, func.count())
    .where(LateClaim.member_id == bindparam("member"), LateClaim.id < bindparam("claim"))
    .group_by(LateClaim.state)
)
_REFUSED = select(LateClaim.reason).where(
    LateClaim.member_id == bindparam("member"),
    LateClaim.training_id == bindparam("training"),
    LateClaim.state == Claim.REFUSED.value,
)
_DECIDE = (
    update(_CLAIMS)
    .where(_CLAIMS.c.id == bindparam("claim"), _CLAIMS.c.state == Claim.OPEN.value)
    .values(
        state=bindparam("verdict"),
        reason=bindparam("why"),
        decided_at=bindparam("now"),
        decided_by=bindparam("staff"),
    )
)


def waiting(session: Session) -> Backlog:
    """How many claims are open, and since when the oldest one waits."""
    return threads.waiting(session, Kind.CLAIM)


def queue(session: Session, page: int, most: int) -> Queue[ClaimLine]:
    """The page of that number, or the nearest page that exists, in the order of threads.queue."""
    shown: Queue[ClaimLine] = Queue.page(waiting(session).number, page, most)
    numbers = threads.queue(session, Kind.CLAIM, shown.before, most)
    found = {row.id: row for row in session.execute(_THESE, {"these": numbers})} if numbers else {}
    cares = threads.cares(session, Kind.CLAIM, numbers)
    return shown.with_lines(ClaimLine(*found[number], care=cares[number]) for number in numbers)


def of_member(session: Session, member_id: int) -> tuple[int, ...]:
    """The member's open claims, the oldest first."""
    return tuple(session.execute(_OF_MEMBER, {"member": member_id}).scalars())


def next_one(session: Session, staff_id: int) -> int | None:
    """The first claim of the queue with which this person can go on, or None."""
    return threads.next_one(session, Kind.CLAIM, staff_id)


def case(session: Session, claim_id: int, rulebook: Rulebook, now: datetime) -> ClaimCase:
    """The claim with this number, in any state. Raises StaleButton if it does not exist."""
    row = session.execute(_ONE, {"claim": claim_id}).one_or_none()
    if row is None:
        raise StaleButton
    mine = attendances.of_training(session, row.member_id, row.training_id, now, rulebook.now(now))
    earlier = session.execute(_EARLIER, {"member": row.member_id, "claim": row.id})
    return _card(session, row, mine, {Claim(state): number for state, number in earlier})


def hold(session: Session, claim_id: int, rulebook: Rulebook, now: datetime) -> ClaimCase:
    """The same, locked: no registration and no other decision can happen until this transaction ends."""
    training_id = session.execute(_TRAINING, {"claim": claim_id}).scalar_one_or_none()
    if training_id is None:
        raise StaleButton
    published.hold(session, training_id)  # the training, not the claim: its registration must wait too
    threads.hold(session, Kind.CLAIM, claim_id)
    return case(session, claim_id, rulebook, now)


def decide(
    session: Session, card: ClaimCase, verdict: Claim, why: str, staff_id: int, rulebook: Rulebook, now: datetime
) -> Outcome:
    """Accept, refuse or close (SETTLED) a claim that is held (`hold`). If something forbids it, nothing changes.

    If the organiser has registered the others already, an accepted claim brings its credit at once, with the day of the
    training.
    """
    reason = barred(card, verdict, staff_id)
    if reason is not None:
        return reason
    values = {"claim": card.id, "verdict": verdict.value, "why": InRow(card.id, why), "now": now, "staff": staff_id}
    if rows(session.execute(_DECIDE, values)) != 1:
        return Outcome.DECIDED_BEFORE
    threads.settle(session, Kind.CLAIM, card.id, State.DECIDED, now)
    if verdict is Claim.ACCEPTED and card.mine.listed.registered:
        registration.recognise(session, card.member_id, card.mine.listed, rulebook, now)
    if verdict is not Claim.SETTLED:
        letters.put(session, member_id=card.member_id, key=ClaimDecided(card.id), slot="1", at=now)
    return Outcome.DONE


def refused_for(session: Session, member_id: int, training_id: int) -> str:
    """Why the member's claim of this training was refused; empty if no claim was refused."""
    return session.execute(_REFUSED, {"member": member_id, "training": training_id}).scalar_one_or_none() or ""


def barred(card: ClaimCase, verdict: Claim, staff_id: int) -> Outcome | None:
    """What forbids this decision; None if nothing does."""
    if card.state is not Claim.OPEN:
        return Outcome.DECIDED_BEFORE
    if card.member_id == staff_id:
        return Outcome.OWN
    if card.care.is_others(staff_id):
        return Outcome.TAKEN
    if card.registered is not (verdict is Claim.SETTLED):
        return Outcome.REGISTERED if card.registered else Outcome.NOT_REGISTERED
    if verdict is Claim.ACCEPTED and not card.can_earn:
        return Outcome.CANNOT_EARN
    return None


def _card(session: Session, row: Any, mine: Mine, earlier: Mapping[Claim, int]) -> ClaimCase:
    """Build it from a row of _ONE."""
    by = "" if row.decided_by is None else persons.name(session, row.decided_by)
    decided = Decision(row.decided_at, by, row.reason or "") if row.decided_at else None
    return ClaimCase(
        id=row.id,
        member_id=row.member_id,
        name=row.name,
        kana=row.kana,
        member_no=row.member_no,
        can_earn=row.earns,
        note=row.note,
        claimed_at=row.claimed_at,
        state=Claim(row.state),
        decision=decided,
        mine=mine,
        earlier=earlier,
        care=threads.care(session, Kind.CLAIM, row.id),
    )
