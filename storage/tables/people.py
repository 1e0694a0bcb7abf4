"""Who the members are, and from which chat they speak."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedBytes, SealedDocument, SealedText


class Member(Base):
    """A member of the association, as imported. Found by keyed hashes of the two login IDs."""

    __tablename__ = "members"

    id: Mapped[int] = mapped_column(primary_key=True)
    member_no: Mapped[str] = mapped_column(SealedText("members.member_no"))
    member_no_key: Mapped[str] = mapped_column(unique=True)
    mamis_id: Mapped[str | None] = mapped_column(SealedText("members.mamis_id"))
    mamis_key: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(SealedText("members.name"))
    kana: Mapped[str] = mapped_column(SealedText("members.kana"))
    birth_date: Mapped[str] = mapped_column(SealedText("members.birth_date"))
    registry_no: Mapped[str] = mapped_column(SealedText("members.registry_no"))
    prefecture: Mapped[str] = mapped_column(SealedText("members.prefecture"))
    email: Mapped[str] = mapped_column(SealedText("members.email"))
    can_earn: Mapped[bool]
    password_hash: Mapped[str | None]
    one_time_key: Mapped[str | None]
    one_time_until: Mapped[datetime | None] = mapped_column(Moment)
    one_time_from: Mapped[datetime | None] = mapped_column(Moment)
    one_time_by: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    imported_at: Mapped[datetime] = mapped_column(Moment)


class MemberKey(Base):
    """The key under which the log of staff keeps what concerns a member; destroyed when the member is erased."""

    __tablename__ = "member_keys"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    key: Mapped[bytes] = mapped_column(SealedBytes("member_keys.key"))


class Chat(Base):
    """A private chat with somebody. `member_id` is set while he is logged in: one chat a member, one member a chat.

    `expects` names what we wait to hear, `note` holds what was said so far; `living_*` is the one message that
    browsing edits, and what it shows now; `menu` is the list of commands that the chat has of its own.
    """

    __tablename__ = "chats"
    __table_args__ = (
        Index("uq_chats_member_id", "member_id", unique=True),
        Index("ix_chats_menu", "id", sqlite_where=text("menu <> ''"), postgresql_where=text("menu <> ''")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_key: Mapped[str] = mapped_column(unique=True)
    telegram_id: Mapped[str] = mapped_column(SealedText("chats.telegram_id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    language: Mapped[str]
    expects: Mapped[str] = mapped_column(server_default="")
    note: Mapped[dict[str, str]] = mapped_column(SealedDocument("chats.note"))
    accepted_notice: Mapped[str] = mapped_column(server_default="")
    living_message: Mapped[int] = mapped_column(server_default="0")
    living_subject: Mapped[str] = mapped_column(server_default="")
    menu: Mapped[str] = mapped_column(server_default="")
    reachable: Mapped[bool] = mapped_column(server_default=text("true"))
    created_at: Mapped[datetime] = mapped_column(Moment)


class Consent(Base):
    """Which privacy notice a member accepted, and when: the proof of it."""

    __tablename__ = "consents"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    notice: Mapped[str] = mapped_column(primary_key=True)
    accepted_at: Mapped[datetime] = mapped_column(Moment)


class Preference(Base):
    """What a member has chosen; no row means the defaults."""

    __tablename__ = "preferences"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    reminders: Mapped[bool] = mapped_column(server_default=text("true"))
    picture_theme: Mapped[str] = mapped_column(server_default=text("'light'"))


class Staff(Base):
    """A role held by a member. Without `granted_by` it was given at the command line."""

    __tablename__ = "staff"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    granted_at: Mapped[datetime] = mapped_column(Moment)
    granted_by: Mapped[int | None] = mapped_column(ForeignKey("members.id"))


class Guard(Base):
    """Failed log-ins of one scope (an ID, a Telegram user, all strangers): how many, and until when to wait."""

    __tablename__ = "guards"

    scope: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime] = mapped_column(Moment)
