"""What makes letters be written about courses, trainings and issues that are to come."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from content.attendance.training import ListedTraining
from content.hours import USUAL
from content.keys.calendar_letters import IssueEntry, TrainingEntry
from content.keys.letter import LetterKey
from content.keys.letters import NewCourses
from content.keys.training_letters import TrainingTomorrow
from content.rules import day_of
from storage.post import letters
from storage.trainings import awaited
from tests import issues, samples
from tests.storage.training import HOUR, publish, training

DAY = timedelta(days=1)


def training_entry(session: Session, _me: int, at: datetime) -> LetterKey:
    return TrainingEntry(publish(session, training(at + 7 * DAY, "to-come"), at).id)


def issue_entry(session: Session, _me: int, at: datetime) -> LetterKey:
    return IssueEntry(issues.publish(session, issues.an_issue(), at).id)


def new_courses(session: Session, me: int, at: datetime) -> None:
    """Sooner than it would be written: a course came today, and the letter is that of tomorrow."""
    samples.publish(session, samples.course("new-here", code=50), at)
    letters.put(session, member_id=me, key=NewCourses(day_of(at) + DAY), slot="1", at=at)


def training_tomorrow(session: Session, me: int, at: datetime) -> None:
    """The member asked to hear of a training of tomorrow. It has the slot of the round, which then queues no other."""
    listed = _awaited(session, me, at, at + DAY)
    slot = listed.training.held_on.isoformat()
    letters.put(session, member_id=me, key=TrainingTomorrow(listed.id), slot=slot, at=at)


def checkin_opens(session: Session, me: int, at: datetime) -> None:
    """The member asked to hear of a training that takes entries now."""
    listed = _awaited(session, me, at, at + HOUR)
    assert awaited.tell_opened(session, [(me, listed.id, listed.training.starts_at)], at)


def _awaited(session: Session, me: int, at: datetime, starts: datetime) -> ListedTraining:
    listed = publish(session, training(starts, f"awaited-{starts:%d-%H}"), at)
    awaited.ask(session, me, listed, USUAL, at)
    return listed
