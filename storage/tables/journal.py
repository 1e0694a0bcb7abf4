"""The journal's questions (日医雑誌 問題解答): issues in editions that never change, and one sheet a member."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment


class JournalIssue(Base):
    """An issue of the journal. `edition_id` is the edition that is shown now."""

    __tablename__ = "journal_issues"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    edition_id: Mapped[int | None]


class JournalEdition(Base):
    """One published wording of an issue with its questions and dates (`document`: content.journal.to_document)."""

    __tablename__ = "journal_editions"
    __table_args__ = (UniqueConstraint("issue_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("journal_issues.id"))
    number: Mapped[int]
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    fingerprint: Mapped[str]
    published_at: Mapped[datetime] = mapped_column(Moment)


class JournalSheet(Base):
    """A member's answers to one issue, by web or by postcard. A member has one row for an issue, so never both.

    `state`, `channel`: content.journal. `right` is written at the grading, after the answers are published.
    """

    __tablename__ = "journal_sheets"
    __table_args__ = (
        UniqueConstraint("member_id", "issue_id"),
        Index("ix_journal_sheets_due", "issue_id", "state", "member_id"),  # grading and reminders look up by these
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    issue_id: Mapped[int] = mapped_column(ForeignKey("journal_issues.id"))
    edition_id: Mapped[int] = mapped_column(ForeignKey("journal_editions.id"))
    channel: Mapped[str]
    state: Mapped[str]
    begun_at: Mapped[datetime] = mapped_column(Moment)
    submitted_at: Mapped[datetime | None] = mapped_column(Moment)
    graded_at: Mapped[datetime | None] = mapped_column(Moment)
    right: Mapped[int | None]
    rule_version: Mapped[str | None]


class JournalAnswer(Base):
    """The ticks at one question of a sheet: bit n-1 stands for choice n."""

    __tablename__ = "journal_answers"

    sheet_id: Mapped[int] = mapped_column(ForeignKey("journal_sheets.id"), primary_key=True)
    question: Mapped[int] = mapped_column(primary_key=True)
    ticked: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)
