"""The attendances of trainings that organisers registered."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from content.attendance.training import source_of
from content.proving.ground import Ground, Terms
from content.rules import Rulebook
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.programme.courses import own_name
from storage.proofs.span import Span, among
from storage.tables import Attendance, Training

_REGISTERED = (
    select(
        Attendance.member_id,
        Attendance.half_units,
        Attendance.registered_at,
        Training.slug,
        Training.sample,
        Training.code,
        Training.half_units.label("whole"),
        Training.held_on,
        Training.starts_at,
        Training.common_category,
        Training.common_half_units,
    )
    .join(Training, Training.id == Attendance.training_id)
    .where(among(Attendance.member_id), Attendance.registered_at.is_not(None))
)


def grounds(session: Session, span: Span, rulebook: Rulebook) -> Iterator[Ground]:
    """Every registered attendance. Title and organiser may be corrected after the registration, so they prove nothing.
    More units than the training has bring no credit.
    """
    return (_ground(row, rulebook) for row in session.execute(_REGISTERED, span.values))


def _ground(row: Row[*tuple[Any, ...]], rulebook: Rulebook) -> Ground:
    fits = 1 <= (row.half_units or 0) <= row.whole
    terms = (_terms(row, rulebook),) if fits else ()
    return Ground(
        member_id=row.member_id,
        source=source_of(own_name(row.slug)),
        sample=row.sample,
        terms=terms,
        due=bool(terms),
        why=f"the attendance was registered at {row.registered_at}",
    )


def _terms(row: Row[*tuple[Any, ...]], rulebook: Rulebook) -> Terms:
    lecture = CommonLecture(row.common_category, row.common_half_units) if row.common_category else None
    return Terms(
        kind=CreditKind.TRAINING,
        half_units=row.half_units,
        code=row.code,
        title=None,
        organiser=None,
        earned_at=row.starts_at,
        rule_version=rulebook.at(row.held_on).version,
        # a member that attended only a part gets no more common units than credit (our rule)
        common=replace(lecture, half_units=min(lecture.half_units, row.half_units)) if lecture else None,
    )
