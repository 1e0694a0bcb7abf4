"""What a member has chosen; no row means the defaults."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from storage.statements import insert_new, run
from storage.tables import Preference


@dataclass(frozen=True)
class Preferences:
    """`reminders`: whether an unfinished course may be remembered."""

    reminders: bool = True


_GET = select(Preference.reminders).where(Preference.member_id == bindparam("member"))
_NEW = insert_new(Preference)
_SET = update(Preference).where(Preference.member_id == bindparam("member")).values(reminders=bindparam("wanted"))


def get(session: Session, member_id: int) -> Preferences:
    """A member's choices."""
    reminders = session.execute(_GET, {"member": member_id}).scalar()
    return Preferences() if reminders is None else Preferences(reminders)


def set_reminders(session: Session, member_id: int, wanted: bool) -> None:
    """Whether the member wants to be reminded from now on."""
    if not run(session, _NEW, {"member_id": member_id, "reminders": wanted}):
        session.execute(_SET, {"member": member_id, "wanted": wanted})
