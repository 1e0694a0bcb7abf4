"""What acts of staff have in common: the reason, the member's name, and the line in the log."""

from collections.abc import Mapping, Sequence

from sqlalchemy.exc import NoResultFound

from content.refusals import StaleButton
from content.staff.reasons import LONGEST_REASON as LONGEST_REASON
from content.staff.reasons import reason as reason
from handlers.turn import StaffTurn
from storage.people import members
from storage.staff import log


def usual(reasons: Sequence[str], number: int) -> str:
    """The reason of a button, by its number (from 0) among the usual ones. Raises StaleButton if none has it."""
    if not 0 <= number < len(reasons):
        raise StaleButton
    return reasons[number]


def member_name(turn: StaffTurn, member_id: int) -> str:
    """The member's name. Raises StaleButton if there is no such member."""
    try:
        return members.name(turn.session, member_id)
    except NoResultFound:
        raise StaleButton from None


def looking(turn: StaffTurn) -> str:
    """The reason that the log gives for a look. Nobody is asked for one at each look: the role allows it."""
    return f"in the role of {turn.role}"


def write(
    turn: StaffTurn,
    act: str,
    member_id: int | None,
    why: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> log.Head:
    """Put an act into the log, in the transaction of the act and as the last thing that it does. Returns its place."""
    return log.write(
        turn.session,
        turn.house.cipher,
        staff_id=turn.person_id,
        member_id=member_id,
        act=act,
        why=why,
        before=before,
        after=after,
        at=turn.now,
    )
