"""What staff send to many members at once (/broadcast). Its letters are in the table of letters."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.engine.base import Base, Moment, SealedText

_OPEN = text("state IN ('draft', 'going')")


class Announcement(Base):
    """An announcement. `audience` and `value`: content.announcing.announcement.Audience; `state`: State there.

    `reached`: whoever has a number up to this one was looked at, and those whom it is for have a letter; `fed`: so was
    everybody. `queued`: so many letters it has had by now. `told`: the tenth at which its author was last told how it
    goes.

    `file_id` and the four behind it: the picture or PDF that goes with it (content.announcing.attached); all are empty
    if there is none. Its name, type and size stay when its bytes end, which they do by themselves: so nothing refers to
    them. `uploaded`: Telegram's file_id of it. `sums`: how those of its letters ended that are not on record any more
    (storage.announcing.reports).
    """

    __tablename__ = "announcements"
    __table_args__ = (
        Index(  # only those at which the clock looks: few, however many were sent
            "ix_announcements_open", "id", sqlite_where=_OPEN, postgresql_where=_OPEN
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    written_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    written_at: Mapped[datetime] = mapped_column(Moment)
    audience: Mapped[str]
    value: Mapped[str]
    text_ja: Mapped[str] = mapped_column(SealedText("announcements.text_ja"))
    text_en: Mapped[str] = mapped_column(SealedText("announcements.text_en"))
    button: Mapped[str]
    state: Mapped[str]
    starts_at: Mapped[datetime | None] = mapped_column(Moment)
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    counted: Mapped[int | None]
    counted_at: Mapped[datetime | None] = mapped_column(Moment)
    begun_at: Mapped[datetime | None] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    reached: Mapped[int] = mapped_column(server_default="0")
    fed: Mapped[bool] = mapped_column(server_default=text("false"))
    queued: Mapped[int] = mapped_column(server_default="0")
    told: Mapped[int] = mapped_column(server_default="0")
    file_id: Mapped[int | None]
    file_name: Mapped[str | None] = mapped_column(SealedText("announcements.file_name"))
    file_print: Mapped[str | None] = mapped_column(SealedText("announcements.file_print"))
    file_mime: Mapped[str | None]
    file_size: Mapped[int | None]
    uploaded: Mapped[str | None]
    sums: Mapped[str] = mapped_column(server_default="")
