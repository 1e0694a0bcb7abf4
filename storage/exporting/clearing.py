"""What is over of exports: files after some days, and whom an export told of once another one follows it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from content.exporting.export import OPEN, Standing, State
from storage.exporting import audience, exports

AT_ONCE = 500


def find(session: Session, now: datetime, keep: timedelta) -> Sequence[int]:
    """The exports of which something is to go. `keep`: so long a file is kept, and an export about which nobody
    decides.
    """
    every = exports.kept(session)
    return [one.number for one in every if _is_over(one, every, now - keep)]


def clear(session: Session, number: int, now: datetime, keep: timedelta) -> int:
    """Remove something of this export; returns how much was done."""
    one = exports.held(session, number)
    if not _is_over(one, exports.kept(session), now - keep):
        return 0
    if one.state is State.READY:
        exports.drop(session, number, now)
    elif one.volumes:
        exports.let_go(session, number)
    elif not audience.remove(session, number, AT_ONCE):
        exports.end_kept(session, number)
    return 1


def _is_over(one: Standing, every: Sequence[Standing], before: datetime) -> bool:
    if one.state is State.READY:
        return one.begun_at < before
    if one.state is State.MADE and one.volumes:
        return one.settled_at is not None and one.settled_at < before
    return one.state is State.DROPPED or (one.state is State.MADE and _is_followed(one, every))


def _is_followed(one: Standing, every: Sequence[Standing]) -> bool:
    """Whether differences follow a later export of the scope, and no open one follows this one."""
    mine = [other for other in every if other.wanted.scope == one.wanted.scope and other.number > one.number]
    if any(other.state in OPEN and other.follows == one.number for other in mine):
        return False
    return any(other.state is State.MADE for other in mine)
