"""The tables of imports: what a file would do, what it did, and what was there before."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedDocument, SealedText


class Import(Base):
    """An import of one file (content.importing.report.Standing). `file_id`: where its bytes lie until they are read;
    that file ends by itself, so nothing refers to it. `reason`: kept from the file's coming until its report is made,
    and again from the undoing on.
    """

    __tablename__ = "imports"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    state: Mapped[str]
    digest: Mapped[str]
    file_id: Mapped[int | None]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    shorter: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(SealedText("imports.reason"))
    base: Mapped[str] = mapped_column(server_default="")
    fault: Mapped[str] = mapped_column(server_default="")
    tally: Mapped[dict[str, int]] = mapped_column(JSON)
    total: Mapped[int] = mapped_column(server_default="0")
    job_id: Mapped[int | None] = mapped_column(ForeignKey("jobs.id"))
    begun_at: Mapped[datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)


class ImportRow(Base):
    """A row of an import's report: what is done with a line of the file. `id`: the import's number and the row's place
    in one (storage.importing.staged). Rows that change nothing are only counted.
    """

    __tablename__ = "import_rows"

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False
    )
    line: Mapped[int]
    outcome: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    before: Mapped[dict[str, object] | None] = mapped_column(SealedDocument("import_rows.before"))
    after: Mapped[dict[str, object] | None] = mapped_column(SealedDocument("import_rows.after"))
