"""A chat of staff shows the screens of a member. The state is in the row of the chat."""

from datetime import datetime

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session

from storage.engine.statements import update_row
from storage.tables import Chat

_NOT_SEEN = (
    update(Chat)
    .where(Chat.viewing == bindparam("member"))
    .values(viewing=None, viewing_until=None)
    .execution_options(synchronize_session=False)
)
_AWAITED = "awaited"


def begin(session: Session, chat_id: int, member_id: int, until: datetime) -> None:
    """Show this member's screens in the chat, until then. The chat waits for nothing meanwhile."""
    values = {"viewing": member_id, "viewing_until": until, "expects": "", "expects_at": None, "note": {}}
    update_row(session, Chat, chat_id, values)


def end(session: Session, chat_id: int) -> None:
    """Show the chat its own screens again."""
    update_row(session, Chat, chat_id, {"viewing": None, "viewing_until": None})


def end_all(session: Session, member_id: int) -> None:
    """Show this member's screens nowhere any more."""
    session.execute(_NOT_SEEN, {"member": member_id})


def only_note(session: Session) -> None:
    """From now on this session, which can't write, only notes what a chat is to wait for."""
    session.info[_AWAITED] = ""


def only_noted(session: Session, expects: str) -> bool:
    """Note that a chat is to wait for this; false if this session writes it instead (`only_note` was not called)."""
    if _AWAITED not in session.info:
        return False
    session.info[_AWAITED] = expects
    return True


def awaited(session: Session) -> str:
    """What a chat was to wait for since `only_note`; empty for nothing."""
    return str(session.info[_AWAITED])
