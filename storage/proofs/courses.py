"""The chapters that members watched to the end, and the tests that they passed, counted and graded again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from content.proving.ground import Ground, Terms
from content.rules import Rulebook
from content.study.watching import Watched
from content.values import CreditKind
from storage.proofs.span import Span, among
from storage.proofs.wordings import CourseWording, Programme
from storage.tables import Answer, Attempt, Enrolment, Member, Progress

_WATCHED = select(Progress.member_id, Progress.film_id, Progress.bitmap, Progress.completed_at).where(
    among(Progress.member_id), Progress.completed_at.is_not(None)
)
_PASSED = select(
    Attempt.id, Attempt.member_id, Attempt.course_id, Attempt.edition_id, Attempt.pinned, Attempt.finished_at
).where(among(Attempt.member_id), Attempt.state == "passed")
_TICKED = (
    select(Answer.attempt_id, Answer.place, Answer.ticked)
    .join(Attempt, Attempt.id == Answer.attempt_id)
    .where(among(Attempt.member_id), Attempt.state == "passed")
)
_FINISHED = select(Enrolment.member_id, Enrolment.course_id).where(
    among(Enrolment.member_id), Enrolment.finished_at.is_not(None)
)
_EARNING = select(Member.id, Member.resumed_at).where(among(Member.id), Member.earns)

Key = tuple[int, int]
"""A member and a course."""


@dataclass
class _Done:
    """What one member did with one course: when a chapter was first completed, when tests were passed."""

    chapters: dict[int, datetime] = field(default_factory=dict)
    passed: list[datetime] = field(default_factory=list)
    finished: bool = False

    def met(self, wording: CourseWording) -> datetime | None:
        """Since when all chapters of this wording are watched and a test is passed; None if that is not so."""
        ends = [self.chapters.get(chapter.number) for chapter in wording.course.chapters]
        known = [end for end in ends if end is not None]
        return max(*known, min(self.passed)) if self.passed and known and len(known) == len(ends) else None

    def events(self, since: datetime) -> Iterator[datetime]:
        """The moments from then on at which a credit could be written."""
        return (at for at in sorted({*self.chapters.values(), *self.passed}) if at >= since)


def grounds(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> Iterator[Ground]:
    """Every course that a member has done something with that may bring its credit."""
    found = _done(session, span, programme, rulebook)
    earning = {row.id: row.resumed_at for row in session.execute(_EARNING, span.values)}
    for (member_id, course_id), done in found.items():
        wordings = programme.courses[course_id]
        terms = _terms(done, wordings, rulebook)
        # it may be of a wording that was published after the last act; then nothing had to be written yet
        sure = done.finished or all(done.met(one) for one in wordings)
        yield Ground(
            member_id=member_id,
            source=wordings[-1].course.source,
            sample=wordings[-1].course.sample,
            terms=terms,
            due=bool(terms) and sure and member_id in earning and not _before(terms, earning[member_id]),
            why="all chapters are watched and a test is passed",
        )


def _before(terms: Sequence[Terms], resumed_at: datetime | None) -> bool:
    """Whether it may fall into the time in which the membership had ended: only the end of that time is on record."""
    return resumed_at is not None and any(one.earned_at < resumed_at for one in terms)


def _terms(done: _Done, wordings: Sequence[CourseWording], rulebook: Rulebook) -> tuple[Terms, ...]:
    """By each wording, with the moment at which its conditions were met; with the later acts too if there are several
    wordings, since the one that counts may have been published in between.
    """
    found = []
    for one in wordings:
        met = done.met(one)
        if met is None:
            continue
        moments = [at for at in done.events(met) if at >= one.published_at]
        found += [_of(one, at, rulebook) for at in (moments if len(wordings) > 1 else moments[:1])]
    return tuple(found)


def _of(wording: CourseWording, at: datetime, rulebook: Rulebook) -> Terms:
    course = wording.course
    return Terms(
        kind=CreditKind(course.kind.value),
        half_units=course.half_units,
        code=course.code,
        title=course.title,
        organiser=course.planning,
        earned_at=at,
        rule_version=rulebook.now(at).version,
        common=course.common_lecture,
    )


def _done(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> Mapping[Key, _Done]:
    found: dict[Key, _Done] = defaultdict(_Done)
    for member_id, film_id, bitmap, completed_at in session.execute(_WATCHED, span.values):
        film = programme.films[film_id]
        if completed_at and Watched(bitmap, film.seconds).complete(rulebook.now(completed_at).watch_threshold_pct):
            chapters = found[member_id, film.course_id].chapters
            chapters[film.chapter] = min(completed_at, chapters.get(film.chapter, completed_at))
    for key, at in _passed(session, span, programme, rulebook):
        found[key].passed.append(at)
    for member_id, course_id in session.execute(_FINISHED, span.values):
        found[member_id, course_id].finished = True
    return found


def _passed(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> Iterator[tuple[Key, datetime]]:
    """When tests were passed, as far as their answers do pass."""
    ticked: dict[int, dict[int, int]] = defaultdict(dict)
    for attempt_id, place, bits in session.execute(_TICKED, span.values):
        ticked[attempt_id][place] = bits
    for row in session.execute(_PASSED, span.values):
        if row.finished_at and _passes(row, ticked[row.id], programme.editions[row.edition_id], rulebook):
            yield (row.member_id, row.course_id), row.finished_at


def _passes(row: Row[*tuple[Any, ...]], ticked: Mapping[int, int], wording: CourseWording, rulebook: Rulebook) -> bool:
    """Whether the answers that were given pass, by the wording that was shown and the rules of that day."""
    right = sum(ticked.get(place) == wording.key[question] for place, (question, _) in enumerate(row.pinned, start=1))
    return rulebook.now(row.finished_at).passes(right, len(row.pinned))
