"""Staff write an announcement: for whom, the texts, a button, the moment. Each part is saved at once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from content.announcing import typed
from content.announcing.announcement import LONGEST, Audience, Language, Of, Page, audience
from content.announcing.typed import CUT_S, Slip
from content.keys.note import Note
from content.refusals import NoSuchCourse, StaleButton
from content.requests.requesting import NEVER
from content.rules import day_of
from content.staff.rights import Act
from content.text import shapes
from handlers.presses.staff import announcing as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import announcing as screens
from handlers.staff.announcing.shown import card, draft, log
from handlers.staff.rights import may
from handlers.turn import Command, Hears, On, StaffTurn
from storage.announcing import announcements
from storage.people import chats
from storage.programme import courses


@dataclass(frozen=True)
class AwaitAudience(Note, expects="announce_who"):
    """A code or a day, by which the audience is chosen (content.announcing.announcement.Of)."""

    of: str


@dataclass(frozen=True)
class AwaitText(Note, expects="announce_text"):
    """The text in this language. `cut`: when the last text came that was too long."""

    tells_rest: ClassVar[bool] = True
    announcement: int
    language: str
    cut: datetime = NEVER


@dataclass(frozen=True)
class AwaitMoment(Note, expects="announce_when"):
    """When it is to go."""

    announcement: int


def command(turn: StaffTurn, _argument: str) -> Screen:
    """/broadcast"""
    return listed(turn, presses.Announcements(1))


def listed(turn: StaffTurn, press: presses.Announcements, said: str = "") -> Screen:
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return screens.listed(announcements.latest(turn.session), press.page, turn.words, said)


def new(turn: StaffTurn, _press: presses.NewAnnouncement) -> Screen:
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return screens.ask_of(turn.words)


def choose_by(turn: StaffTurn, press: presses.ChooseBy) -> Screen:
    """Ask for the value, if the audience has one. Raises StaleButton."""
    if press.of not in set(Of):
        raise StaleButton
    of = Of(press.of)
    if of is Of.ALL:
        return _begin(turn, Audience(of))
    if of is Of.COURSE:
        return pick_course(turn, presses.PickCourse(1))
    if of in (Of.CODE, Of.SINCE):
        chats.expect(turn.session, turn.chat.id, AwaitAudience(of.value), turn.now)
    return screens.ask_value(of, turn.words)


def pick_course(turn: StaffTurn, press: presses.PickCourse) -> Screen:
    return screens.pick_course(courses.listed(turn.session), press.page, turn.words)


def hear_audience(turn: StaffTurn, note: AwaitAudience, text: str) -> Screen:
    of = Of(note.of)
    said = typed.code(text) if of is Of.CODE else typed.day(text, day_of(turn.now))
    if isinstance(said, Slip):
        return screens.ask_value(of, turn.words, turn.words.announcing.slip(said, LONGEST))
    return _begin(turn, said)


def begin_for(turn: StaffTurn, press: presses.BeginFor) -> Screen:
    """Begin a draft for this audience. Raises StaleButton if there can be none."""
    chosen = audience(press.of, press.value)
    if chosen is None or (chosen.of is Of.COURSE and not _is_course(turn, int(chosen.value))):
        raise StaleButton
    return _begin(turn, chosen)


def open_one(turn: StaffTurn, press: presses.OpenAnnouncement) -> Screen:
    return card(turn, press.announcement)


def write(turn: StaffTurn, press: presses.WriteText) -> Screen:
    """Ask for a text. Raises StaleButton for a language that there is not."""
    if press.language not in set(Language):
        raise StaleButton
    return _ask_text(turn, press.announcement, Language(press.language))


def hear_text(turn: StaffTurn, note: AwaitText, said: str) -> Screen:
    """Save the text, and ask for the other one if there is none. What is not taken leaves what is written."""
    one = draft(turn, note.announcement)
    if isinstance(one, Screen):
        return one
    language, rest = Language(note.language), turn.now < note.cut + timedelta(seconds=CUT_S)
    text = Slip.REST if rest else typed.text(said)
    if isinstance(text, Slip):
        cut = turn.now if text in (Slip.LONG, Slip.REST) else note.cut
        chats.expect(turn.session, turn.chat.id, AwaitText(one.id, language.value, cut), turn.now)
        return screens.ask_text(one, language, turn.words, turn.words.announcing.slip(text, LONGEST))
    announcements.set_text(turn.session, one.id, language, text)
    missing = next((other for other in Language if other is not language and not one.text(other)), None)
    return _ask_text(turn, one.id, missing) if missing else card(turn, one.id)


def choose_button(turn: StaffTurn, press: presses.ChooseButton) -> Screen:
    one = draft(turn, press.announcement)
    return one if isinstance(one, Screen) else screens.ask_button(one, turn.words)


def choose_button_course(turn: StaffTurn, press: presses.ChooseButtonCourse) -> Screen:
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    return screens.pick_button_course(one, courses.listed(turn.session), press.page, turn.words)


def set_button(turn: StaffTurn, press: presses.SetButton) -> Screen:
    """Raises StaleButton for a page or a course that there is not."""
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    if press.course and not _is_course(turn, press.course):
        raise StaleButton
    if press.page and press.page not in set(Page):
        raise StaleButton
    button = f"course:{press.course}" if press.course else f"page:{press.page}" if press.page else ""
    announcements.set_button(turn.session, one.id, button)
    return card(turn, one.id)


def ask_moment(turn: StaffTurn, press: presses.AskMoment) -> Screen:
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    chats.expect(turn.session, turn.chat.id, AwaitMoment(one.id), turn.now)
    return screens.ask_moment(one, turn.words)


def hear_moment(turn: StaffTurn, note: AwaitMoment, text: str) -> Screen:
    one = draft(turn, note.announcement)
    if isinstance(one, Screen):
        return one
    said = typed.moment(text, turn.now)
    if isinstance(said, Slip):
        return screens.ask_moment(one, turn.words, turn.words.announcing.slip(said, LONGEST))
    announcements.set_start(turn.session, one.id, said)
    return card(turn, one.id)


def at_once(turn: StaffTurn, press: presses.AtOnce) -> Screen:
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    announcements.set_start(turn.session, one.id, None)
    return card(turn, one.id)


def count_anew(turn: StaffTurn, press: presses.CountAnew) -> Screen:
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    announcements.count_anew(turn.session, one.id)
    return card(turn, one.id)


def ask_remove(turn: StaffTurn, press: presses.AskRemoveDraft) -> Screen:
    one = draft(turn, press.announcement)
    return one if isinstance(one, Screen) else screens.ask_remove(one, turn.words)


def remove(turn: StaffTurn, press: presses.RemoveDraft) -> Screen:
    one = draft(turn, press.announcement)
    if isinstance(one, Screen):
        return one
    announcements.remove(turn.session, one.id)
    screen = listed(turn, presses.Announcements(1), turn.words.announcing.removed())
    log(turn, "remove_announcement", one, {})
    return screen


def _begin(turn: StaffTurn, chosen: Audience) -> Screen:
    number = announcements.write(turn.session, chosen, turn.person_id, turn.now)
    screen = _ask_text(turn, number, Language.JA)
    log(turn, "write_announcement", announcements.one(turn.session, number), {})
    return screen


def _ask_text(turn: StaffTurn, number: int, language: Language) -> Screen:
    one = draft(turn, number)
    if isinstance(one, Screen):
        return one
    chats.expect(turn.session, turn.chat.id, AwaitText(number, language.value), turn.now)
    return screens.ask_text(one, language, turn.words)


def _is_course(turn: StaffTurn, number: int) -> bool:
    try:
        courses.course(turn.session, number)
    except NoSuchCourse:
        return False
    return True


_MAY = may(Act.SEND_ANNOUNCEMENTS)
ROUTES = (
    Command("broadcast", command, _MAY, menu=False),
    On(presses.Announcements, listed, _MAY),
    On(presses.NewAnnouncement, new, _MAY),
    On(presses.ChooseBy, choose_by, _MAY),
    On(presses.PickCourse, pick_course, _MAY),
    On(presses.BeginFor, begin_for, _MAY),
    On(presses.OpenAnnouncement, open_one, _MAY),
    On(presses.WriteText, write, _MAY),
    On(presses.ChooseButton, choose_button, _MAY),
    On(presses.ChooseButtonCourse, choose_button_course, _MAY),
    On(presses.SetButton, set_button, _MAY),
    On(presses.AskMoment, ask_moment, _MAY),
    On(presses.AtOnce, at_once, _MAY),
    On(presses.CountAnew, count_anew, _MAY),
    On(presses.AskRemoveDraft, ask_remove, _MAY),
    On(presses.RemoveDraft, remove, _MAY),
    Hears(AwaitAudience, hear_audience, _MAY),
    Hears(AwaitText, hear_text, _MAY),
    Hears(AwaitMoment, hear_moment, _MAY, fits=shapes.day),
)
