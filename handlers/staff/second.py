"""Asking for a second person: the act is put down, and those who can confirm it are told."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from content.keys.letters import SecondWanted
from content.staff.joint import WAITS, JointAct
from content.staff.rights import Role
from handlers.screens.screen import Screen
from handlers.screens.staff import joint as screens
from handlers.staff import acting
from handlers.turn import StaffTurn
from storage.people import chats
from storage.post import letters
from storage.staff import joint, roles


def ask(turn: StaffTurn, act: JointAct, why: str) -> Screen:
    """Put it down for an hour. If nobody else can confirm it, nothing is put down: the command line stands in."""
    others, name = seconds(turn.session, act, turn.person_id), effect(turn.session, act)["name"]
    facts: dict[str, object] = {"kind": act.kind, "others": list(others)}
    if not others:
        acting.write(turn, "ask_joint", act.member, why, {}, facts)
        return screens.alone(turn.words)
    request = joint.ask(turn.session, act, why, turn.person_id, turn.now)
    for one in others:
        letters.put(turn.session, member_id=one, key=SecondWanted(request), slot="", at=turn.now)
    acting.write(turn, "ask_joint", act.member, why, {}, facts | {"request": request})
    return screens.waits(act.kind, name, len(others), turn.now + WAITS, turn.words)


def seconds(session: Session, act: JointAct, asked_by: int) -> Sequence[int]:
    """Who can confirm it: the owners, without the one who asked and the one to whom it is done."""
    return [one for one in roles.holders(session, Role.OWNER.value) if one not in (asked_by, act.member)]


def effect(session: Session, act: JointAct) -> Mapping[str, str]:
    """Every fact of the record that the second person is shown; raises NoResultFound."""
    shown = roles.holder(session, act.member)
    return {
        "name": shown.name,
        "member_no": shown.member_no,
        "account": _account(session, act.member) if not shown.member_no else "",
        "roles": ",".join(sorted(one.role.value for one in shown.holdings)),
        "owners": str(len(roles.holders(session, Role.OWNER.value))),
    }


def _account(session: Session, person: int) -> str:
    """A staff account with the Telegram account that is logged in: whoever confirms must know who it is."""
    chat = chats.of_person(session, person)
    return f"staff-{person}:{chat.telegram_id if chat else ''}"
