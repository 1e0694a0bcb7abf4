"""Trainings for tests: held today, entered and left by code, registered by lists."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from content.attendance import checkin as codes
from content.attendance.training import Attendance, Form, ListedTraining, Present, Training
from content.rules import Rulebook
from content.study.course import CommonLecture
from storage.trainings import published, registration

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def training(starts: datetime, slug: str = "asthma-talk", **changes: object) -> Training:
    """An hour and a half in Tokyo."""
    one = Training(
        slug=slug,
        title="気管支喘息の長期管理",
        organiser="見本市医師会",
        prefecture="東京都",
        form=Form.IN_PERSON,
        code=79,
        half_units=3,
        sample=False,
        starts_at=starts,
        ends_at=starts + 90 * MINUTE,
        common_lecture=CommonLecture("必修講習A 医療安全", 2),
    )
    return replace(one, **changes)  # type: ignore[arg-type]  # fields of Training


def publish(session: Session, one: Training, at: datetime) -> ListedTraining:
    published.publish(session, one, at)
    return published.by_slug(session, one.slug)


def code(session: Session, listed: ListedTraining, at: datetime) -> str:
    """What the screen in the room shows at that moment."""
    return codes.code(published.secret(session, listed.id), codes.step_of(at, Rulebook().now(at)))


def present(slug: str, *lines: tuple[str, int]) -> Attendance:
    """An organiser's list of (member ID, half-units)."""
    every = [Present(line, no, half_units, "", "") for line, (no, half_units) in enumerate(lines, start=2)]
    return Attendance(Path("list.csv"), slug, tuple(every))


def registers(session: Session, slug: str, lines: Sequence[tuple[str, int]], at: datetime) -> int:
    return registration.register(session, present(slug, *lines), Rulebook(), at)
