"""The broadcasting schedule (ラジオNIKKEI「医学講座」): it brings no credit and only says what is on the air when."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment


class Broadcast(Base):
    """One programme on the air. Publishing a schedule again replaces the broadcasts of its days.

    `withdrawn_at`: when it left the schedule. The row stays: a reminder must still find its broadcast, and the number
    must never mean another broadcast.
    """

    __tablename__ = "broadcasts"

    id: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(Moment, unique=True)
    minutes: Mapped[int]
    title: Mapped[str]
    title_en: Mapped[str] = mapped_column(server_default="")
    reading: Mapped[str] = mapped_column(server_default="")
    speaker: Mapped[str]
    link: Mapped[str]
    sample: Mapped[bool] = mapped_column(server_default=text("false"))
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
