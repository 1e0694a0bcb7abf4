"""Roles of staff, accounts of staff who are no members, and the invitations by which these come in."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedText


class Staff(Base):
    """A role that a person holds: a member or a staff account. It has no `granted_by` if it was given at the command
    line.
    """

    __tablename__ = "staff"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    granted_at: Mapped[datetime] = mapped_column(Moment)
    granted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class RefusedAttempt(Base):
    """How often a person attempted an act of staff on the last day on which it was refused. So a thousand presses of a
    forged button are told once, and some lines in the log say how many they were.
    """

    __tablename__ = "refused_attempts"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    act: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date]
    times: Mapped[int]


class StaffAccount(Base):
    """Somebody of the secretariat who is no member. Only an invitation leads into the account, and it earns nothing:
    credits belong to members.
    """

    __tablename__ = "staff_accounts"

    id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    name: Mapped[str] = mapped_column(SealedText("staff_accounts.name"))
    made_at: Mapped[datetime] = mapped_column(Moment)


class StaffInvitation(Base):
    """A link that makes a staff account, or leads back into one (`again`). `state`: content.staff.inviting.State.
    `person_id` is the account, once there is one. If it leads back, `role` has all roles that were held, with commas.

    The keyed hash of its token finds it. The first person who opens it is noted (`chat_id`, `opener`) and shown to
    whoever invited, until that is decided. `turned_away` counts who opened it later. Without `invited_by` the operator
    invites, at the command line.
    """

    __tablename__ = "staff_invitations"
    __table_args__ = (
        Index("ix_staff_invitations_person_id", "person_id"),
        Index(  # only those that wait: few, however many were decided
            "ix_staff_invitations_waiting",
            "until",
            sqlite_where=text("state IN ('sent', 'opened')"),
            postgresql_where=text("state IN ('sent', 'opened')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token_key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(SealedText("staff_invitations.name"))
    role: Mapped[str]
    why: Mapped[str] = mapped_column(SealedText("staff_invitations.why"))
    again: Mapped[bool]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("staff_accounts.id"))
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    invited_at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str]
    chat_id: Mapped[int | None] = mapped_column(ForeignKey("chats.id"))
    opener: Mapped[str] = mapped_column(SealedText("staff_invitations.opener"))
    opened_at: Mapped[datetime | None] = mapped_column(Moment)
    turned_away: Mapped[int]
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
