"""The table of the pulse."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment


class Pulse(Base):
    """The last moment at which some process found the record writable. It has one row."""

    __tablename__ = "pulse"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment)
