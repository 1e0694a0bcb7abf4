"""Once a week, members hear of the new courses in curriculum codes that they lack."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.keys.letters import NewCourses
from content.rules import Rulebook
from handlers.credits import goal
from handlers.due import Rounds
from handlers.screens.screen import Screen
from handlers.screens.study import new_courses as screens
from handlers.turn import Turn, Unwanted, Writes
from storage.credits import ledger
from storage.post.letters import Letter
from storage.post.rounds import Round
from storage.programme import arriving


def write(turn: Turn, letter: Letter[NewCourses]) -> Screen | Unwanted:
    """Write it by the record of now: of the courses that are still shown, those in codes that are still lacking."""
    if not turn.member.can_earn:
        return Unwanted("the member earns no credits")
    earned = goal.standing(turn, ledger.history(turn.session, turn.member.id)).codes
    new = [one for one in arriving.of_week(turn.session, letter.key.day) if one.course.code not in earned]
    if not new:
        return Unwanted("no new course is in a code that is lacking")
    return screens.arrived(new, turn.words)


def find(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[Round]:
    return arriving.due(session, now, rulebook.now(now))


ROUTES = ()
LETTERS = (Writes(NewCourses, write),)
DUE = (Rounds("new courses of the week", NewCourses, find),)
