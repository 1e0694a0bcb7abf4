"""What is delivered of an announcement: itself, on trial, how it goes, and how it ended."""

from content.announcing.announcement import Against, Announcement, Language, State
from content.keys.announcement_letters import Announced, AnnouncementOver, AnnouncementProgress, AnnouncementTrial
from content.refusals import StaleButton
from content.staff.rights import Act, may
from content.words import speak
from handlers.screens.screen import Screen
from handlers.screens.staff import announced
from handlers.screens.staff import announcing as screens
from handlers.staff.announcing.shown import course
from handlers.staff.rights import held
from handlers.turn import Personal, Turn, Unwanted, WritesToAll
from handlers.unwanted import NotYet
from storage.announcing import announcements, going, reports
from storage.people import preferences
from storage.post.letters import Letter


def write(turn: Personal, letter: Letter[Announced]) -> Screen | Unwanted:
    """Write it by the record of now: it may have been paused or cancelled since the letter was queued, and the member
    may have switched announcements off.
    """
    one = announcements.one(turn.session, letter.key.announcement)
    if one.state is State.PAUSED:
        return NotYet("paused", going.NEVER)
    if one.state is State.CANCELLED:
        return Unwanted("cancelled")
    if isinstance(turn, Turn) and not preferences.get(turn.session, turn.member.id).announcements:
        return Unwanted("announcements are switched off")
    return announced.message(one, turn.words)


def write_trial(turn: Personal, letter: Letter[AnnouncementTrial]) -> Screen | Unwanted:
    one = _theirs(turn, letter.key.announcement)
    if isinstance(one, Unwanted):
        return one
    return announced.message(one, speak(Language(letter.key.language).value))


def write_progress(turn: Personal, letter: Letter[AnnouncementProgress]) -> Screen | Unwanted:
    """It edits the card, if the chat shows it."""
    one = _theirs(turn, letter.key.announcement)
    if isinstance(one, Unwanted):
        return one
    if turn.chat.living_subject != screens.subject(one):
        return Unwanted("the chat shows something else")
    if one.state is State.DRAFT:
        return screens.draft(one, course(turn, one), turn.words)
    return screens.going(one, reports.whole(turn.session, one), course(turn, one), turn.words)


def write_over(turn: Personal, letter: Letter[AnnouncementOver]) -> Screen | Unwanted:
    one = _theirs(turn, letter.key.announcement)
    if isinstance(one, Unwanted):
        return one
    why = turn.words.announced.against(Against.GREW) if one.state is State.PAUSED else ""
    return announced.over(one, reports.whole(turn.session, one), why, turn.words)


def _theirs(turn: Personal, number: int) -> Announcement | Unwanted:
    """The announcement, if the reader still may send some and it is there."""
    if not may(Act.SEND_ANNOUNCEMENTS, held(turn)):
        return Unwanted("the role is lost")
    try:
        return announcements.one(turn.session, number)
    except StaleButton:
        return Unwanted("the draft was removed")


ROUTES = ()
LETTERS = (
    WritesToAll(Announced, write),
    WritesToAll(AnnouncementTrial, write_trial),
    WritesToAll(AnnouncementProgress, write_progress),
    WritesToAll(AnnouncementOver, write_over),
)
