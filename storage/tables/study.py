"""What members do with courses: courses under way, watched seconds, tests."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment


class Enrolment(Base):
    """A course that a member has begun. `finished_at`: when it brought its credit, or could bring none any more."""

    __tablename__ = "enrolments"
    __table_args__ = (
        Index(
            "ix_enrolments_unfinished",
            "member_id",
            "touched_at",
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
    )

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(Moment)
    touched_at: Mapped[datetime] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)


class Progress(Base):
    """What a member has watched of one film: one bit for each second, and the rest of the grace in milliseconds."""

    __tablename__ = "progress"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("films.id"), primary_key=True)
    bitmap: Mapped[bytes] = mapped_column(LargeBinary)
    watched: Mapped[int]
    position: Mapped[int]
    grace_left_ms: Mapped[int]
    completed_at: Mapped[datetime | None] = mapped_column(Moment)
    rule_version: Mapped[str | None]


class Viewing(Base):
    """A watch page that is or was open. A member has at most one live viewing: the partial unique index holds that.

    An ended one is soon forgotten. What it has brought is in the member's progress, the rest of the grace too.
    """

    __tablename__ = "viewings"
    __table_args__ = (
        Index(
            "uq_viewings_live",
            "member_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_viewings_member_id", "member_id"),
        Index(
            "ix_viewings_ended_at",
            "ended_at",
            sqlite_where=text("ended_at IS NOT NULL"),
            postgresql_where=text("ended_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    film_id: Mapped[int] = mapped_column(ForeignKey("films.id"))
    opened_at: Mapped[datetime] = mapped_column(Moment)
    last_at: Mapped[datetime] = mapped_column(Moment)
    seq: Mapped[int]
    spare_ms: Mapped[int]
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class Attempt(Base):
    """One sitting of a self-assessment. It keeps the edition with which it was begun.

    `pinned`: [[question number, [choice numbers in the order shown]], …]. `state`: open, passed, failed.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        UniqueConstraint("member_id", "course_id", "number"),
        Index(  # at most one open attempt, even if two taps begin one at the same moment
            "uq_attempts_open",
            "member_id",
            "course_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"))
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id"))
    number: Mapped[int]
    pinned: Mapped[list[list[int | list[int]]]] = mapped_column(JSON)
    state: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(Moment)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)
    right: Mapped[int | None]
    rule_version: Mapped[str | None]


class Answer(Base):
    """The ticks at one place (1…) of an attempt: bit n-1 stands for the choice that has the number n in the course."""

    __tablename__ = "answers"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    ticked: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)


class PracticeAnswer(Base):
    """A wrong place of the latest attempt in practice: its ticks as in `answers`, and when they were given as the
    answer. The rows go when the next attempt begins.
    """

    __tablename__ = "practice_answers"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    ticked: Mapped[int]
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
