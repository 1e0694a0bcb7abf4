"""The card of an announcement as the record has it now, and the line that an act on one leaves in the log."""

from collections.abc import Mapping

from content.announcing.announcement import Against, Announcement, Language, Of, State
from content.keys.announcement_letters import AnnouncementTrial
from content.refusals import NoSuchCourse
from handlers.screens.screen import Screen
from handlers.screens.staff import announced
from handlers.screens.staff import announcing as screens
from handlers.staff import acting
from handlers.turn import Personal, StaffTurn
from storage.announcing import announcements, reports
from storage.people import chats
from storage.post import letters
from storage.programme import courses


def card(turn: StaffTurn, number: int, said: str = "", also: tuple[Screen, ...] = ()) -> Screen:
    """A draft with what can be changed, or how it goes. The chat waits for nothing more. Raises StaleButton."""
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return shown(turn, number, said, also)


def shown(turn: StaffTurn, number: int, said: str = "", also: tuple[Screen, ...] = ()) -> Screen:
    """The same, but whatever the chat waits for, it goes on waiting. Raises StaleButton."""
    one = announcements.one(turn.session, number)
    if one.state is State.DRAFT:
        return screens.draft(one, course(turn, one), turn.words, said, also)
    went = reports.whole(turn.session, one)
    return screens.going(one, went, course(turn, one), turn.words, said, also)


def stands(turn: StaffTurn, number: int, against: Against) -> Screen:
    """The card, with what forbids an act."""
    return card(turn, number, turn.words.announced.against(against))


def course(turn: Personal, one: Announcement) -> str:
    """The title of the course by which the audience was chosen; empty if there is none, or it was withdrawn."""
    if one.audience.of is not Of.COURSE:
        return ""
    try:
        return turn.words.titled(courses.course(turn.session, int(one.audience.value)).course)
    except NoSuchCourse:
        return ""


def delivered(turn: StaffTurn, one: Announcement) -> tuple[Screen, ...]:
    """Both messages exactly as they are delivered, to be shown below a card. If a file goes with them, they come by
    letter instead: so they take the way, and the file_id, that those of all others take.
    """
    if one.attached is None or not one.attached.kept:
        return announced.both(one)
    for language in Language:
        if one.text(language):
            key, slot = AnnouncementTrial(one.id, language.value), str(turn.update_id)
            letters.put(turn.session, member_id=turn.person_id, key=key, slot=slot, at=turn.now)
    return ()


def draft(turn: StaffTurn, number: int) -> Announcement | Screen:
    """A draft, which nobody else changes meanwhile; if it is none any more, its card."""
    one = announcements.hold(turn.session, number)
    return one if one.state is State.DRAFT else stands(turn, number, Against.BEGUN)


def log(turn: StaffTurn, act: str, before: Announcement, facts: Mapping[str, object]) -> None:
    """`facts`: what has changed. What was written stays out of the log."""
    known: dict[str, object] = {"announcement": before.id, "state": before.state.value, "people": before.counted or 0}
    acting.write(turn, act, None, acting.looking(turn), known, {**known, **facts})
