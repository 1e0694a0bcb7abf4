"""Which chats show which list of commands: a chat in which somebody of staff is logged in has a list of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from storage.tables import Chat, Staff

_OF_STAFF = (
    select(Chat.id, Chat.telegram_id, Chat.language, Chat.menu, Staff.role)
    .join(Staff, Staff.member_id == Chat.member_id)
    .order_by(Chat.id, Staff.role)
)
_WITH_MENU = select(Chat.id, Chat.telegram_id, Chat.language, Chat.menu).where(Chat.menu != "")
_SET = update(Chat).where(Chat.id == bindparam("chat")).values(menu=bindparam("shown"))


@dataclass(frozen=True)
class Outdated:
    """A chat whose list of commands is not the one of the roles held there now. No roles: it needs no own list."""

    chat_id: int
    telegram_id: int
    language: str
    roles: tuple[str, ...]

    @property
    def menu(self) -> str:
        """What is noted of the chat once it has this list."""
        return f"{self.language}:{','.join(self.roles)}" if self.roles else ""


def outdated(session: Session) -> Sequence[Outdated]:
    """By the record of now, whatever changed it: a role, a log-in or log-out, a language."""
    shown: dict[int, str] = {}
    wanted: dict[int, Outdated] = {}
    for row in session.execute(_WITH_MENU):
        shown[row.id] = row.menu
        wanted[row.id] = Outdated(row.id, int(row.telegram_id), row.language, ())
    for held in session.execute(_OF_STAFF):
        shown[held.id] = held.menu
        others = wanted[held.id].roles if held.id in wanted else ()
        wanted[held.id] = Outdated(held.id, int(held.telegram_id), held.language, (*others, held.role))
    return [one for one in wanted.values() if one.menu != shown[one.chat_id]]


def settle(session: Session, one: Outdated) -> None:
    """The chat shows this list now."""
    session.execute(_SET, {"chat": one.chat_id, "shown": one.menu})
