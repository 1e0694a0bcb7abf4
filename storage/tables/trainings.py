"""Trainings (研修会): what organisers hold and register, attendances, and late claims."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedBytes, SealedText


class Training(Base):
    """A training. `registered_at`: when its organiser first registered attendances; before that it brings no credit.

    `kind`: in_person, web_live, web_recorded (a recorded viewing is no attendance). `secret` makes check-in codes.
    `withdrawn_at`: when it was taken back, as a sample is; its attendances stay.
    """

    __tablename__ = "trainings"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str] = mapped_column(server_default="")
    reading: Mapped[str] = mapped_column(server_default="")
    organiser: Mapped[str]
    prefecture: Mapped[str]
    sample: Mapped[bool]
    kind: Mapped[str]
    code: Mapped[int]
    half_units: Mapped[int]
    common_category: Mapped[str | None]
    common_half_units: Mapped[int | None]
    held_on: Mapped[date]
    starts_at: Mapped[datetime] = mapped_column(Moment, index=True)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    secret: Mapped[bytes] = mapped_column(SealedBytes("trainings.secret"))
    fingerprint: Mapped[str]
    published_at: Mapped[datetime] = mapped_column(Moment)
    registered_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)


class Attendance(Base):
    """A member's attendance of a training: the check-ins at its beginning and end, and the organiser's registration."""

    __tablename__ = "attendances"

    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True, index=True)
    entered_at: Mapped[datetime | None] = mapped_column(Moment)
    left_at: Mapped[datetime | None] = mapped_column(Moment)
    registered_at: Mapped[datetime | None] = mapped_column(Moment)
    half_units: Mapped[int | None]


class AwaitedTraining(Base):
    """A member asked to be reminded of a training to come. `opened_for`: the beginning of the training for which the
    member was told that its doors are open; it may have been put off since.
    """

    __tablename__ = "awaited_trainings"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"), primary_key=True, index=True)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    opened_for: Mapped[datetime | None] = mapped_column(Moment)


class LateClaim(Base):
    """A member claims attendance without a check-in, and staff decide. `state`: content.attendance.attending.Claim."""

    __tablename__ = "late_claims"
    __table_args__ = (
        UniqueConstraint("training_id", "member_id"),
        Index(  # only the open claims: the queue stays fast however many are decided
            "ix_late_claims_open",
            "claimed_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    note: Mapped[str] = mapped_column(SealedText("late_claims.note"))
    state: Mapped[str]
    claimed_at: Mapped[datetime] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    reason: Mapped[str | None] = mapped_column(SealedText("late_claims.reason"))
