"""Practice of the wrong questions of a member's latest attempt.

It changes neither attempts nor answers, and its rows go when the next attempt begins. So a test leaves the same record
with practice before it and without.
"""

from datetime import datetime

from sqlalchemy import Integer, bindparam, delete, exists, select, update
from sqlalchemy.orm import Session, aliased

from content.study import practice
from content.study.grading import Attempt
from content.study.practice import Last, Mark, Practice
from storage.engine.base import Moment
from storage.engine.statements import insert_new, rows, run
from storage.tables import Attempt as AttemptRow
from storage.tables import PracticeAnswer

_OF_COURSE = (AttemptRow.member_id == bindparam("member"), AttemptRow.course_id == bindparam("course"))
_LAST = (
    select(AttemptRow.id, AttemptRow.edition_id, AttemptRow.state, AttemptRow.number)
    .where(*_OF_COURSE)
    .order_by(AttemptRow.number.desc())
    .limit(1)
)
_HOLD = insert_new(PracticeAnswer)
_MARKS = select(PracticeAnswer.place, PracticeAnswer.ticked, PracticeAnswer.answered_at).where(
    PracticeAnswer.attempt_id == bindparam("attempt")
)
_LATER = aliased(AttemptRow)
_OPEN = exists().where(
    AttemptRow.id == bindparam("attempt"),
    AttemptRow.member_id == bindparam("member"),
    AttemptRow.state == practice.FAILED,
    ~exists().where(
        _LATER.member_id == AttemptRow.member_id,
        _LATER.course_id == AttemptRow.course_id,
        _LATER.number > AttemptRow.number,
    ),
)
_TICKED = PracticeAnswer.ticked.op("&")(bindparam("kept", type_=Integer)).op("|")(bindparam("added", type_=Integer))
# one statement sees that there is no answer yet and writes it: of two that come at once, one is the answer
_MARK = (
    update(PracticeAnswer)
    .where(PracticeAnswer.attempt_id == bindparam("attempt"), PracticeAnswer.place == bindparam("at_place"))
    .where(PracticeAnswer.answered_at.is_(None), _OPEN)
    .values(ticked=_TICKED, answered_at=bindparam("answered", type_=Moment))
    .execution_options(synchronize_session=False)
)
_DROP = (
    delete(PracticeAnswer)
    .where(PracticeAnswer.attempt_id.in_(select(AttemptRow.id).where(*_OF_COURSE)))
    .execution_options(synchronize_session=False)
)


def last(session: Session, member_id: int, course_id: int) -> Last | None:
    """The member's latest attempt at this course; None if the member never sat its test."""
    found = session.execute(_LAST, {"member": member_id, "course": course_id}).one_or_none()
    return None if found is None else Last(found.id, found.edition_id, found.state, found.number)


def hold(session: Session, attempt: Attempt) -> Practice:
    """The practice of this failed attempt as it stands. From now on each of its places has a row."""
    places = attempt.sitting.wrong_places
    run(session, _HOLD, [{"attempt_id": attempt.id, "place": one, "ticked": 0} for one in places])
    found = session.execute(_MARKS, {"attempt": attempt.id})
    return practice.of(attempt, {row.place: Mark(row.ticked, row.answered_at is not None) for row in found})


def mark(
    session: Session,
    member_id: int,
    attempt_id: int,
    place: int,
    *,
    kept: int,
    added: int,
    answered: datetime | None,
) -> bool:
    """Keep the bits `kept` of what is ticked at this place, and add the bits `added`; `answered`: this is the answer,
    from now on. False if nothing was written: the answer was given before, or practice of this attempt is over.
    """
    row = {"member": member_id, "attempt": attempt_id, "at_place": place}
    return rows(session.execute(_MARK, {**row, "kept": kept, "added": added, "answered": answered})) == 1


def drop(session: Session, member_id: int, course_id: int) -> None:
    """End the practice of this course."""
    session.execute(_DROP, {"member": member_id, "course": course_id})
