"""Attempts at a self-assessment. Each pins its order at the beginning, is answered by taps, and is graded once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, Select, Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from content.refusals import StaleButton
from content.rules import Rules
from content.study import grading
from content.study.course import Course, ListedCourse
from content.study.grading import Attempt, Chosen, Pin, Sitting, Taken
from storage.engine.answers import EVERY_BIT, Answers
from storage.engine.documents import Reading, Shelf
from storage.engine.statements import insert_new, rows, run
from storage.tables import Answer, Edition
from storage.tables import Attempt as AttemptRow
from storage.tables import Course as CourseRow

OPEN, PASSED, FAILED = "open", "passed", "failed"
MOST_LOOKS = 10
"""So often nobody is quicker. Whoever looked for ever would keep everybody from the record."""
_SHELF = Shelf(Reading.of, most=1_000)
_ANSWERS = Answers(Answer, AttemptRow)

# selects on tables, not on mapped classes: with mapped rows a tap takes a third longer
_ATTEMPTS, _EDITIONS = cast(Table, AttemptRow.__table__), cast(Table, Edition.__table__)
_ATTEMPT, _EDITION = _ATTEMPTS.c, _EDITIONS.c
_IS_OPEN = _ATTEMPT.state == OPEN
_MINE = _ATTEMPT.member_id == bindparam("member")
_THIS = (_ATTEMPT.id == bindparam("attempt"), _MINE)
_OF_COURSE = (_MINE, _ATTEMPT.course_id == bindparam("course"))
_READ = select(
    _ATTEMPT.id,
    _ATTEMPT.course_id,
    _ATTEMPT.edition_id,
    _ATTEMPT.pinned,
    _ATTEMPT.state,
    _ATTEMPT.finished_at,
    _EDITION.fingerprint,
).join(_EDITIONS, _EDITION.id == _ATTEMPT.edition_id)
_OWN = _READ.where(*_THIS)
# under this lock no answer can arrive between reading the answers and closing the attempt
_OWN_LOCKED = _OWN.with_for_update(of=_ATTEMPTS)
_BEGUN = _READ.where(*_OF_COURSE, _IS_OPEN)
_DOCUMENTS = select(_EDITION.fingerprint, _EDITION.document).where(_EDITION.id.in_(bindparam("ids", expanding=True)))
_TAKEN = select(
    func.coalesce(func.max(_ATTEMPT.number), 0).label("sittings"),  # the oldest ones may be dropped
    func.max(_ATTEMPT.finished_at).filter(_ATTEMPT.state == FAILED).label("failed_at"),
).where(*_OF_COURSE)
_LATEST_FIRST = (
    select(_ATTEMPT.id)
    .join(CourseRow, CourseRow.id == _ATTEMPT.course_id)
    .outerjoin(Answer, Answer.attempt_id == _ATTEMPT.id)
    .where(_MINE, _IS_OPEN, CourseRow.edition_id.is_not(None))
    .group_by(_ATTEMPT.id)
    .order_by(func.coalesce(func.max(Answer.at), _ATTEMPT.started_at).desc(), _ATTEMPT.id.desc())
)
_NEW = insert_new(AttemptRow)
_CLOSE = (
    update(AttemptRow)
    .where(*_THIS, _IS_OPEN)
    .values(
        state=bindparam("verdict"),
        finished_at=bindparam("at"),
        right=bindparam("right_ones"),
        rule_version=bindparam("rule"),
    )
    .execution_options(synchronize_session=False)
)


@dataclass(frozen=True)
class Graded:
    """An attempt after a request to grade it. `now`: this request graded it, not an earlier one."""

    attempt: Attempt
    now: bool


def begin(session: Session, member_id: int, listed: ListedCourse, at: datetime) -> Attempt:
    """The member's open attempt at this course, or a new one. Raises NoMoreTests or RetakeLater.

    If several requests begin at once, one writes the row. The others look again: they find it, or count it.
    """
    for _ in range(MOST_LOOKS):
        if (found := _under_way(session, member_id, listed.id)) is not None:
            return found
        before = taken(session, member_id, listed.id)
        grading.admit(listed.course.retake, before, at)
        _start(session, member_id, listed, before.sittings + 1, at)
    raise RuntimeError(f"attempt {before.sittings + 1} was neither begun nor found")


def taken(session: Session, member_id: int, course_id: int) -> Taken:
    """How often the member has taken this course's test, with the open attempt."""
    found = session.execute(_TAKEN, {"member": member_id, "course": course_id}).one()
    return Taken(found.sittings, found.failed_at)


def own(session: Session, member_id: int, attempt_id: int) -> Attempt:
    """The member's attempt with this number, in any state. Raises StaleButton if the member has no such attempt."""
    return _with_answers(session, _bare(session, _OWN, member_id, attempt_id))


def answering(session: Session, member_id: int, attempt_id: int) -> Attempt:
    """The same if it can still be answered. Otherwise raises StaleButton."""
    found = own(session, member_id, attempt_id)
    if found.state != OPEN:
        raise StaleButton
    return found


def open_ones(session: Session, member_id: int) -> tuple[int, ...]:
    """The member's open attempts at courses that are published now, the one answered last first."""
    return tuple(session.execute(_LATEST_FIRST, {"member": member_id}).scalars())


def choose(
    session: Session, member_id: int, attempt_id: int, place: int, choice: int, at: datetime, *, off: bool = False
) -> Chosen:
    """Tick the choice that is shown with this number. It replaces another tick unless several may be ticked. `off`:
    untick it.

    The same act twice changes nothing further. Raises StaleButton if attempt, place or choice can't be answered.
    """
    attempt = _bare(session, _OWN, member_id, attempt_id)
    try:
        bit, several = attempt.sitting.bit(place, choice), attempt.sitting.question(place).several
    except LookupError:
        raise StaleButton from None
    if off and not several:
        raise StaleButton
    kept, added = EVERY_BIT ^ bit if several else 0, 0 if off else bit
    changed = _ANSWERS.put(
        session, member_id=member_id, sheet_id=attempt_id, place=place, kept=kept, added=added, at=at
    )
    if not changed:
        return Chosen(answering(session, member_id, attempt_id), changed=False)
    return Chosen(_with_answers(session, attempt), changed=True)


def grade(session: Session, member_id: int, attempt_id: int, rules: Rules, at: datetime) -> Graded:
    """Grade an open attempt by these rules, for ever. An attempt with unanswered places, or a graded one, stays as it
    is. Raises StaleButton if the attempt is not the member's.
    """
    attempt = _with_answers(session, _bare(session, _OWN_LOCKED, member_id, attempt_id))
    if attempt.state != OPEN or attempt.sitting.unanswered:
        return Graded(attempt, now=False)
    verdict = grading.state_of(attempt.sitting, rules)
    values = {"verdict": verdict, "at": at, "right_ones": attempt.sitting.right, "rule": rules.version}
    if rows(session.execute(_CLOSE, {"attempt": attempt_id, "member": member_id} | values)) != 1:
        return Graded(own(session, member_id, attempt_id), now=False)
    return Graded(replace(attempt, state=verdict, finished_at=at), now=True)


def _under_way(session: Session, member_id: int, course_id: int) -> Attempt | None:
    found = session.execute(_BEGUN, {"member": member_id, "course": course_id}).one_or_none()
    return None if found is None else _with_answers(session, _attempt(session, found))


def _start(session: Session, member_id: int, listed: ListedCourse, number: int, at: datetime) -> None:
    # the seed is made of numbers on record, so that two processes that begin the same sitting pin the same order
    pinned = grading.pin(listed.course, f"{member_id}:{listed.id}:{number}")
    values = {
        "member_id": member_id,
        "course_id": listed.id,
        "edition_id": listed.edition_id,
        "number": number,
        "pinned": [[pin.question, list(pin.choices)] for pin in pinned],
        "state": OPEN,
        "started_at": at,
    }
    run(session, _NEW, values)


def _bare(
    session: Session,
    statement: Select[*tuple[Any, ...]],
    member_id: int,
    attempt_id: int,
) -> Attempt:
    """The attempt without its answers: a tap needs only the order first, and reads the answers after writing."""
    found = session.execute(statement, {"member": member_id, "attempt": attempt_id}).one_or_none()
    if found is None:
        raise StaleButton
    return _attempt(session, found)


def _attempt(session: Session, found: Row[*tuple[Any, ...]]) -> Attempt:
    pinned = tuple(Pin(question, tuple(choices)) for question, choices in found.pinned)
    sitting = Sitting(_course(session, found.edition_id, found.fingerprint), pinned, (0,) * len(pinned))
    return Attempt(found.id, found.course_id, found.edition_id, found.state, found.finished_at, sitting)


def _course(session: Session, edition_id: int, fingerprint: str) -> Course:
    def load(ids: Iterable[int]) -> list[tuple[str, dict[str, Any]]]:
        return [(row.fingerprint, row.document) for row in session.execute(_DOCUMENTS, {"ids": ids})]

    return _SHELF.take({fingerprint: edition_id}, load)[fingerprint].course


def _with_answers(session: Session, attempt: Attempt) -> Attempt:
    ticked = _ANSWERS.of(session, attempt.id)
    places = range(1, attempt.sitting.asked + 1)
    return replace(attempt, sitting=replace(attempt.sitting, ticked=tuple(ticked.get(place, 0) for place in places)))
