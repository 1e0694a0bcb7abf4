"""Updates that came in from Telegram, and letters that go out."""

from datetime import datetime

from sqlalchemy import BigInteger, Double, ForeignKey, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedBytes, SealedDocument, SealedText


class Update(Base):
    """An update that was handled. It is kept for 48 hours, so that the same update does nothing if it arrives again."""

    __tablename__ = "updates"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Moment, index=True)


class Deferred(Base):
    """An acknowledged update whose turn waits for something slow (a password's hash, a download).

    `expects` and `note` are what the chat expected when a file came. The file goes there, even if the chat expects
    something else when the download ends. Both are empty for a password: it is checked only if the chat still waits
    for it.
    """

    __tablename__ = "deferred"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    body: Mapped[bytes] = mapped_column(SealedBytes("deferred.body"))
    at: Mapped[datetime] = mapped_column(Moment)
    claimed_until: Mapped[datetime | None] = mapped_column(Moment)
    expects: Mapped[str] = mapped_column(server_default="")
    note: Mapped[dict[str, str] | None] = mapped_column(SealedDocument("deferred.note"))


class Deletion(Base):
    """A person's message that may contain a password and could not be deleted from the chat yet."""

    __tablename__ = "deletions"

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[str] = mapped_column(SealedText("deletions.telegram_id"))
    message_id: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)


class SetAside(Base):
    """An update that failed because of a bug. It is kept for the operator, with the error."""

    __tablename__ = "set_aside"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    body: Mapped[bytes] = mapped_column(SealedBytes("set_aside.body"))
    error: Mapped[str] = mapped_column(SealedText("set_aside.error"))
    at: Mapped[datetime] = mapped_column(Moment)


class Letter(Base):
    """Something that must reach a person unasked, once: a member, or somebody with a staff account. `chat_id` is set
    only if it goes to a chat that is no longer the person's.

    `state`: waiting, claimed (not yet sent), sending (a request may be under way), sent, dropped (no longer wanted),
    failed (for ever), unknown (perhaps sent, so never again). `rank`: content.keys.letter.Rank; the lower goes first.
    `parts_sent`: of a letter of several messages, how many have gone. They are not sent again.
    """

    __tablename__ = "letters"
    __table_args__ = (
        UniqueConstraint("member_id", "kind", "subject", "slot"),
        Index(  # the claimed ones too: a claim that has run out makes a letter due again
            "ix_letters_due",
            "rank",
            "due_at",
            "id",
            sqlite_where=text("state IN ('waiting', 'claimed', 'sending')"),
            postgresql_where=text("state IN ('waiting', 'claimed', 'sending')"),
        ),
        Index(  # by it a claim finds what was cut off, however many letters wait for a later day
            "ix_letters_sending",
            "claimed_until",
            sqlite_where=text("state = 'sending'"),
            postgresql_where=text("state = 'sending'"),
        ),
        Index(  # by it a claim leaves out whose letter is in work already
            "ix_letters_in_work",
            "member_id",
            sqlite_where=text("state IN ('claimed', 'sending')"),
            postgresql_where=text("state IN ('claimed', 'sending')"),
        ),
        Index(  # those that the clock removes when they are old: all but reminders
            "ix_letters_settled_at", "settled_at", sqlite_where=text("rank != 2"), postgresql_where=text("rank != 2")
        ),
        Index(  # the receipts of erasures, few and soon gone
            "ix_letters_erased", "id", sqlite_where=text("kind = 'erased'"), postgresql_where=text("kind = 'erased'")
        ),
        Index(  # the letters of one announcement: how many of them wait, and how the others ended
            "ix_letters_announced",
            "subject",
            "state",
            "outcome",
            "settled_at",
            sqlite_where=text("kind = 'announcement'"),
            postgresql_where=text("kind = 'announcement'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    chat_id: Mapped[int | None] = mapped_column(ForeignKey("chats.id"))
    kind: Mapped[str]
    subject: Mapped[str]
    slot: Mapped[str]
    written_at: Mapped[datetime] = mapped_column(Moment)
    due_at: Mapped[datetime] = mapped_column(Moment)
    state: Mapped[str]
    rank: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    tries: Mapped[int] = mapped_column(server_default="0")
    claimed_until: Mapped[datetime | None] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    message_id: Mapped[int | None]
    outcome: Mapped[str | None]
    parts_sent: Mapped[int] = mapped_column(SmallInteger, server_default="0")


class SendBudget(Base):
    """The one row by which all processes share what Telegram takes. Moments are seconds since 1970 by the clock of the
    database: `next_at`, when the next send may go; `cut_at`, when the rate fell to `base` sends a second; `held_until`,
    until when nothing goes.
    """

    __tablename__ = "send_budget"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    next_at: Mapped[float] = mapped_column(Double)
    base: Mapped[float] = mapped_column(Double)
    cut_at: Mapped[float] = mapped_column(Double)
    held_until: Mapped[float] = mapped_column(Double)


class Round(Base):
    """An occasion at which letters of one kind fall due to many, and how far they are queued: everybody up to the
    person `reached` has been looked at.

    A round with an empty slot says since when the kind is known: nothing that was due before `begun_at` is queued.
    """

    __tablename__ = "rounds"

    kind: Mapped[str] = mapped_column(primary_key=True)
    slot: Mapped[str] = mapped_column(primary_key=True)
    begun_at: Mapped[datetime] = mapped_column(Moment)
    reached: Mapped[int] = mapped_column(server_default="0")
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
