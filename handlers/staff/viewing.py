"""Staff see what a member sees, for fifteen minutes: how it begins and ends, and that the member hears of it.

What is shown meanwhile is decided in handlers/viewing.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from content.keys.note import Note
from content.keys.record_letters import ScreensViewed
from content.staff import usual
from content.staff.rights import Act
from content.staff.viewing import LASTS, Ended, Viewing
from handlers.presses.staff import viewing as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import viewing as screens
from handlers.staff import acting
from handlers.staff.rights import may
from handlers.turn import Command, Hears, On, StaffTurn, Turn, Unwanted, Visit, Writes
from handlers.viewing import COMMAND
from storage.people import chats, members, viewing
from storage.post import letters
from storage.post.letters import Letter
from storage.staff import log, roles


@dataclass(frozen=True)
class AwaitViewReason(Note, expects="view_why"):
    """The reason for seeing what this member sees is awaited."""

    member: int


def ask(turn: StaffTurn, press: presses.AskView) -> Screen:
    name = acting.member_name(turn, press.member)
    if against := _against(turn, press.member):
        return screens.refused(press.member, name, against, turn.words)
    chats.expect(turn.session, turn.chat.id, AwaitViewReason(press.member), turn.now)
    return screens.ask(press.member, name, turn.words)


def view_for(turn: StaffTurn, press: presses.ViewFor) -> Screen:
    return _begin(turn, press.member, acting.usual(turn.words.viewing.reasons(), press.reason))


def hear_why(turn: StaffTurn, note: AwaitViewReason, text: str) -> Screen:
    why = acting.reason(text)
    if not why:
        said = turn.words.staff.bad_reason(acting.LONGEST_REASON)
        return screens.ask(note.member, acting.member_name(turn, note.member), turn.words, said)
    return _begin(turn, note.member, why)


def over(turn: StaffTurn, _press: presses.EndView | presses.Seen) -> Screen:
    return screens.over(turn.words)


def command(turn: StaffTurn, _argument: str) -> Screen:
    return screens.nothing_viewed(turn.words)


def end(visit: Visit, seen: Viewing, how: Ended) -> Screen:
    """End the view of this chat. The letter to the member was queued when it began."""
    viewing.end(visit.session, visit.chat.id)
    _write(visit, seen, "end_view", "", {"view_until": seen.until.isoformat()}, {"outcome": how.value})
    return screens.ended(seen.member_id, members.name(visit.session, seen.member_id), how, visit.words)


def write(turn: Turn, letter: Letter[ScreensViewed]) -> Screen | Unwanted:
    """Tell the member, with the reason that the log has."""
    act = log.one(turn.session, turn.member.id, letter.key.number)
    if act is None:
        return Unwanted("the log has no such act")
    return screens.told(act.at, letter.key.until, usual.told(act.why, turn.words), turn.profile, turn.words)


def _begin(turn: StaffTurn, member: int, why: str) -> Screen:
    """Log it and queue the letter, in the same transaction: nothing that happens later can forget it."""
    name = acting.member_name(turn, member)
    if against := _against(turn, member):
        return screens.refused(member, name, against, turn.words)
    seen = Viewing(member, turn.now + LASTS)
    viewing.begin(turn.session, turn.chat.id, member, seen.until)
    head = _write(turn, seen, "view_as", why, {}, {"view_until": seen.until.isoformat()})
    key = ScreensViewed(head.number, seen.until)
    letters.put(turn.session, member_id=member, key=key, slot="1", at=turn.now, due_at=seen.until)
    return screens.begun(name, seen, turn.words)


def _write(
    visit: Visit, seen: Viewing, act: str, why: str, before: Mapping[str, object], after: Mapping[str, object]
) -> log.Head:
    return log.write(
        visit.session,
        visit.house.cipher,
        staff_id=visit.chat.person_id,
        member_id=seen.member_id,
        act=act,
        why=why,
        before=before,
        after=after,
        at=visit.now,
    )


def _against(turn: StaffTurn, member: int) -> str:
    """Why these screens can't be viewed; empty if they can."""
    if member == turn.person_id:
        return turn.words.viewing.own()
    return turn.words.viewing.holds_a_role() if roles.roles(turn.session, member) else ""


ROUTES = (
    On(presses.AskView, ask, may(Act.VIEW_AS_MEMBER)),
    On(presses.ViewFor, view_for, may(Act.VIEW_AS_MEMBER)),
    On(presses.EndView, over, may(Act.VIEW_AS_MEMBER)),
    On(presses.Seen, over, may(Act.VIEW_AS_MEMBER)),
    Command(COMMAND, command, may(Act.VIEW_AS_MEMBER), menu=False),
    Hears(AwaitViewReason, hear_why, may(Act.VIEW_AS_MEMBER)),
)
LETTERS = (Writes(ScreensViewed, write),)
