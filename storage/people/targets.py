"""What a link is to show as soon as the person who opened it has logged in."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.engine.statements import update_row
from storage.tables import Chat


def keep(session: Session, chat_id: int, target: str, at: datetime) -> None:
    """Keep the target. A later one takes its place."""
    update_row(session, Chat, chat_id, {"target": target, "target_at": at})


def take(session: Session, chat_id: int, now: datetime, hours: int) -> str:
    """The target that was kept less than so many hours ago, which is forgotten by this; empty if there is none."""
    found = session.execute(select(Chat.target, Chat.target_at).where(Chat.id == chat_id)).one()
    if not found.target:
        return ""
    update_row(session, Chat, chat_id, {"target": "", "target_at": None})
    kept = found.target_at is not None and now < found.target_at + timedelta(hours=hours)
    return str(found.target) if kept else ""
