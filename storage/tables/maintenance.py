"""Announced maintenance."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment


class MaintenancePeriod(Base):
    """A period in which something can't be used. A withdrawn period keeps its row, so that its slug stays known."""

    __tablename__ = "maintenance_periods"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    concerns: Mapped[str]
    starts_at: Mapped[datetime] = mapped_column(Moment)
    ends_at: Mapped[datetime] = mapped_column(Moment, index=True)
    ja: Mapped[str]
    en: Mapped[str]
    sample: Mapped[bool]
    withdrawn: Mapped[bool]
    published_at: Mapped[datetime] = mapped_column(Moment)
