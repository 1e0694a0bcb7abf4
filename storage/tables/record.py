"""Credits, which are only added, and how papers word them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedText

_UNASKED = text("doubtful AND asked_at IS NULL")


class Credit(Base):
    """A row of the ledger. Triggers refuse to change or remove a row; a mistake is reversed by a further row.

    `kind` is a content.values.CreditKind; `source` names the content ("course:hypertension"). `grant_no` counts the
    grants of one source to one member; a new grant follows only after the reversal of the one before. `sign` is 1 for a
    grant. A reversal has the sign -1, negative half_units, and its grant in `reverses_id`. `sample`: the content was a
    sample when the credit was given; such a credit counts only in the demo (see Demo). `import_id`: the import that
    brought it, with `certifiable` of content.credits.credit.Origin; a reversal has those of its
    grant, or the file of grants that was stopped.
    """

    __tablename__ = "credits"
    __table_args__ = (
        UniqueConstraint("member_id", "source", "grant_no", "sign"),
        UniqueConstraint("reverses_id"),
        # has every column of the sums, so that they are made from the index alone
        Index("ix_credits_totals", "member_id", "earned_on", "kind", "code", "half_units", "sample"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    kind: Mapped[str]
    source: Mapped[str]
    grant_no: Mapped[int]
    sign: Mapped[int]
    half_units: Mapped[int]
    code: Mapped[int]
    title: Mapped[str]
    organiser: Mapped[str]
    earned_on: Mapped[date]
    earned_at: Mapped[datetime] = mapped_column(Moment)
    written_at: Mapped[datetime] = mapped_column(Moment)
    rule_version: Mapped[str]
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("credits.id"))
    sample: Mapped[bool] = mapped_column(server_default=text("false"))
    reason: Mapped[str | None] = mapped_column(SealedText("credits.reason"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    import_id: Mapped[int | None] = mapped_column(ForeignKey("imports.id"))
    certifiable: Mapped[bool | None]


class Coverage(Base):
    """The record of a member is complete from this day on, as an import of credits already held says. It is removed
    when the import is taken back.
    """

    __tablename__ = "coverages"
    __table_args__ = (UniqueConstraint("member_id", "import_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    import_id: Mapped[int] = mapped_column(ForeignKey("imports.id"))
    complete_from: Mapped[date]


class Withheld(Base):
    """A credit that a member earned and that is not in the ledger, because an imported credit stands, or may stand, for
    the same content, or one that staff granted. It is written when that one is taken back. The columns are those of
    Credit and of CommonCredit. `doubtful`: whether it is the same content is to be looked at. `asked_at`: when staff
    were asked that.
    """

    __tablename__ = "withheld_credits"
    __table_args__ = (
        UniqueConstraint("member_id", "source", "sample"),
        Index("ix_withheld_credits_code", "code"),  # a content of this code came
        Index("ix_withheld_credits_unasked", "id", sqlite_where=_UNASKED, postgresql_where=_UNASKED),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    kind: Mapped[str]
    source: Mapped[str]
    sample: Mapped[bool]
    half_units: Mapped[int]
    code: Mapped[int]
    title: Mapped[str]
    organiser: Mapped[str]
    earned_at: Mapped[datetime] = mapped_column(Moment)
    rule_version: Mapped[str]
    category: Mapped[str | None]
    common_half_units: Mapped[int | None]
    doubtful: Mapped[bool]
    asked_at: Mapped[datetime | None] = mapped_column(Moment)


class CommonCredit(Base):
    """A row of the second ledger: 専門医共通講習. Rows are only added, as in the first; it never counts for the 60.

    `category`: 必修講習A, 必修講習B, 任意講習 with its subject as published. Keys as in Credit.
    """

    __tablename__ = "common_credits"
    __table_args__ = (
        UniqueConstraint("member_id", "source", "grant_no", "sign"),
        UniqueConstraint("reverses_id"),
        Index("ix_common_credits_totals", "member_id", "earned_on", "category", "half_units", "sample"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    source: Mapped[str]
    grant_no: Mapped[int]
    sign: Mapped[int]
    half_units: Mapped[int]
    category: Mapped[str]
    title: Mapped[str]
    organiser: Mapped[str]
    earned_on: Mapped[date]
    earned_at: Mapped[datetime] = mapped_column(Moment)
    written_at: Mapped[datetime] = mapped_column(Moment)
    rule_version: Mapped[str]
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("common_credits.id"))
    sample: Mapped[bool] = mapped_column(server_default=text("false"))
    reason: Mapped[str | None] = mapped_column(SealedText("common_credits.reason"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class Demo(Base):
    """A row here makes this record the demo's: its samples count. Only the start of the demo writes one."""

    __tablename__ = "demo"

    id: Mapped[int] = mapped_column(primary_key=True)
    since: Mapped[datetime] = mapped_column(Moment)


class Wording(Base):
    """How papers word a text of the record that they can't print. Rows are only added; the latest of a text holds."""

    __tablename__ = "wordings"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    printed: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)
