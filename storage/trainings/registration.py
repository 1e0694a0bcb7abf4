"""Organisers register the attendances of a training. Only the registration brings the credit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from sqlalchemy import Select, and_, bindparam, or_, select, update
from sqlalchemy.orm import Session

from content.attendance.attending import Claim
from content.attendance.training import Announcement, Attendance, ListedTraining, Present, Training
from content.keys.letters import TrainingRegistered
from content.package import Fault
from content.package import training_reasons as say
from content.package.trainings import shown_credit
from content.rules import JAPAN, Rulebook
from content.values import CreditKind
from storage.credits import brought, earning
from storage.credits.earning import Gain
from storage.engine.base import cipher_of
from storage.people import ids
from storage.post import letters
from storage.tables import Attendance as Row
from storage.tables import LateClaim, Member
from storage.tables import Training as TrainingRow
from storage.trainings import attendances, published
from storage.trainings.published import FIXED

_REGISTERED = select(Row.member_id, Row.half_units).where(
    Row.training_id == bindparam("training"), Row.registered_at.is_not(None)
)
_TO_REGISTER = (
    select(Row.member_id)
    .join(Member, Member.id == Row.member_id)
    .outerjoin(LateClaim, and_(LateClaim.training_id == Row.training_id, LateClaim.member_id == Row.member_id))
    .where(Row.training_id == bindparam("training"), Row.registered_at.is_(None), Member.earns)
    .order_by(Row.member_id)
)
_CLAIMED = _TO_REGISTER.where(LateClaim.state == Claim.ACCEPTED.value)
_PRESENT = _TO_REGISTER.where(
    or_(and_(Row.entered_at.is_not(None), Row.left_at.is_not(None)), LateClaim.state == Claim.ACCEPTED.value)
)
_REGISTER = (
    update(Row)
    .where(Row.training_id == bindparam("at_training"), Row.member_id == bindparam("at_member"))
    .where(Row.registered_at.is_(None))
    .values(registered_at=bindparam("now"), half_units=bindparam("halves"))
)
_TIMES = (
    update(Row)
    .where(Row.training_id == bindparam("at_training"), Row.member_id == bindparam("at_member"))
    .where(Row.entered_at.is_(None), Row.left_at.is_(None))
    .values(entered_at=bindparam("entered"), left_at=bindparam("left"))
)
_FIRST = (
    update(TrainingRow)
    .where(TrainingRow.id == bindparam("wanted"), TrainingRow.registered_at.is_(None))
    .values(registered_at=bindparam("now"))
)


def doubts_of_training(session: Session, announced: Announcement, now: datetime) -> Iterator[Fault]:
    """The faults of an announcement that only the record shows."""
    training = announced.training
    if announced.confirmed and now < training.ends_at:
        yield Fault(announced.file, announced.line, say.NOT_OVER)
    before = published.known(session, training.slug)
    if before is None or published.is_replaced(before.sample, training):
        return
    registered = published.by_slug(session, training.slug).registered
    if registered and any(getattr(before, name) != getattr(training, name) for name in FIXED):
        yield Fault(announced.file, 1, say.CHANGED)


def doubts_of_list(session: Session, listed: Attendance, training: Training, now: datetime) -> Iterator[Fault]:
    """The faults of an organiser's list that only the record shows: unknown members, and other units on record."""
    if now < training.ends_at:
        yield Fault(listed.file, 1, say.NOT_OVER)
    known, held = _members(session, listed.present), published.known(session, listed.slug)
    replaced = held is not None and published.is_replaced(held.sample, training)
    before = {} if replaced else _registered(session, listed.slug)
    held_before = _brought(session, training, [member_id for member_id, _ in known.values()])
    for attendee in listed.present:
        member_id, can_earn = known.get(attendee.member_no, (0, False))
        if not member_id:
            yield Fault(listed.file, attendee.line, say.no_member(attendee.member_no))
        elif not can_earn:
            yield Fault(listed.file, attendee.line, say.cannot_earn(attendee.member_no))
        elif before.get(member_id, attendee.half_units) != attendee.half_units:
            reason = say.registered_otherwise(attendee.member_no, shown_credit(before[member_id]))
            yield Fault(listed.file, attendee.line, reason)
        elif member_id in held_before and member_id not in before:
            yield Fault(listed.file, attendee.line, say.brought_along(attendee.member_no))


def register(session: Session, listed: Attendance, rulebook: Rulebook, now: datetime) -> int:
    """Register the members on a list, and those whose late claim was accepted, even if the list leaves them out. Write
    their credits. Returns how many were not registered before.

    Raises NoSuchTraining, and KeyError for an unknown member.
    """
    training = published.hold(session, published.by_slug(session, listed.slug).id)
    known = _members(session, listed.present)
    halves = _whole(session, training, _CLAIMED)
    # the organiser's own number of units weighs more than the whole that an accepted claim gets
    halves |= {known[one.member_no][0]: one.half_units for one in listed.present}
    for attendee in listed.present:
        _note_times(session, training, known[attendee.member_no][0], attendee)
    return _award(session, training, halves, rulebook, now)


def confirm(session: Session, slug: str, rulebook: Rulebook, now: datetime) -> int:
    """Register all members that checked in and out, or whose late claim was accepted. Returns how many.

    Raises NoSuchTraining.
    """
    training = published.hold(session, published.by_slug(session, slug).id)
    return _award(session, training, _whole(session, training, _PRESENT), rulebook, now)


def recognise(session: Session, member_id: int, listed: ListedTraining, rulebook: Rulebook, now: datetime) -> None:
    """Register one member whose claim was accepted after the others were registered, since `confirm` may not run again.

    It queues no letter, because the letter of the decision says it. The training must be held (published.hold).
    """
    half_units = listed.training.half_units
    attendances.note(session, member_id, listed.id)
    session.execute(_REGISTER, {"at_training": listed.id, "at_member": member_id, "now": now, "halves": half_units})
    _credit(session, member_id, listed.training, half_units, rulebook, now)


def _whole(session: Session, listed: ListedTraining, whom: Select[int]) -> dict[int, int]:
    """All of the training's half-units for each of these members."""
    found = session.execute(whom, {"training": listed.id}).scalars().all()
    return dict.fromkeys(found, listed.training.half_units)


def _award(
    session: Session, listed: ListedTraining, halves: Mapping[int, int], rulebook: Rulebook, now: datetime
) -> int:
    session.execute(_FIRST, {"wanted": listed.id, "now": now})
    before = _registered(session, listed.training.slug)
    new = {member_id: half_units for member_id, half_units in halves.items() if member_id not in before}
    for member_id, half_units in sorted(new.items()):  # each is held: everybody takes them in one order
        attendances.note(session, member_id, listed.id)
        session.execute(_REGISTER, {"at_training": listed.id, "at_member": member_id, "now": now, "halves": half_units})
        _credit(session, member_id, listed.training, half_units, rulebook, now)
        _tell(session, member_id, listed, rulebook, now)
    return len(new)


def _credit(
    session: Session, member_id: int, training: Training, half_units: int, rulebook: Rulebook, now: datetime
) -> None:
    """Write the credit, with the day of the training. A credit that staff reversed does not come back by itself."""
    common = training.common_lecture
    gain = Gain(
        member_id=member_id,
        kind=CreditKind.TRAINING,
        source=training.source,
        half_units=half_units,
        code=training.code,
        title=training.title,
        organiser=training.organiser,
        earned_at=training.starts_at,
        rules=rulebook.at(training.held_on),
        # a member that attended only a part gets no more common units than credit (our rule)
        common=replace(common, half_units=min(common.half_units, half_units)) if common else None,
        sample=training.sample,
    )
    earning.earn(session, gain, now)


def _tell(session: Session, member_id: int, listed: ListedTraining, rulebook: Rulebook, now: datetime) -> None:
    """Queue the letter, unless the training is long past: a first import of old lists is no news."""
    if now - listed.training.ends_at > timedelta(days=rulebook.now(now).registration_told_days):
        return
    letters.put(session, member_id=member_id, key=TrainingRegistered(listed.id), slot="1", at=now)


def _note_times(session: Session, listed: ListedTraining, member_id: int, one: Present) -> None:
    """Record the organiser's times if the member has no check-in on record."""
    if not one.entered_at and not one.left_at:
        return
    attendances.note(session, member_id, listed.id)
    entered, left = (_moment(listed.training, text) for text in (one.entered_at, one.left_at))
    session.execute(_TIMES, {"at_training": listed.id, "at_member": member_id, "entered": entered, "left": left})


def _moment(training: Training, text: str) -> datetime | None:
    if not text:
        return None
    hour, minute = map(int, text.split(":"))
    return datetime.combine(training.held_on, time(hour, minute), JAPAN)


def _registered(session: Session, slug: str) -> Mapping[int, int]:
    """The registered half-units by member; empty if the training is not published."""
    row = session.execute(select(TrainingRow.id).where(TrainingRow.slug == slug)).scalar_one_or_none()
    found = session.execute(_REGISTERED, {"training": row or 0})
    return {member_id: half_units or 0 for member_id, half_units in found}


def _brought(session: Session, training: Training, members: Sequence[int]) -> frozenset[int]:
    """Who has the credit of this training from an import that was made when the training was not published here."""
    titles = (training.title, training.title_en)
    return brought.holders(session, members, training.held_on, training.code, titles)


def _members(session: Session, present: Sequence[Present]) -> Mapping[str, tuple[int, bool]]:
    """(id, can earn) by the member's number as the list writes it. Unknown numbers are left out."""
    cipher = cipher_of(session.get_bind().dialect)
    return ids.by_numbers(session, cipher, (attendee.member_no for attendee in present))
