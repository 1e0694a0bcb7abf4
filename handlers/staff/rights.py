"""Who may take a route of staff: whoever holds a role that the table of rights names for the route's act.

To somebody who holds no role at all the route does not exist. Somebody who holds another role is refused: that is an
answer, not a fault, so that the attempt is written to the log. The owners are told of an attempt at their own acts.
"""

from collections.abc import Callable
from dataclasses import dataclass

from content.keys.letters import AttemptRefused
from content.refusals import NotUnderstood, StaleButton
from content.staff.rights import RIGHTS, Act, Role, is_noted, is_told_to_owners, role_for
from handlers.screens.screen import Screen
from handlers.screens.staff import rights as screens
from handlers.turn import AccountTurn, Personal, StaffTurn, Unwanted, Visit, Who, WritesToAll
from storage.people import chats, persons
from storage.post import letters
from storage.post.letters import Letter
from storage.staff import log, refused, roles


@dataclass(frozen=True)
class MayDo(Who[StaffTurn]):
    """The Who of a route of staff, with the act that the route is."""

    does: Act


def may(act: Act) -> MayDo:
    """The Who of a route that is this act."""
    return MayDo(_admits(act), act)


def as_role(text: str) -> Role:
    """A button's role. Raises StaleButton for one that was made up."""
    role = next((one for one in Role if one.value == text), None)
    if role is None:
        raise StaleButton
    return role


def held(turn: Personal) -> frozenset[str]:
    """The roles that the caller holds now."""
    return roles.roles(turn.session, turn.person_id)


def refuse(turn: Personal, act: Act, why: str) -> Screen:
    """Refuse an act and say which roles have it. The attempt is logged, and told to the owners if it is their act."""
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    note_attempt(turn, act.value, why, to_owners=is_told_to_owners(act))
    return screens.not_yours(act, RIGHTS[act], turn.words)


def note_attempt(turn: Personal, what: str, why: str, *, to_owners: bool) -> None:
    """Write an attempt that was refused into the log, as the last thing of the turn.

    A button can be forged and pressed a thousand times, and each letter would go to each owner. So the first attempt of
    a day, by person and act, is told and logged. Of the others each tenth, hundredth … is logged, with their number.
    """
    times = refused.count(turn.session, turn.person_id, what, turn.now)
    if not is_noted(times):
        return
    if to_owners and times == 1:
        for owner in roles.holders(turn.session, "owner"):
            key, slot = AttemptRefused(turn.person_id, what, turn.now), str(turn.update_id)
            letters.put(turn.session, member_id=owner, key=key, slot=slot, at=turn.now)
    log.write(
        turn.session,
        turn.house.cipher,
        staff_id=turn.person_id,
        member_id=None,
        act="refused",
        why=why,
        before={},
        after={"act": what} if times == 1 else {"act": what, "times": times},
        at=turn.now,
    )


def write_attempt(turn: Personal, letter: Letter[AttemptRefused]) -> Screen | Unwanted:
    """Write the letter, if the reader is still an owner."""
    if "owner" not in held(turn):
        return Unwanted("the role is lost")
    key = letter.key
    return screens.attempt(persons.name(turn.session, key.by), key.what, key.at, turn.words)


def _admits(act: Act) -> Callable[[Visit], StaffTurn | Screen]:
    def admit(visit: Visit) -> StaffTurn | Screen:
        person = visit.chat.person_id
        mine = roles.roles(visit.session, person) if person is not None else frozenset()
        if person is None or not mine:
            raise NotUnderstood
        role = role_for(act, mine)
        about = (visit.session, visit.chat, visit.now, visit.words, visit.house, visit.update_id, person)
        if role is None:
            return refuse(AccountTurn(*about), act, f"holds only: {', '.join(sorted(mine))}")
        return StaffTurn(*about, role.value)

    return admit


ROUTES = ()
LETTERS = (WritesToAll(AttemptRefused, write_attempt),)
