"""The erasure of a member: proposed by one person of staff, confirmed and carried out by another."""

from content.keys.record_letters import RecordErased
from content.staff.joint import EraseMember
from content.staff.rights import Act
from handlers.presses.staff import erasing as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import erasing as screens
from handlers.screens.staff import joint as joint_screens
from handlers.screens.staff.joint import Shown
from handlers.staff import acting, second
from handlers.staff.rights import may
from handlers.turn import On, StaffTurn
from storage.post import letters
from storage.privacy import erasing
from storage.staff import joint, log, roles


def ask(turn: StaffTurn, press: presses.AskErase) -> Screen:
    name = acting.member_name(turn, press.member)
    for screen in _against(turn, press.member, name):
        return screen
    return screens.propose(press.member, name, turn.words)


def propose(turn: StaffTurn, press: presses.EraseFor) -> Screen:
    """Propose it for one of the usual reasons. Raises StaleButton if there is no such reason."""
    why, name = acting.usual(turn.words.erasing.reasons(), press.reason), acting.member_name(turn, press.member)
    for screen in _against(turn, press.member, name):
        return screen
    return second.ask(turn, EraseMember(press.member), why)


def carry(turn: StaffTurn, shown: Shown) -> Screen:
    """Carry out what two persons agreed on. The number of the act in the log is the number of the receipt."""
    session, member, why = turn.session, shown.asked.act.member, shown.asked.why
    chat = erasing.erase(session, turn.house.cipher, member, turn.now)
    joint.forget_reasons(session, member, but=shown.asked.id)
    head = log.erase_key(session, turn.house.cipher, staff_id=turn.person_id, member_id=member, why=why, at=turn.now)
    if chat is not None:
        key = RecordErased(head.number, turn.now)
        letters.put(session, member_id=member, key=key, slot="1", at=turn.now, chat_id=chat)
    said = turn.words.erasing.carried(head.number, told=chat is not None)
    return joint_screens.ended(shown, turn.words, said)


def _against(turn: StaffTurn, member: int, name: str) -> tuple[Screen, ...]:
    if member == turn.person_id:
        return (screens.refused(member, name, turn.words.erasing.own(), turn.words),)
    if roles.roles(turn.session, member):
        return (screens.refused(member, name, turn.words.erasing.holds_a_role(), turn.words),)
    return ()


ROUTES = (
    On(presses.AskErase, ask, may(Act.ANSWER_REQUESTS)),
    On(presses.EraseFor, propose, may(Act.ANSWER_REQUESTS)),
)
