"""The table of data keys. It is here, not in storage/tables, because `engine` uses it and can't import the tables."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment


class DataKey(Base):
    """A data key that has stood first, so that something may be sealed under it. The key itself is not here: `mark`
    names it, and `fingerprint` tells it from any other key. `replaced_at`: when nothing was left under it.
    """

    __tablename__ = "data_keys"

    mark: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(Moment)
    replaced_at: Mapped[datetime | None] = mapped_column(Moment)
