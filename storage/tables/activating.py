"""Activation letters: what was ordered, for whom by a list, and the code of each member."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedText


class Activation(Base):
    """A batch of activation letters. `state`: content.activating.batch.State. `prefecture` is empty for all members.

    `digest`: the SHA-256 of the list that it is for, empty if it is for none; `file_id`: where the list lies until it
    is read. `reached`: the line of the list, or the number of the member, up to which everything was looked at; in the
    end it is `total`, and `told` tenths of it were told. `link_hash`, `pin_hash`: SHA-256 of what opens the file, until
    `link_until`; `link_for`: whom the link was given to. `fault`: why it has ended without letters.
    """

    __tablename__ = "activations"

    id: Mapped[int] = mapped_column(primary_key=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    prefecture: Mapped[str]
    state: Mapped[str]
    digest: Mapped[str] = mapped_column(server_default="")
    file_id: Mapped[int | None]
    people: Mapped[int] = mapped_column(server_default="0")
    refused: Mapped[int] = mapped_column(server_default="0")
    reached: Mapped[int]
    total: Mapped[int] = mapped_column(server_default="0")
    told: Mapped[int] = mapped_column(server_default="0")
    made: Mapped[int]
    begun_at: Mapped[datetime] = mapped_column(Moment)
    ready_at: Mapped[datetime | None] = mapped_column(Moment)
    opened_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    fault: Mapped[str] = mapped_column(server_default="")
    link_for: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    link_hash: Mapped[str | None] = mapped_column(unique=True)
    pin_hash: Mapped[str | None]
    pin_failures: Mapped[int]
    link_until: Mapped[datetime | None] = mapped_column(Moment)


class ActivationRow(Base):
    """A line of the list of a batch. `why`: why no letter is made for it; empty if one is."""

    __tablename__ = "activation_rows"
    __table_args__ = (
        Index("ix_activation_rows_member", "activation_id", "member_id", unique=True),
        Index("ix_activation_rows_of_member", "member_id"),
    )

    activation_id: Mapped[int] = mapped_column(ForeignKey("activations.id"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    why: Mapped[str]


class ActivationCode(Base):
    """The latest activation code of a member. `code_hash`: its SHA-256; a code has 135 random bits, so nobody finds it
    by that. `code`: the code itself, until the file with it was opened. The row stays: who has had a letter never again
    logs in for the first time by the birth date alone.
    """

    __tablename__ = "activation_codes"
    __table_args__ = (
        Index(  # only those that stand in a file which nobody has opened
            "ix_activation_codes_in_clear",
            "activation_id",
            "member_id",
            sqlite_where=text("code IS NOT NULL"),
            postgresql_where=text("code IS NOT NULL"),
        ),
    )

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    activation_id: Mapped[int] = mapped_column(ForeignKey("activations.id"))
    code_hash: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str | None] = mapped_column(SealedText("activation_codes.code"))
    until: Mapped[datetime] = mapped_column(Moment)
