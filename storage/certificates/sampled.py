"""What of samples a record holds that is not the demo's: contents, credits, and certificates that show such credits.

The contents can be taken back. Credits stay in the ledger and count nowhere.
"""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from storage.credits import samples
from storage.journal import issues
from storage.programme import courses
from storage.tables import Broadcast, Certificate, Credit, MaintenancePeriod, Training
from storage.trainings import published as trainings

_TRAININGS = select(Training.slug).where(Training.sample, Training.withdrawn_at.is_(None)).order_by(Training.slug)
_BROADCASTS = select(func.count()).where(Broadcast.sample, Broadcast.withdrawn_at.is_(None))
_PERIODS = (
    select(MaintenancePeriod.slug)
    .where(MaintenancePeriod.sample, MaintenancePeriod.withdrawn.is_(False))
    .order_by(MaintenancePeriod.slug)
)
_NO_BROADCASTS = update(Broadcast).where(Broadcast.sample, Broadcast.withdrawn_at.is_(None))
_NO_PERIODS = update(MaintenancePeriod).where(MaintenancePeriod.sample).values(withdrawn=True)
_CREDITS = select(func.coalesce(func.sum(Credit.sign), 0)).where(Credit.sample)
_EARNERS = select(Credit.member_id).where(Credit.sample)
_FACTS = (
    select(Certificate.facts)
    .where(Certificate.paper_sha256.is_not(None), Certificate.member_id.in_(_EARNERS))
    .execution_options(yield_per=1_000)
)


def contents(session: Session) -> tuple[str, ...]:
    """The names of all that is published as a sample ("course:asthma"). In the demo nothing is amiss: none."""
    return () if samples.count_here(session) else tuple(_contents(session))


def credits(session: Session) -> int:
    """How many credits of samples stand; they count nowhere. In the demo 0."""
    return 0 if samples.count_here(session) else int(session.execute(_CREDITS).scalar_one())


def certificates(session: Session) -> int:
    """How many papers that were issued show such credits; each says so itself. In the demo 0."""
    if samples.count_here(session):
        return 0
    return sum(facts.get("sample", False) for facts in session.execute(_FACTS).scalars())


def withdraw(session: Session, at: datetime) -> tuple[str, ...]:
    """Take back all that is published as a sample. Returns its names, as `contents` gave them; in the demo none."""
    names = contents(session)
    if names:
        courses.withdraw_samples(session)
        issues.withdraw_samples(session)
        trainings.withdraw_samples(session, at)
        session.execute(_NO_BROADCASTS.values(withdrawn_at=at))
        session.execute(_NO_PERIODS)
    return names


def _contents(session: Session) -> Iterator[str]:
    yield from (one.source for one in courses.listed(session) if one.course.sample)
    journal = issues.listed(session)
    yield from (one.issue.source for one in journal.issues if one.issue.sample)
    yield from (f"journal:{one.slug}" for one in journal.specials if one.sample)
    yield from (f"training:{slug}" for slug in session.execute(_TRAININGS).scalars())
    if number := session.execute(_BROADCASTS).scalar_one():
        yield f"broadcasts: {number}"
    yield from (f"maintenance:{slug}" for slug in session.execute(_PERIODS).scalars())
