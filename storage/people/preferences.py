"""A member's preferences. A member without a row has the defaults."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from content.values import Theme
from storage.engine.statements import insert_new, run
from storage.tables import Preference


@dataclass(frozen=True)
class Preferences:
    """`reminders`: the member may be reminded of unfinished courses. `picture_theme`: the palette of pictures."""

    reminders: bool = True
    picture_theme: Theme = Theme.LIGHT


_GET = select(Preference.reminders, Preference.picture_theme).where(Preference.member_id == bindparam("member"))
_NEW = insert_new(Preference)
_OWN = update(Preference).where(Preference.member_id == bindparam("member"))
_REMIND = _OWN.values(reminders=bindparam("wanted"))
_DRAW = _OWN.values(picture_theme=bindparam("wanted"))


def get(session: Session, member_id: int) -> Preferences:
    """The member's preferences."""
    row = session.execute(_GET, {"member": member_id}).one_or_none()
    return Preferences() if row is None else Preferences(row.reminders, Theme(row.picture_theme))


def set_reminders(session: Session, member_id: int, wanted: bool) -> None:
    """Record whether the member wants reminders from now on."""
    if not run(session, _NEW, {"member_id": member_id, "reminders": wanted}):
        session.execute(_REMIND, {"member": member_id, "wanted": wanted})


def set_picture_theme(session: Session, member_id: int, wanted: Theme) -> None:
    """Draw the member's pictures in this palette from now on."""
    if not run(session, _NEW, {"member_id": member_id, "picture_theme": wanted.value}):
        session.execute(_DRAW, {"member": member_id, "wanted": wanted.value})
