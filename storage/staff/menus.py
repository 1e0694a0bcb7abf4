"""Which chats show which list of commands: a chat in which somebody of staff is logged in has a list of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from storage.tables import Chat, Staff

_SHOWN = (Chat.id, Chat.telegram_id, Chat.language, Chat.menu)
# in two statements, each of which finds the few chats of staff by an index
_OF_MEMBERS = select(*_SHOWN, Staff.role).join(Staff, Staff.person_id == Chat.member_id).order_by(Chat.id, Staff.role)
_OF_ACCOUNTS = (
    select(*_SHOWN, Staff.role)
    .outerjoin(Staff, Staff.person_id == Chat.staff_id)
    .where(Chat.staff_id.is_not(None))
    .order_by(Chat.id, Staff.role)
)
_WITH_MENU = select(*_SHOWN).where(Chat.menu != "")
_SET = update(Chat).where(Chat.id == bindparam("chat")).values(menu=bindparam("shown"))


@dataclass(frozen=True)
class Outdated:
    """A chat whose list of commands is not the one of the roles held there now. A member without roles needs no own
    list; an `account` of staff always does, for a member's commands are not there for it.
    """

    chat_id: int
    telegram_id: int
    language: str
    roles: tuple[str, ...]
    account: bool = False

    @property
    def menu(self) -> str:
        """What is noted of the chat once it has this list."""
        held = ",".join(self.roles)
        if self.account:
            return f"{self.language}:account:{held}"
        return f"{self.language}:{held}" if held else ""


def outdated(session: Session) -> Sequence[Outdated]:
    """By the record of now, whatever changed it: a role, a log-in or log-out, a language."""
    shown: dict[int, str] = {}
    wanted: dict[int, Outdated] = {}
    for row in session.execute(_WITH_MENU):
        shown[row.id] = row.menu
        wanted[row.id] = Outdated(row.id, int(row.telegram_id), row.language, ())
    for statement, account in ((_OF_MEMBERS, False), (_OF_ACCOUNTS, True)):
        for held in session.execute(statement):
            shown[held.id] = held.menu
            others = wanted[held.id].roles if held.id in wanted else ()
            roles = others if held.role is None else (*others, held.role)
            wanted[held.id] = Outdated(held.id, int(held.telegram_id), held.language, roles, account)
    return [one for one in wanted.values() if one.menu != shown[one.chat_id]]


def settle(session: Session, one: Outdated) -> None:
    """The chat shows this list now."""
    session.execute(_SET, {"chat": one.chat_id, "shown": one.menu})
