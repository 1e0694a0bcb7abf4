"""What makes letters about announcements be written to a member."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from content.announcing.announcement import Audience, Language, Of, State
from content.keys.announcement_letters import AnnouncementOver, AnnouncementProgress, AnnouncementTrial
from content.keys.letter import LetterKey
from content.rules import Rulebook
from storage.announcing import announcements, going
from storage.staff import roles
from storage.tables import Announcement, Chat
from tests.bot.neighbour import id_of

EDITOR = "9000000004"


def draft(session: Session, me: int, at: datetime) -> int:
    """A whole one, by this person, who may send it."""
    roles.grant(session, me, "editor", at)
    number = announcements.write(session, Audience(Of.ALL), me, at)
    for language in Language:
        announcements.set_text(session, number, language, "冬のお知らせ")
    return number


def announcement(session: Session, _me: int, at: datetime) -> None:
    """To everybody who is there, by somebody who is not, so that no report comes to the member."""
    number = draft(session, id_of(session, EDITOR), at)
    going.start(session, announcements.hold(session, number), None)
    going.step(session, number, at, Rulebook().now(at))


def trial(session: Session, me: int, at: datetime) -> LetterKey:
    return AnnouncementTrial(draft(session, me, at), "ja")


def progress(session: Session, me: int, at: datetime) -> LetterKey:
    """The chat shows it."""
    number = draft(session, me, at)
    session.execute(update(Announcement).values(state=State.GOING.value, starts_at=at.replace(year=2030)))
    session.execute(update(Chat).where(Chat.member_id == me).values(living_subject=f"announcement:{number}"))
    return AnnouncementProgress(number, 3)


def over(session: Session, me: int, at: datetime) -> LetterKey:
    number = draft(session, me, at)
    session.execute(update(Announcement).values(state=State.DONE.value))
    return AnnouncementOver(number)


SAID: Mapping[str, Callable[[Session, int, datetime], LetterKey]] = {
    "announcement_trial": trial,
    "announcement_progress": progress,
    "announcement_over": over,
}
