"""What watching brings into the chat: the course's card, with the chapter that is now 受講済."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.keys.letters import ChapterDone
from content.refusals import NoSuchCourse
from content.rules import Rulebook
from handlers.due import Due
from handlers.screens.screen import Screen
from handlers.study import course
from handlers.turn import Turn, Unwanted, Writes
from storage.post.letters import Letter
from storage.study import watching


def write(turn: Turn, letter: Letter[ChapterDone]) -> Screen | Unwanted:
    """Write the card anew. It edits the one that is open in the chat."""
    try:
        return course.card(turn, letter.key.course)
    except NoSuchCourse:
        return Unwanted("the course is withdrawn")


def find_idle(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return watching.find_idle(session, now)


def end_idle(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    return watching.end_idle(session, found, now)


def find_old(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return watching.find_old(session, now - rulebook.now(now).retention.viewings)


def forget(session: Session, found: Sequence[int], _now: datetime, _rulebook: Rulebook) -> int:
    """Delete the viewings after whose end nobody asks."""
    return watching.forget(session, found)


ROUTES = ()
LETTERS = (Writes(ChapterDone, write),)
DUE = (
    Due("viewings that are silent", find_idle, end_idle),
    Due("viewings that have ended", find_old, forget, whole=True),
)
