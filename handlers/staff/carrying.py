"""What carries out each act that two persons agreed on."""

from collections.abc import Callable, Mapping

from content.keys.letters import RoleChanged
from content.staff.joint import (
    CodeForStaff,
    EraseMember,
    GrantOwner,
    JointAct,
    MakeLetters,
    ReenterAccount,
    RevokeCertificate,
    SendAnnouncement,
)
from content.staff.rights import Role
from handlers.screens.screen import Screen
from handlers.screens.staff import joint as screens
from handlers.screens.staff.joint import Shown
from handlers.staff import codes, ending, erasing, inviting
from handlers.staff.activating import room
from handlers.staff.announcing import sending
from handlers.turn import StaffTurn
from storage.post import letters
from storage.staff import roles

Carry = Callable[[StaffTurn, Shown], Screen]


def _grant_owner(turn: StaffTurn, shown: Shown) -> Screen:
    member = shown.asked.act.member
    roles.grant(turn.session, member, Role.OWNER.value, turn.now, by=shown.asked.asked_by)
    key = RoleChanged(Role.OWNER.value, True, turn.now)
    letters.put(turn.session, member_id=member, key=key, slot=str(turn.update_id), at=turn.now)
    return screens.ended(shown, turn.words, turn.words.joint.done())


def _give_code(turn: StaffTurn, shown: Shown) -> Screen:
    """The second person sees the code, and passes it on."""
    return codes.give(turn, shown.asked.act.member, shown.facts["name"])


def _lead_back(turn: StaffTurn, shown: Shown) -> Screen:
    """The second person sees the link, passes it on, and confirms who opened it."""
    return inviting.link_back(turn, shown.asked.act.member, shown.asked.why)


CARRIES: Mapping[type[JointAct], Carry] = {
    GrantOwner: _grant_owner,
    CodeForStaff: _give_code,
    ReenterAccount: _lead_back,
    RevokeCertificate: ending.revoke,
    EraseMember: erasing.carry,
    SendAnnouncement: sending.carry,
    MakeLetters: room.carry,
}
