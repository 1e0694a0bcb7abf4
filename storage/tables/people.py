"""Members, the chats from which they speak, and what belongs to both."""

from datetime import date, datetime

from sqlalchemy import JSON, ColumnElement, ForeignKey, Index, SmallInteger, and_, text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedBytes, SealedDocument, SealedText


class Person(Base):
    """The number of somebody who can be logged in: of a member or of a staff account, never of both. Whatever says who
    did something, or who is told something, points here.
    """

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)


class Member(Base):
    """A member of the association, as imported. The keyed hashes of the two login IDs find it.

    `logins` counts the log-ins: what was handed out in one is not good in the next. `can_earn` is as imported. An
    officer ended the membership at `ended_at`, and resumed it the last time at `resumed_at`.
    """

    __tablename__ = "members"

    id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
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
    one_time_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    logins: Mapped[int] = mapped_column(server_default="0")
    imported_at: Mapped[datetime] = mapped_column(Moment, index=True)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    resumed_at: Mapped[datetime | None] = mapped_column(Moment)

    @hybrid_property
    def earns(self) -> bool:
        """Whether the member earns credits now. Whatever asks that asks it here, not `can_earn`."""
        return self.can_earn and self.ended_at is None

    @earns.inplace.expression
    @classmethod
    def _earns(cls) -> ColumnElement[bool]:
        return and_(cls.can_earn, cls.ended_at.is_(None))

    # whoever corrects what a certificate prints sets this too: triggers on it put certificates in doubt


class MemberKey(Base):
    """The key that seals what the log of staff says of a person, who is a member or has a staff account. Erasing the
    person destroys it.
    """

    __tablename__ = "member_keys"

    member_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    key: Mapped[bytes] = mapped_column(SealedBytes("member_keys.key"))


class Chat(Base):
    """A private chat with a person. `member_id` is set while a member is logged in, `staff_id` while a staff account
    is; never both. Each has at most one chat.

    `expects` names what the chat waits to hear, `expects_at` since when; `note` holds what was said so far. `living_*`
    is the one message that browsing edits, and what it shows now. `answered` are the presses of the last seconds
    (content.pressing), each once. `menu` is the list of commands that the chat has of its own. `target` is what a link
    is to show after the log-in, and `target_at` when the link was opened. `logged_in_at`: when a member last logged in
    here; it is empty if that was before version 0.8. `viewing`: the member whose screens somebody of staff is shown
    here, until `viewing_until`. `letter_at`: when a letter last went to it (storage/post/spacing.py).
    """

    __tablename__ = "chats"
    __table_args__ = (
        # NULLs do not conflict: any number of chats may have no member
        Index("uq_chats_member_id", "member_id", unique=True),
        Index("uq_chats_staff_id", "staff_id", unique=True),
        Index("ix_chats_menu", "id", sqlite_where=text("menu <> ''"), postgresql_where=text("menu <> ''")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_key: Mapped[str] = mapped_column(unique=True)
    telegram_id: Mapped[str] = mapped_column(SealedText("chats.telegram_id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_accounts.id"))
    language: Mapped[str]
    expects: Mapped[str] = mapped_column(server_default="")
    expects_at: Mapped[datetime | None] = mapped_column(Moment)
    note: Mapped[dict[str, str]] = mapped_column(SealedDocument("chats.note"))
    accepted_notice: Mapped[str] = mapped_column(server_default="")
    living_message: Mapped[int] = mapped_column(server_default="0")
    living_subject: Mapped[str] = mapped_column(server_default="")
    answered: Mapped[list[list[int | str]]] = mapped_column(JSON, server_default=text("'[]'"))
    menu: Mapped[str] = mapped_column(server_default="")
    target: Mapped[str] = mapped_column(server_default="")
    target_at: Mapped[datetime | None] = mapped_column(Moment)
    held_until: Mapped[datetime | None] = mapped_column(Moment)
    letter_at: Mapped[datetime | None] = mapped_column(Moment)
    reachable: Mapped[bool] = mapped_column(server_default=text("true"))
    created_at: Mapped[datetime] = mapped_column(Moment)
    logged_in_at: Mapped[datetime | None] = mapped_column(Moment)
    viewing: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    viewing_until: Mapped[datetime | None] = mapped_column(Moment)


class Consent(Base):
    """The proof that a member accepted a privacy notice, and when."""

    __tablename__ = "consents"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    notice: Mapped[str] = mapped_column(primary_key=True)
    accepted_at: Mapped[datetime] = mapped_column(Moment)


class Preference(Base):
    """A member's preferences. A member without a row has the defaults. `reminders` are those of courses under way. The
    hours are content.hours.Hours.
    """

    __tablename__ = "preferences"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    reminders: Mapped[bool] = mapped_column(server_default=text("true"))
    journal_reminders: Mapped[bool] = mapped_column(server_default=text("true"))
    declaration_reminders: Mapped[bool] = mapped_column(server_default=text("true"))
    picture_theme: Mapped[str] = mapped_column(server_default=text("'light'"))
    quiet_from: Mapped[int] = mapped_column(SmallInteger, server_default="21")
    quiet_until: Mapped[int] = mapped_column(SmallInteger, server_default="8")
    year_end_reminders: Mapped[bool] = mapped_column(server_default=text("true"))
    falling_reminders: Mapped[bool] = mapped_column(server_default=text("true"))
    new_courses_reminders: Mapped[bool] = mapped_column(server_default=text("true"))
    plan_reminders: Mapped[bool] = mapped_column(server_default=text("true"))
    training_reminders: Mapped[bool] = mapped_column(server_default=text("true"))
    nudge_hour: Mapped[int] = mapped_column(SmallInteger, server_default="8")
    test_goes_on: Mapped[bool] = mapped_column(server_default=text("true"))
    announcements: Mapped[bool] = mapped_column(server_default=text("true"))


class Noted(Base):
    """What a member has noted of papers that this record does not hold: see content.credits.noted.
    No row means nothing.
    """

    __tablename__ = "noted"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    filings: Mapped[int | None]
    filed_on: Mapped[date | None]
    certified_on: Mapped[date | None]


class Plan(Base):
    """The plan to reach 60 by a day: see content.credits.plan. `monthly` is in halves. A member has one at most."""

    __tablename__ = "plans"

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    until: Mapped[date] = mapped_column(index=True)
    set_on: Mapped[date]
    monthly: Mapped[int] = mapped_column(SmallInteger)


class Guard(Base):
    """The failures of one gate (an ID, a Telegram user, all strangers, …): how many, and until when to wait."""

    __tablename__ = "guards"

    scope: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(Moment, index=True)
    until: Mapped[datetime] = mapped_column(Moment)
