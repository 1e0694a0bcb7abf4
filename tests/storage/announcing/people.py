"""Members and staff of whom some are in an audience, for tests."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from content.announcing.announcement import Audience, Language
from storage.announcing import announcements, going
from storage.engine.base import cipher_of
from storage.people import chats
from storage.tables import Chat
from tests.samples import member


def logged_in(session: Session, number: int, at: datetime, *, can_earn: bool = True) -> int:
    """A member who is logged in at a chat; returns the member's number."""
    person = member(session, at, no=str(number), can_earn=can_earn)
    chat = chats.meet(session, cipher_of(session.get_bind().dialect), 880_000_000 + number, "ja", at)
    chats.bind(session, chat, person, at)
    return person


def crowd(session: Session, number: int, at: datetime) -> list[int]:
    return [logged_in(session, one, at) for one in range(1, number + 1)]


def blocks(session: Session, person: int) -> None:
    session.execute(update(Chat).where(Chat.member_id == person).values(reachable=False))


def written(session: Session, audience: Audience, by: int, at: datetime) -> int:
    """A draft with both texts."""
    number = announcements.write(session, audience, by, at)
    for language in Language:
        announcements.set_text(session, number, language, "冬のお知らせ")
    return number


def started(session: Session, audience: Audience, by: int, at: datetime, *, confirmed_by: int | None = None) -> int:
    number = written(session, audience, by, at)
    going.start(session, announcements.hold(session, number), confirmed_by)
    return number
