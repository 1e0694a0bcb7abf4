"""The log of what staff do."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedBytes


class LogKey(Base):
    """The key that proves the acts up to the number `last`, which were written under a data key that was replaced
    (`mark`). Acts are never written anew, so their proof must outlive the data key.
    """

    __tablename__ = "log_keys"

    id: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(unique=True)
    key: Mapped[bytes] = mapped_column(SealedBytes("log_keys.key"))
    last: Mapped[int]
    kept_at: Mapped[datetime] = mapped_column(Moment)


class StaffAct(Base):
    """One act of staff. `staff_id` is the person who did it, `member_id` the person concerned; either may have a staff
    account. `body` is sealed under the key of the person concerned; if nobody is concerned, under the key of the person
    who did it. Erasing that key makes the body unreadable without breaking the chain. `mac` chains the
    row to the one before. Without `staff_id` the operator did it, at the command line.
    """

    __tablename__ = "staff_acts"
    __table_args__ = (
        Index("ix_staff_acts_staff_id", "staff_id", "number"),
        Index("ix_staff_acts_member_id", "member_id", "number"),
    )

    # numbered by hand: a sequence leaves gaps after a rollback, and a gap would look like a removed row
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment, index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    act: Mapped[str]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    mac: Mapped[str]


class LogHead(Base):
    """The head of the log on a day of Japan, to be sent to the operator: one row a day, so it is sent once."""

    __tablename__ = "log_heads"

    day: Mapped[date] = mapped_column(primary_key=True)
    number: Mapped[int]
    mac: Mapped[str]
    claimed_until: Mapped[datetime | None] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
