"""Declarations (申告書): what a member learned elsewhere, with evidence. Staff accept or refuse them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedFile, SealedText


class Declaration(Base):
    """A declaration. `kind`: content.declarations.declaring.Kind. `state`: content.declarations.declaring.State."""

    __tablename__ = "declarations"
    __table_args__ = (
        Index(  # only the rows that wait, in the order of the queue: it stays small however many are decided
            "ix_declarations_waiting",
            "submitted_at",
            "id",
            sqlite_where=text("state = 'submitted'"),
            postgresql_where=text("state = 'submitted'"),
        ),
        Index(  # only the drafts: the oldest of them
            "ix_declarations_begun_at",
            "begun_at",
            sqlite_where=text("state = 'draft'"),
            postgresql_where=text("state = 'draft'"),
        ),
        Index(  # only the drafts: the reminders of April are found without the rest
            "ix_declarations_drafts",
            "member_id",
            "held_on",
            sqlite_where=text("state = 'draft'"),
            postgresql_where=text("state = 'draft'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    kind: Mapped[str]
    what: Mapped[str] = mapped_column(SealedText("declarations.what"))
    held_on: Mapped[date | None]
    half_units: Mapped[int | None]
    code: Mapped[int | None]
    note: Mapped[str] = mapped_column(SealedText("declarations.note"))
    state: Mapped[str]
    begun_at: Mapped[datetime] = mapped_column(Moment)
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    reason: Mapped[str | None] = mapped_column(SealedText("declarations.reason"))


class Evidence(Base):
    """A photo or a PDF of a declaration; at most 20 MB. `print`: the SHA-256 of its bytes; `content_key`: the keyed
    hash of that: its unique index prevents that a declaration has the same file twice. Versions before 0.6 kept the
    bytes in `content`, and no print.
    """

    __tablename__ = "evidence"
    __table_args__ = (
        UniqueConstraint("declaration_id", "content_key"),
        Index("ix_evidence_received_at", "received_at"),  # what is old is found by it
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    declaration_id: Mapped[int] = mapped_column(ForeignKey("declarations.id"), index=True)
    name: Mapped[str] = mapped_column(SealedText("evidence.name"))
    mime: Mapped[str]
    size: Mapped[int]
    file_id: Mapped[int | None] = mapped_column(ForeignKey("files.id"))
    print: Mapped[str | None] = mapped_column(SealedText("evidence.print"))
    content: Mapped[bytes | None] = mapped_column(SealedFile("evidence.content"))
    content_key: Mapped[str]
    received_at: Mapped[datetime] = mapped_column(Moment)
