"""Requests (ご依頼): what members ask of staff in their own words, what staff answer, and the files of both."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedFile, SealedText

_WAITING = text("state IN ('received', 'taken')")
_DRAFT = text("state = 'draft'")
_UNSENT = text("sent_at IS NULL")


class Request(Base):
    """A request. `kind`, `state`: Kind and State of content.requests.requesting. `told_at`: staff heard it is due.

    A declaration or a claim that was handed in has one too, which leads to it. `questioned_at`: since when staff wait
    for its member's answer; `back_at`: when the member answered last.
    """

    __tablename__ = "requests"
    __table_args__ = (
        Index(  # only the rows that wait, in the order of the queue: it stays small however many are answered
            "ix_requests_waiting", "due_on", "sent_at", "id", sqlite_where=_WAITING, postgresql_where=_WAITING
        ),
        Index("uq_requests_declaration_id", "declaration_id", unique=True),
        Index("uq_requests_claim_id", "claim_id", unique=True),
        Index("ix_requests_begun_at", "begun_at", sqlite_where=_DRAFT, postgresql_where=_DRAFT),  # the oldest drafts
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    kind: Mapped[str]
    state: Mapped[str]
    begun_at: Mapped[datetime] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    due_on: Mapped[date | None]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    taken_at: Mapped[datetime | None] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    told_at: Mapped[datetime | None] = mapped_column(Moment)
    declaration_id: Mapped[int | None] = mapped_column(ForeignKey("declarations.id"))
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("late_claims.id"))
    questioned_at: Mapped[datetime | None] = mapped_column(Moment)
    back_at: Mapped[datetime | None] = mapped_column(Moment)


class RequestMessage(Base):
    """What the member or staff said within a request. `said_by`: content.requests.requesting.By. Without `sent_at` its
    author still writes it: a unique index holds each author to one such message in a request.
    """

    __tablename__ = "request_messages"
    __table_args__ = (
        Index(
            "uq_request_messages_unsent",
            "request_id",
            "author_id",
            unique=True,
            sqlite_where=_UNSENT,
            postgresql_where=_UNSENT,
        ),
        Index(  # the oldest of what was begun and never sent
            "ix_request_messages_begun_at", "begun_at", sqlite_where=_UNSENT, postgresql_where=_UNSENT
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("requests.id"), index=True)
    said_by: Mapped[str]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str] = mapped_column(SealedText("request_messages.text"))
    begun_at: Mapped[datetime] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)


class RequestFile(Base):
    """A photo or a PDF of such a message; at most 20 MB. `print`: the SHA-256 of its bytes; `content_key`: the keyed
    hash of that: its unique index prevents that a message has the same file twice. Versions before 0.6 kept the bytes
    in `content`, and no print.
    """

    __tablename__ = "request_files"
    __table_args__ = (
        UniqueConstraint("message_id", "content_key"),
        Index("ix_request_files_received_at", "received_at"),  # what is old is found by it
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("request_messages.id"), index=True)
    name: Mapped[str] = mapped_column(SealedText("request_files.name"))
    mime: Mapped[str]
    size: Mapped[int]
    file_id: Mapped[int | None] = mapped_column(ForeignKey("files.id"))
    print: Mapped[str | None] = mapped_column(SealedText("request_files.print"))
    content: Mapped[bytes | None] = mapped_column(SealedFile("request_files.content"))
    content_key: Mapped[str]
    received_at: Mapped[datetime] = mapped_column(Moment)
