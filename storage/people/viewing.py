"""That a chat of staff shows the screens of a member: the state is in the row of the chat."""

from datetime import datetime

from sqlalchemy.orm import Session

from storage.engine.statements import update_row
from storage.tables import Chat


def begin(session: Session, chat_id: int, member_id: int, until: datetime) -> None:
    """Show this member's screens in the chat, until then. The chat waits for nothing meanwhile."""
    values = {"viewing": member_id, "viewing_until": until, "expects": "", "expects_at": None, "note": {}}
    update_row(session, Chat, chat_id, values)


def end(session: Session, chat_id: int) -> None:
    """Show the chat its own screens again."""
    update_row(session, Chat, chat_id, {"viewing": None, "viewing_until": None})
