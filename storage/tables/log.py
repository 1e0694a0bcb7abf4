"""The log of what staff do."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary
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
    """One act of staff. `body` is sealed under the key of the member concerned; if no member is concerned, under the
    key of the member of staff. Erasing that key makes the body unreadable without breaking the chain. `mac` chains the
    row to the one before. Without `staff_id` the operator did it, at the command line.
    """

    __tablename__ = "staff_acts"

    # numbered by hand: a sequence leaves gaps after a rollback, and a gap would look like a removed row
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    act: Mapped[str]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    mac: Mapped[str]
