"""The table of jobs. It is not in storage/tables because `engine` uses it, and `engine` must not import the tables."""

from datetime import datetime

from sqlalchemy import JSON, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment

WAITING, UNDOING, DONE, UNDONE, FAILED, GIVEN_UP = "waiting", "undoing", "done", "undone", "failed", "given up"


class Job(Base):
    """A job. `only` holds the kind while the job is open, if only one job of the kind may be open: its unique index
    then refuses a second one. `claim` counts the claims.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        Index(
            "ix_jobs_open",
            "id",
            sqlite_where=text("state IN ('waiting', 'undoing')"),
            postgresql_where=text("state IN ('waiting', 'undoing')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    only: Mapped[str | None] = mapped_column(unique=True)
    about: Mapped[dict[str, str]] = mapped_column(JSON)
    state: Mapped[str]
    done: Mapped[int] = mapped_column(server_default="0")
    total: Mapped[int]
    tally: Mapped[dict[str, int]] = mapped_column(JSON)
    claim: Mapped[int] = mapped_column(server_default="0")
    claimed_until: Mapped[datetime | None] = mapped_column(Moment)
    begun_at: Mapped[datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    error: Mapped[str | None]
