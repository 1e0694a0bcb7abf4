"""The broadcasting schedule (ラジオNIKKEI「医学講座」): no credit, only what is on when."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment


class Broadcast(Base):
    """One programme on the air. A schedule published again replaces what it holds of the same days.

    `withdrawn_at`: when it left the schedule. The row stays: a reminder that was asked for must still find what it was
    of, and its number must never come to mean another broadcast.
    """

    __tablename__ = "broadcasts"

    id: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(Moment, unique=True)
    minutes: Mapped[int]
    title: Mapped[str]
    speaker: Mapped[str]
    link: Mapped[str]
    sample: Mapped[bool] = mapped_column(server_default=text("false"))
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
