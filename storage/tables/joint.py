"""Acts of staff that wait for a second person, and the PINs that such a person types."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedText


class JointRequest(Base):
    """An act that one person asks for. `state`: waiting, done or refused; one that is past `until` waits no more."""

    __tablename__ = "joint_requests"
    __table_args__ = (Index("ix_joint_requests_asked_by", "asked_by"),)  # all that a person asked for is found by it

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    subject: Mapped[str]
    why: Mapped[str] = mapped_column(SealedText("joint_requests.why"))
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    asked_at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None] = mapped_column(Moment)


class StaffPin(Base):
    """The PIN of somebody who confirms acts of others: its argon2id hash, and how many tries in a row were wrong."""

    __tablename__ = "staff_pins"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    hashed: Mapped[str]
    set_at: Mapped[datetime] = mapped_column(Moment)
    failures: Mapped[int]
    locked_until: Mapped[datetime | None] = mapped_column(Moment)
