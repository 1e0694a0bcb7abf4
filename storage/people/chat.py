"""A private chat, and who is logged in there, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from content.keys import note as notes
from content.keys.note import NoSuchNote, Note
from content.pressing import Answered
from content.staff.viewing import Viewing


@dataclass(frozen=True)
class Caller:
    """The member that is logged in in a chat. `login`: which of the member's log-ins this is."""

    id: int
    can_earn: bool
    login: int = 0


@dataclass(frozen=True)
class Chat:
    """A private chat as a turn finds it. `caller`: the member that is logged in; `staff_id`: the staff account that is,
    instead. `expects` and `note` are unread, as on record; `awaits` reads them. `expects_at`: since when the chat
    waits; None if it waits for nothing, or if an earlier version wrote what it waits for. `viewing`: whose screens are
    shown to somebody of staff here, instead of the own ones. `held_until`: until then Telegram asked to send nothing.
    """

    id: int
    telegram_id: int
    language: str
    expects: str
    note: Mapping[str, str]
    accepted_notice: str
    living_message: int
    living_subject: str
    answered: tuple[Answered, ...]
    reachable: bool
    caller: Caller | None
    staff_id: int | None = None
    expects_at: datetime | None = None
    viewing: Viewing | None = None
    held_until: datetime | None = None

    @property
    def person_id(self) -> int | None:
        """Who is logged in: the member, or the person of the staff account."""
        return self.staff_id if self.caller is None else self.caller.id

    def is_over(self, now: datetime, minutes: int) -> bool:
        """Whether the chat has waited so long for a text that it does not wait any more."""
        return self.expects_at is None or now - self.expects_at >= timedelta(minutes=minutes)

    @property
    def awaits(self) -> Note | None:
        """What the chat waits to hear; None if it waits for nothing, or for something unknown to this version."""
        try:
            return notes.unpack(self.expects, self.note) if self.expects else None
        except NoSuchNote:
            return None
