"""Certificates: what was issued, by what it is checked, what ended it, and what puts it in doubt."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedDocument, SealedFile, SealedText

_BARE = text("numbered_at IS NULL")
_OPEN = text("settled_at IS NULL")
_NEW = text("confirmed_at IS NULL AND settled_at IS NULL")


class Certificate(Base):
    """A certificate. Its facts are frozen when it is asked for; its bytes are written once, by the first drawing.

    `numbered_at`: when it got what it is checked by; None for one that a version before 0.5 issued, until it is found.
    """

    __tablename__ = "certificates"
    __table_args__ = (
        UniqueConstraint("member_id", "facts_key"),  # equal facts give the same certificate
        Index("ix_certificates_paper_sha256", "paper_sha256"),  # a file that somebody sends is found by it
        Index("ix_certificates_unnumbered", "numbered_at", "id", sqlite_where=_BARE, postgresql_where=_BARE),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    period_from: Mapped[date]
    period_to: Mapped[date]
    facts: Mapped[dict[str, Any]] = mapped_column(SealedDocument("certificates.facts"))
    facts_key: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(Moment)
    paper: Mapped[bytes | None] = mapped_column(SealedFile("certificates.paper"))
    paper_sha256: Mapped[str | None]
    drawn_at: Mapped[datetime | None] = mapped_column(Moment)
    numbered_at: Mapped[datetime | None] = mapped_column(Moment)


class CertificateCheck(Base):
    """By what a certificate is checked, and its totals, for the time when its facts are gone. Triggers keep it.

    The number is printed on the paper, the token is in its QR code. Keyed hashes find both. A certificate of before
    version 0.5 has neither on its paper.
    """

    __tablename__ = "certificate_checks"

    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificates.id"), primary_key=True)
    number: Mapped[str] = mapped_column(SealedText("certificate_checks.number"))
    number_key: Mapped[str] = mapped_column(unique=True)
    token: Mapped[str] = mapped_column(SealedText("certificate_checks.token"))
    token_key: Mapped[str] = mapped_column(unique=True)
    half_units: Mapped[int]
    codes: Mapped[int]
    given_at: Mapped[datetime] = mapped_column(Moment)


class CertificateEnd(Base):
    """Since when a certificate does not hold any more. Triggers refuse to change or remove a row.

    `kind` is a content.verifying.standing.State, `reason` a Reason. `by_id` is who of staff did it, `instead_id` the
    certificate that replaces it.
    """

    __tablename__ = "certificate_ends"
    __table_args__ = (UniqueConstraint("certificate_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificates.id"))
    kind: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    instead_id: Mapped[int | None] = mapped_column(ForeignKey("certificates.id"))


class CertificateReplacement(Base):
    """Another certificate is to hold in the place of this one, as soon as its paper is on record.

    `reason` is a content.verifying.standing.Reason, `by_id` who of staff asked for it.
    """

    __tablename__ = "certificate_replacements"
    __table_args__ = (Index("ix_certificate_replacements_instead_id", "instead_id"),)

    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificates.id"), primary_key=True)
    instead_id: Mapped[int] = mapped_column(ForeignKey("certificates.id"))
    reason: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))


class CertificateDoubt(Base):
    """Something changed that a certificate may show. Triggers on `members` and `credits` write the row in the
    transaction of the change.

    `kind` is a content.verifying.doubts.Kind, `credit_id` the row that reversed a credit, `at` the moment of the
    change. `confirmed_at`: when the facts were looked at, and they show it. `verdict` is a Verdict; `by_id` is None if
    the facts do not show it.
    """

    __tablename__ = "certificate_doubts"
    __table_args__ = (
        Index("ix_certificate_doubts_certificate_id", "certificate_id"),
        Index("ix_certificate_doubts_credit_id", "credit_id"),  # asked whenever a credit is written
        Index("ix_certificate_doubts_open", "certificate_id", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_certificate_doubts_in_order", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_certificate_doubts_new", "confirmed_at", "id", sqlite_where=_NEW, postgresql_where=_NEW),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificates.id"))
    kind: Mapped[str]
    credit_id: Mapped[int | None] = mapped_column(ForeignKey("credits.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    verdict: Mapped[str | None]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
