"""An officer ends a membership or resumes it, with a reason that the member reads."""

from dataclasses import dataclass

from content.keys.note import Note
from content.keys.record_letters import MembershipChanged
from content.staff.rights import Act
from handlers.presses.staff import membership as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import membership as screens
from handlers.staff import acting
from handlers.staff.rights import may
from handlers.turn import Hears, On, StaffTurn, Turn, Unwanted, Writes
from storage.people import chats, membership
from storage.post import letters
from storage.post.letters import Letter
from storage.staff import log


@dataclass(frozen=True)
class AwaitMembershipReason(Note, expects="membership_why"):
    """The reason for ending or resuming this membership is awaited."""

    member: int
    ends: bool


def ask(turn: StaffTurn, press: presses.AskMembership) -> Screen:
    name = acting.member_name(turn, press.member)
    if against := _against(turn, press.member, ends=press.ends):
        return screens.said(press.member, name, against, turn.words, ends=press.ends)
    chats.expect(turn.session, turn.chat.id, AwaitMembershipReason(press.member, press.ends), turn.now)
    return screens.ask(press.member, name, turn.words, ends=press.ends)


def change(turn: StaffTurn, press: presses.ChangeMembership) -> Screen:
    why = acting.usual(turn.words.membership.reasons(ends=press.ends), press.reason)
    return _change(turn, press.member, why, ends=press.ends)


def hear_why(turn: StaffTurn, note: AwaitMembershipReason, text: str) -> Screen:
    why = acting.reason(text)
    if not why:
        said = turn.words.staff.bad_reason(acting.LONGEST_REASON)
        return screens.ask(note.member, acting.member_name(turn, note.member), turn.words, ends=note.ends, said=said)
    return _change(turn, note.member, why, ends=note.ends)


def write(turn: Turn, letter: Letter[MembershipChanged]) -> Screen | Unwanted:
    """Tell the member, unless it was changed again meanwhile: then a later letter says how it stands."""
    ends = letter.key.ends
    if (membership.ended_at(turn.session, turn.member.id) is not None) != ends:
        return Unwanted("it was changed again")
    act = log.one(turn.session, turn.member.id, letter.key.number)
    return screens.told(act.why if act else "", turn.profile, turn.words, ends=ends)


def _change(turn: StaffTurn, member: int, why: str, *, ends: bool) -> Screen:
    name = acting.member_name(turn, member)
    if against := _against(turn, member, ends=ends):
        return screens.said(member, name, against, turn.words, ends=ends)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    before = membership.ended_at(turn.session, member)
    act = membership.end if ends else membership.resume
    if not act(turn.session, member, turn.now):
        return screens.said(member, name, turn.words.membership.is_so(ends=ends), turn.words, ends=ends)
    head = acting.write(
        turn,
        "end_membership" if ends else "resume_membership",
        member,
        why,
        {"ended_at": before.isoformat() if before else ""},
        {"ended_at": turn.now.isoformat() if ends else ""},
    )
    letters.put(turn.session, member_id=member, key=MembershipChanged(head.number, ends), slot="1", at=turn.now)
    return screens.said(member, name, turn.words.membership.done(ends=ends), turn.words, ends=ends)


def _against(turn: StaffTurn, member: int, *, ends: bool) -> str:
    """Why it can't be changed; empty if it can."""
    if member == turn.person_id:
        return turn.words.membership.own()
    is_so = (membership.ended_at(turn.session, member) is not None) == ends
    return turn.words.membership.is_so(ends=ends) if is_so else ""


ROUTES = (
    On(presses.AskMembership, ask, may(Act.END_MEMBERSHIP)),
    On(presses.ChangeMembership, change, may(Act.END_MEMBERSHIP)),
    Hears(AwaitMembershipReason, hear_why, may(Act.END_MEMBERSHIP)),
)
LETTERS = (Writes(MembershipChanged, write),)
