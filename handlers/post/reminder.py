"""A member is reminded of an unfinished course twice, some days after the last touch. All reminders: their ways."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.keys.letters import StillUnfinished, Unfinished
from content.refusals import NoSuchCourse, StaleButton
from content.rules import Rulebook, day_of
from content.values import Reminder
from handlers.due import Rounds
from handlers.home.ahead import of_course
from handlers.presses.post import reminder as presses
from handlers.screens.post import reminder as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, On, Turn, Unwanted, Writes
from storage.credits import ledger
from storage.people import preferences
from storage.post import nudges
from storage.post.letters import Letter
from storage.post.rounds import Round
from storage.programme import courses
from storage.study import enrolments, progress, reminders


def write(turn: Turn, letter: Letter[Unfinished] | Letter[StillUnfinished]) -> Screen | Unwanted:
    """Write the reminder by the record of now. There is none if the member has gone on, or if the course was finished
    or withdrawn in the meantime, or if its credit is held.
    """
    course_id = letter.key.course
    under_way = {one.course_id: one.touched_at for one in enrolments.under_way(turn.session, turn.member.id)}
    if course_id not in under_way:
        return Unwanted("the course is finished")
    if day_of(turn.now) - day_of(under_way[course_id]) < reminders.after(type(letter.key), turn.rules):
        return Unwanted("the member has gone on with the course")
    try:
        listed = courses.course(turn.session, course_id)
    except NoSuchCourse:
        return Unwanted("the course is withdrawn")
    if ledger.has(turn.session, turn.member.id, listed.source, sample=listed.course.sample):
        return Unwanted("its credit is held already")
    chapters = progress.chapters(turn.session, turn.member.id, listed)
    left = tuple(chapter.number for chapter in chapters if not chapter.done)
    title = turn.words.titled(listed.course)
    return screens.unfinished(turn.words, course_id, title, left, of_course(turn, listed))


def stop(turn: Turn, press: presses.Stop) -> Screen:
    """Stop the reminders of one kind, and say which. Raises StaleButton."""
    return _stop(turn, (reminded(press.kind),))


def no_more(turn: Turn, _press: presses.NoMore) -> Screen:
    return _stop(turn, tuple(Reminder))


def snooze(turn: Turn, press: presses.Snooze) -> Screen:
    """Queue the reminders of this message once more for tomorrow; a second tap changes nothing. Raises StaleButton."""
    at = preferences.get(turn.session, turn.member.id).hours.next_nudge(turn.now)
    for one in _own(turn, press.letter):
        nudges.again(turn.session, turn.member.id, one, at, turn.now)
    return screens.snoozed(at, turn.words)


def why(turn: Turn, press: presses.WhyThis) -> Screen:
    """Say why this letter came. Raises StaleButton."""
    return screens.why(_own(turn, press.letter)[0].reminder, turn.rules, turn.words)


def reasons(turn: Turn, press: presses.Reasons) -> Screen:
    """Say why each of the reminders in this message came. Raises StaleButton."""
    kinds = dict.fromkeys(one.reminder for one in _own(turn, press.letter))
    return screens.reasons(tuple(kinds), turn.rules, turn.words)


def _own(turn: Turn, letter: int) -> Sequence[nudges.Nudge]:
    found = nudges.own(turn.session, turn.member.id, letter)
    if not found:
        raise StaleButton
    return found


def reminded(kind: str) -> Reminder:
    """The kind that a button names; raises StaleButton if it is none."""
    try:
        return Reminder(kind)
    except ValueError:
        raise StaleButton from None


def _stop(turn: Turn, kinds: Sequence[Reminder]) -> Screen:
    preferences.set_reminders(turn.session, turn.member.id, wanted=False, kinds=kinds)
    return screens.stopped(kinds, turn.words)


def find_due(_session: Session, now: datetime, rulebook: Rulebook) -> Sequence[Round]:
    return reminders.due(Unfinished, now, rulebook.now(now))


def find_last(_session: Session, now: datetime, rulebook: Rulebook) -> Sequence[Round]:
    return reminders.due(StillUnfinished, now, rulebook.now(now))


ROUTES = (
    On(presses.Stop, stop, MEMBER),
    On(presses.Snooze, snooze, MEMBER),
    On(presses.WhyThis, why, MEMBER),
    On(presses.Reasons, reasons, MEMBER),
    On(presses.NoMore, no_more, MEMBER),
)
LETTERS = (Writes(Unfinished, write), Writes(StillUnfinished, write))
DUE = (
    Rounds("unfinished courses", Unfinished, find_due),
    Rounds("courses that are still unfinished", StillUnfinished, find_last),
)
