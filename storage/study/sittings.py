"""Which attempts at a self-assessment are kept: the latest ones, and the first that was passed."""

from sqlalchemy import BindParameter, bindparam, delete, func, select
from sqlalchemy.orm import Session

from storage.tables import Answer, Attempt

_OF_COURSE = (Attempt.member_id == bindparam("member"), Attempt.course_id == bindparam("course"))
_NEWEST = select(func.max(Attempt.number)).where(*_OF_COURSE).scalar_subquery()
_CREDITED = (
    select(Attempt.id)
    .where(*_OF_COURSE, Attempt.state == "passed")
    .order_by(Attempt.finished_at, Attempt.id)
    .limit(1)
    .scalar_subquery()
)
_OLD = select(Attempt.id).where(
    *_OF_COURSE,
    Attempt.state != "open",
    Attempt.number <= _NEWEST - bindparam("kept"),
    Attempt.id != func.coalesce(_CREDITED, 0),
)
_IDS: BindParameter[list[int]] = bindparam("ids", expanding=True)
_DROP_ANSWERS = delete(Answer).where(Answer.attempt_id.in_(_IDS)).execution_options(synchronize_session=False)
_DROP = delete(Attempt).where(Attempt.id.in_(_IDS)).execution_options(synchronize_session=False)


def drop_old(session: Session, member_id: int, course_id: int, kept: int) -> int:
    """Drop the member's attempts at this course, with their answers, but for the latest `kept`; returns how many.

    The first that was passed stays, however long ago that was: the credit was given for it. The numbers of attempts go
    on, so a course that allows a number of them still counts all that were taken.
    """
    old = session.execute(_OLD, {"member": member_id, "course": course_id, "kept": kept}).scalars().all()
    if old:
        session.execute(_DROP_ANSWERS, {"ids": old})
        session.execute(_DROP, {"ids": old})
    return len(old)
