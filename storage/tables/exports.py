"""The tables of exports of credits: what was exported, of whom, and by which random text the credits are known."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedDocument


class Export(Base):
    """An export (content.exporting.export.Standing). `scope`: Scope.text. `cut`: a row of the ledger, the last one that
    the export looks at. `volumes`: where the bytes of its file lie until they end. `kept`: its file, or its rows in
    export_members, are still on record.
    """

    __tablename__ = "exports"
    __table_args__ = (Index("ix_exports_scope_state", "scope", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scope: Mapped[str]
    kind: Mapped[str]
    encoding: Mapped[str]
    state: Mapped[str]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    cut: Mapped[int] = mapped_column(server_default="0")
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("exports.id"))
    job_id: Mapped[int | None] = mapped_column(ForeignKey("jobs.id"))
    fault: Mapped[str] = mapped_column(server_default="")
    tally: Mapped[dict[str, int]] = mapped_column(JSON)
    volumes: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    lacking: Mapped[dict[str, int] | None] = mapped_column(SealedDocument("exports.lacking"))
    digest: Mapped[str] = mapped_column(server_default="")
    kept: Mapped[bool]
    begun_at: Mapped[datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)


class ExportMember(Base):
    """The export told of the member. `id`: the numbers of both in one (storage.exporting.audience). `stands`: the
    member has credits in its scope; otherwise it only told that some are gone. It is kept as long as a difference may
    follow.
    """

    __tablename__ = "export_members"

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=False
    )
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    stands: Mapped[bool]


class ExportKey(Base):
    """A random text of which the keys of a member's credits are made. It is not of the person, and stays after an
    erasure, so that whoever got the credits can be told which of them to erase.
    """

    __tablename__ = "export_keys"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    token: Mapped[str]
