"""Trainings as the search looks for them: those to come and those that are not long over."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from content.attendance.training import ListedTraining
from storage.tables import Training as TrainingRow
from storage.trainings.published import listed

_SHOWN = TrainingRow.withdrawn_at.is_(None)
_PRINTS = (
    select(TrainingRow.id, TrainingRow.fingerprint, TrainingRow.ends_at)
    .where(TrainingRow.ends_at > bindparam("since"), _SHOWN)
    .order_by(TrainingRow.id)
)
_EVERY = select(TrainingRow).where(_SHOWN).order_by(TrainingRow.starts_at.desc(), TrainingRow.id.desc())
_THESE = _EVERY.where(TrainingRow.id.in_(bindparam("ids", expanding=True)))


def since(session: Session, moment: datetime) -> tuple[Row[int, str, datetime], ...]:
    """(id, fingerprint, ends_at) of the trainings that are not over or ended after this moment."""
    return tuple(session.execute(_PRINTS, {"since": moment}))


def these(session: Session, ids: Collection[int]) -> tuple[ListedTraining, ...]:
    """The trainings with these numbers, the latest first."""
    return tuple(map(listed, session.execute(_THESE, {"ids": ids}).scalars())) if ids else ()


def every(session: Session) -> tuple[ListedTraining, ...]:
    """All trainings that were ever announced and not taken back, the latest first."""
    return tuple(map(listed, session.execute(_EVERY).scalars()))
