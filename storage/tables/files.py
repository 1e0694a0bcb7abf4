"""The tables of files: what members and staff send, in parts."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedFile

_ENDS = text("ends_at IS NOT NULL")


class StoredFile(Base):
    """A file in parts. From `ends_at` on it is removed by the clock: nothing on record has taken it, or it was let go.
    `member_id`: whose file it is, or in whose matter staff sent it; None until it is taken.
    """

    __tablename__ = "files"
    __table_args__ = (
        Index(  # only the rows that end: it stays small however many files are kept
            "ix_files_ends_at", "ends_at", sqlite_where=_ENDS, postgresql_where=_ENDS
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    ends_at: Mapped[datetime | None] = mapped_column(Moment)


class FilePart(Base):
    """A part of a file, sealed. `id`: the file's number and the part's number in one, so that the seal is bound to
    both (storage.files.parts).
    """

    __tablename__ = "file_parts"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), index=True)
    content: Mapped[bytes] = mapped_column(SealedFile("file_parts.content"))
