"""The sample trainings, moved to the days around the demo's beginning: a code is good only while one is held."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from importlib.resources import as_file, files

from sqlalchemy.orm import Session

from bot.demo.people import CLAIM, CLAIMANT
from content.attendance.checkin import Door
from content.attendance.training import Training
from content.package import attendance
from content.package import trainings as package
from content.rules import Rulebook, begins, day_of, local
from storage.engine.sessions import Sessions
from storage.people import members
from storage.trainings import attendances, published, registration

SLOT = timedelta(minutes=15)
TO_ENTER = "infection-basics"
TO_LEAVE = "home-care-team"
CLAIMED = "dementia-care"
PRESENT = tuple(f"100000000{number}" for number in range(1, 8))
DAYS: Mapping[str, int] = {
    "dementia-care": -14,
    "diabetes-osaka": -7,
    "insomnia-recording": -6,
    "medical-ethics": 7,
}
"""By slug: how many days after the demo's first day the training is held."""


def furnish(sessions: Sessions, at: datetime) -> None:
    """Publish a training whose entry is open now, one whose exit is (all members have entered it), and others around
    them. One that is over has a late claim, which waits for staff.
    """
    with as_file(files("content") / "trainings") as folder, sessions.begin() as session:
        for file in sorted(folder.glob("*.yaml")):
            announced, faults = package.read(file, file)
            if announced is None:
                raise RuntimeError(f"a sample training does not pass its own checks: {faults}")
            published.publish(session, moved(announced.training, at), at)
        for file in sorted(folder.glob("*.csv")):
            listed, faults = attendance.read(file, file)
            if listed is None or faults:
                raise RuntimeError(f"a sample list does not pass its own checks: {faults}")
            registration.register(session, listed, Rulebook(), at)
        left = published.by_slug(session, TO_LEAVE)
        for typed in PRESENT:
            attendances.pass_door(
                session, _member(session, sessions, typed), left.id, Door.ENTRY, left.training.starts_at
            )
        missed = published.by_slug(session, CLAIMED)
        said_at = missed.training.ends_at + timedelta(days=Rulebook().now(at).late_claim_days)
        attendances.claim(session, _member(session, sessions, CLAIMANT), missed.id, CLAIM, said_at)


def _member(session: Session, sessions: Sessions, typed: str) -> int:
    return members.account(session, sessions.cipher, typed, member_no=True, mamis_id=False).id


def register(session: Session, at: datetime) -> None:
    """Register those who came to both trainings and left, once these are over, as their organisers would."""
    for slug in (TO_ENTER, TO_LEAVE):
        if published.by_slug(session, slug).training.ends_at <= at:
            registration.confirm(session, slug, Rulebook(), at)


def moved(training: Training, at: datetime) -> Training:
    """The same training, moved to this moment."""
    length = training.ends_at - training.starts_at
    starts = _starts(training, at, length)
    return replace(training, starts_at=starts, ends_at=starts + length)


def _starts(training: Training, at: datetime, length: timedelta) -> datetime:
    clock = local(at)
    quarter = at - timedelta(minutes=clock.minute % 15, seconds=clock.second, microseconds=clock.microsecond)
    if training.slug == TO_ENTER:
        return quarter + 2 * SLOT
    if training.slug == TO_LEAVE:
        return quarter + SLOT - length
    held = local(training.starts_at)
    day = day_of(at) + timedelta(days=DAYS[training.slug])
    return begins(day) + timedelta(hours=held.hour, minutes=held.minute)
