"""Activation letters: what was ordered, and the code of each member."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedText


class Activation(Base):
    """A batch of activation letters. `state`: content.activating.batch.State. `prefecture` is empty for all members.

    `reached`: the number of the member up to whom everybody was looked at. `link_hash`, `pin_hash`: SHA-256 of what
    opens the file, until `link_until`; `link_for`: whom the link was given to.
    """

    __tablename__ = "activations"

    id: Mapped[int] = mapped_column(primary_key=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    prefecture: Mapped[str]
    state: Mapped[str]
    reached: Mapped[int]
    made: Mapped[int]
    begun_at: Mapped[datetime] = mapped_column(Moment)
    ready_at: Mapped[datetime | None] = mapped_column(Moment)
    opened_at: Mapped[datetime | None] = mapped_column(Moment)
    link_for: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    link_hash: Mapped[str | None] = mapped_column(unique=True)
    pin_hash: Mapped[str | None]
    pin_failures: Mapped[int]
    link_until: Mapped[datetime | None] = mapped_column(Moment)


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
