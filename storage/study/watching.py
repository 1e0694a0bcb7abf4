"""Viewings, and what they record. The rule of what counts is in content.study.watching; this module records it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import and_, bindparam, delete, select, update
from sqlalchemy.orm import Session

from content.keys.letters import ChapterDone
from content.rules import Rules
from content.study.course import Course, ListedCourse
from content.study.watching import Beat, State, Watched, beat
from content.study.watching import Viewing as Live
from storage.engine.statements import insert_new, rows, run
from storage.post import letters
from storage.programme import courses
from storage.study import enrolments
from storage.study import progress as study
from storage.tables import Film, Member, Progress, Viewing

IDLE = timedelta(hours=30)
"""Far longer than the 120 s that can count between two beats, and longer than a day: a clock that is set to the next
day ends no viewing that goes on.
"""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
_NEW_PROGRESS = insert_new(Progress)
_FILM = select(Film.course_id, Film.chapter, Film.seconds, Film.media).where(Film.id == bindparam("film"))
_MEMBER = select(Member.earns).where(Member.id == bindparam("member")).with_for_update(key_share=True)
_PROGRESS = (
    select(Progress)
    .where(Progress.member_id == bindparam("member"), Progress.film_id == bindparam("film"))
    .with_for_update()
)
_VIEWING = select(Viewing).where(Viewing.token == bindparam("token")).with_for_update()
_END_LIVE = (
    update(Viewing)
    .where(Viewing.member_id == bindparam("member"), Viewing.ended_at.is_(None))
    .values(ended_at=bindparam("at"))
    .returning(Viewing.last_at)
)

_FORGET_OTHERS = delete(Viewing).where(Viewing.member_id == bindparam("member"), Viewing.ended_at.is_not(None))
_OLD = select(Viewing.id).where(Viewing.ended_at < bindparam("before")).limit(500)
_FORGET = (
    delete(Viewing)
    .where(Viewing.id.in_(bindparam("ids", expanding=True)), Viewing.ended_at.is_not(None))
    .execution_options(synchronize_session=False)
)
_IS_IDLE = and_(Viewing.ended_at.is_(None), Viewing.last_at < bindparam("before"))
_IDLE = select(Viewing.id).where(_IS_IDLE).limit(500)
_END_IDLE = (
    update(Viewing)
    .where(Viewing.id.in_(bindparam("ids", expanding=True)), _IS_IDLE)
    .values(ended_at=bindparam("at"))
    .execution_options(synchronize_session=False)
)


class NoSuchFilm(LookupError):
    """No film has this number."""


class NoSuchViewing(LookupError):
    """No viewing of this member and film has this token."""


@dataclass(frozen=True)
class FilmOf:
    """A film, with its course and its chapter."""

    id: int
    listed: ListedCourse
    chapter: int
    seconds: int
    media: tuple[tuple[str, str], ...]  # (source, type), the preferred first

    @property
    def course(self) -> Course:
        return self.listed.course


@dataclass(frozen=True)
class WatchedFilm:
    """What a member has watched of a film. `taken_over`: another viewing has ended this one. `just_completed`: this
    beat completed the film, and the chat will be told.
    """

    watched: Watched
    position: int
    complete: bool
    taken_over: bool = False
    just_completed: bool = False


@dataclass(frozen=True)
class Opened:
    """A viewing that has just begun. `earns`: the member's account can earn credits."""

    token: str
    standing: WatchedFilm
    earns: bool


def film(session: Session, film_id: int) -> FilmOf:
    """The film. Raises NoSuchFilm, or NoSuchCourse if its course is withdrawn."""
    found = session.execute(_FILM, {"film": film_id}).one_or_none()
    if found is None:
        raise NoSuchFilm(film_id)
    media = tuple((one["src"], one["type"]) for one in found.media)
    listed = courses.course(session, found.course_id)
    return FilmOf(film_id, listed, found.chapter, found.seconds, media)


def open_viewing(
    session: Session, member_id: int, film: FilmOf, at: datetime, rules: Rules, steady: datetime | None = None
) -> Opened:
    """Begin a viewing. It ends the member's other live viewing, of any film and on any device.

    A member has two rows at most: this one, and the one that it ended. The grace is in the member's progress, so
    forgetting a viewing gives none again. `steady` is `at` by a clock that does not jump: watched time is counted by
    it (default: `at`).
    """
    steady = steady or at
    # the member's row makes two pages that open at once take turns
    earns = session.execute(_MEMBER, {"member": member_id}).scalar_one()
    session.execute(_FORGET_OTHERS, {"member": member_id})
    ended = session.execute(_END_LIVE, {"member": member_id, "at": at}).scalars().all()
    enrolments.touch(session, member_id, film.listed.id, at)
    token = secrets.token_urlsafe(18)
    session.add(
        Viewing(
            token=token,
            member_id=member_id,
            film_id=film.id,
            opened_at=at,
            # `at` rounded up; but not before a beat on record: another process with a fast clock may have counted that
            # time already
            last_at=max([_moment(-((EPOCH - steady) // MILLISECOND)), *ended]),
            seq=0,
            spare_ms=0,
            ended_at=None,
        )
    )
    return Opened(token, _standing(_progress(session, member_id, film, rules), film), earns)


def take_beat(
    session: Session,
    token: str,
    member_id: int,
    film: FilmOf,
    told: Beat,
    position: int | None,
    at: datetime,
    rules: Rules,
    steady: datetime | None = None,
) -> WatchedFilm:
    """Credit what a beat reports, as far as real time allows. If it completes the film, the chat is told, and the
    credit of the course is written if it is due. `steady` is as in open_viewing. Raises NoSuchViewing.
    """
    viewing = session.execute(_VIEWING, {"token": token}).scalar_one_or_none()
    if viewing is None or (viewing.member_id, viewing.film_id) != (member_id, film.id):
        raise NoSuchViewing
    progress = _progress(session, member_id, film, rules)
    if viewing.ended_at is not None:
        return _standing(progress, film, taken_over=True)
    live = Live(_ms(viewing.last_at), viewing.seq, viewing.spare_ms)
    state = State(progress.bitmap, film.seconds * 1000, progress.grace_left_ms)
    taken = beat(state, live, told, _ms(steady or at), rules.watch_speed_pct)
    if taken.viewing.seq != viewing.seq:
        viewing.seq, viewing.spare_ms = taken.viewing.seq, taken.viewing.spare_ms
        viewing.last_at = _moment(taken.viewing.last_at_ms)
        progress.bitmap, progress.grace_left_ms = taken.state.bitmap, taken.state.grace_left_ms
        progress.watched = taken.state.watched.count
        progress.position = progress.position if position is None else min(position, film.seconds)
        return _standing(progress, film, just_completed=_complete(session, progress, film, at, rules))
    return _standing(progress, film)


def find_idle(session: Session, now: datetime) -> Sequence[int]:
    """The viewings that have been silent for hours: nobody watches there any more."""
    return session.execute(_IDLE, {"before": now - IDLE}).scalars().all()


def end_idle(session: Session, found: Sequence[int], now: datetime) -> int:
    """End those of them that are silent still; returns how many."""
    return rows(session.execute(_END_IDLE, {"ids": found, "before": now - IDLE, "at": now}))


def find_old(session: Session, before: datetime) -> Sequence[int]:
    """The viewings that ended before this moment, some hundreds at most: nobody asks after them."""
    return session.execute(_OLD, {"before": before}).scalars().all()


def forget(session: Session, found: Sequence[int]) -> int:
    """Delete them; returns how many."""
    return rows(session.execute(_FORGET, {"ids": found}))


def _complete(session: Session, progress: Progress, film: FilmOf, at: datetime, rules: Rules) -> bool:
    """Whether this beat completed the film; if so, record that, earn what is due, and tell the chat."""
    watched = Watched(progress.bitmap, film.seconds)
    if progress.completed_at is not None or not watched.complete(rules.watch_threshold_pct):
        return False
    progress.completed_at, progress.rule_version = at, rules.version
    session.flush()
    study.earn_if_due(session, progress.member_id, film.listed, rules, at)
    key = ChapterDone(film.listed.id, film.chapter)
    letters.put(session, member_id=progress.member_id, key=key, slot="done", at=at)
    return True


def _progress(session: Session, member_id: int, film: FilmOf, rules: Rules) -> Progress:
    """The row of this member and film, locked. The first opening makes it."""
    key = {"member": member_id, "film": film.id}
    found = session.execute(_PROGRESS, key).scalar_one_or_none()
    if found is not None:
        return found
    empty = Watched(b"", film.seconds).having(())
    values = {"bitmap": empty.bitmap, "watched": 0, "position": 0, "grace_left_ms": rules.watch_grace_ms}
    run(session, _NEW_PROGRESS, {"member_id": member_id, "film_id": film.id} | values)
    return session.execute(_PROGRESS, key).scalar_one()


def _standing(
    progress: Progress, film: FilmOf, *, taken_over: bool = False, just_completed: bool = False
) -> WatchedFilm:
    watched = Watched(progress.bitmap, film.seconds)
    return WatchedFilm(watched, progress.position, progress.completed_at is not None, taken_over, just_completed)


def _ms(moment: datetime) -> int:
    """Rounded down, while the beginning of a viewing is rounded up: so never more time counts than has passed."""
    return (moment - EPOCH) // MILLISECOND


def _moment(ms: int) -> datetime:
    return EPOCH + ms * MILLISECOND
