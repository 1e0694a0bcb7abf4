"""The published programme: courses in editions that never change, films, and their bytes."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment


class Course(Base):
    """A content of the programme. `edition_id` is the edition that is shown now; None if it is not shown."""

    __tablename__ = "courses"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    edition_id: Mapped[int | None]


class Edition(Base):
    """One published wording of a course (`document`: content.study.course.to_document). Never edited."""

    __tablename__ = "editions"
    __table_args__ = (UniqueConstraint("course_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"))
    number: Mapped[int]
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    fingerprint: Mapped[str]
    published_at: Mapped[datetime] = mapped_column(Moment)


class Titled(Base):
    """A title under which a course or an issue of the journal was ever published. `source`, `sample`: its name in the
    ledger; `kind`: a content.values.CreditKind; `since`: when it was first published so. An imported credit is compared
    with it (storage.credits.alike).
    """

    __tablename__ = "titles"
    __table_args__ = (UniqueConstraint("source", "sample", "kind", "code", "title"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    sample: Mapped[bool]
    kind: Mapped[str]
    code: Mapped[int]
    title: Mapped[str]
    since: Mapped[datetime] = mapped_column(Moment)


class Film(Base):
    """One version of a chapter's film. A replaced film is a new version; what members watched of the old one stays.

    `media`: [{"src": sha256 of a blob or an https address, "type": mime}, …], the preferred first.
    """

    __tablename__ = "films"
    __table_args__ = (UniqueConstraint("course_id", "chapter", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"))
    chapter: Mapped[int]
    version: Mapped[int]
    fingerprint: Mapped[str]
    seconds: Mapped[int]
    media: Mapped[list[dict[str, str]]] = mapped_column(JSON)


class Blob(Base):
    """Published bytes, named by their SHA-256. They are in the database so that every process can serve them."""

    __tablename__ = "blobs"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    mime: Mapped[str]
    size: Mapped[int]


class BlobPart(Base):
    """A part of a blob (512 KiB), so that a range can be read without the whole."""

    __tablename__ = "blob_parts"

    sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
