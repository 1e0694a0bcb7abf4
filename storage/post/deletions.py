"""Messages that must be deleted from a chat as soon as Telegram can be reached: they may contain a password."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from storage.engine.statements import insert_row
from storage.tables import Deletion as DeletionRow

ALLOWED = timedelta(hours=48)
"""How long Telegram lets a bot delete a person's message: https://core.telegram.org/bots/api#deletemessage"""


@dataclass(frozen=True)
class Deletion:
    """A message that is still to be deleted."""

    id: int
    telegram_id: int
    message_id: int


def put(session: Session, telegram_id: int, message_id: int, at: datetime) -> Deletion:
    """Record that this message is to be deleted."""
    values = {"telegram_id": str(telegram_id), "message_id": message_id, "at": at}
    return Deletion(insert_row(session, DeletionRow, values), telegram_id, message_id)


def waiting(session: Session, now: datetime, most: int = 20) -> Sequence[Deletion]:
    """The messages that are still to be deleted, the oldest first. Those that are too old for Telegram are dropped."""
    session.execute(delete(DeletionRow).where(DeletionRow.at <= now - ALLOWED))
    found = session.execute(select(DeletionRow).order_by(DeletionRow.id).limit(most)).scalars()
    return [Deletion(row.id, int(row.telegram_id), row.message_id) for row in found]


def settle(session: Session, *settled: Deletion) -> None:
    """Drop these messages from the list: they are deleted, or can never be."""
    session.execute(delete(DeletionRow).where(DeletionRow.id.in_([one.id for one in settled])))
