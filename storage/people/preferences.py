"""A member's preferences. A member without a row has the defaults."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from content.hours import USUAL, Hours
from content.values import Reminder, Theme
from storage.engine.statements import insert_new, run
from storage.tables import Preference


@dataclass(frozen=True)
class Preferences:
    """`reminders`: the kinds of reminders that the member is sent. `picture_theme`: the palette of pictures. `hours`:
    when the member is written to unasked. `test_goes_on`: after a choice a test shows the next question by itself.
    `announcements`: whether the member is sent those of staff.
    """

    reminders: frozenset[Reminder] = frozenset(Reminder)
    picture_theme: Theme = Theme.LIGHT
    hours: Hours = USUAL
    test_goes_on: bool = True
    announcements: bool = True

    def wants(self, kind: Reminder) -> bool:
        return kind in self.reminders


COLUMNS: Mapping[Reminder, str] = {
    Reminder.COURSE: "reminders",
    Reminder.JOURNAL: "journal_reminders",
    Reminder.DECLARATION: "declaration_reminders",
    Reminder.YEAR_END: "year_end_reminders",
    Reminder.FALLING: "falling_reminders",
    Reminder.NEW_COURSES: "new_courses_reminders",
    Reminder.PLAN: "plan_reminders",
    Reminder.TRAINING: "training_reminders",
}
"""The column that says whether reminders of the kind are wanted."""

_GET = select(
    *(getattr(Preference, column).label(column) for column in COLUMNS.values()),
    *(
        Preference.picture_theme,
        Preference.quiet_from,
        Preference.quiet_until,
        Preference.nudge_hour,
        Preference.test_goes_on,
        Preference.announcements,
    ),
).where(Preference.member_id == bindparam("member"))
_GOES_ON = select(Preference.test_goes_on).where(Preference.member_id == bindparam("member"))
_NEW = insert_new(Preference)
_OWN = update(Preference).where(Preference.member_id == bindparam("member"))
_REMIND = {kind: _OWN.values({column: bindparam("wanted")}) for kind, column in COLUMNS.items()}
_ANNOUNCE = _OWN.values(announcements=bindparam("wanted"))
_DRAW = _OWN.values(picture_theme=bindparam("wanted"))
_GO_ON = _OWN.values(test_goes_on=bindparam("wanted"))
_KEEP = _OWN.values(quiet_from=bindparam("since"), quiet_until=bindparam("until"), nudge_hour=bindparam("hour"))


def get(session: Session, member_id: int) -> Preferences:
    """The member's preferences."""
    row = session.execute(_GET, {"member": member_id}).one_or_none()
    if row is None:
        return Preferences()
    wanted = frozenset(kind for kind, column in COLUMNS.items() if getattr(row, column))
    hours = Hours(row.quiet_from, row.quiet_until, row.nudge_hour)
    return Preferences(wanted, Theme(row.picture_theme), hours, row.test_goes_on, row.announcements)


def test_goes_on(session: Session, member_id: int) -> bool:
    """Whether a test shows the next question by itself. Read with every answer, so it reads nothing else."""
    return session.execute(_GOES_ON, {"member": member_id}).scalar_one_or_none() is not False


def set_test_goes_on(session: Session, member_id: int, wanted: bool) -> None:
    """Let a test go on by itself from now on, or not."""
    run(session, _NEW, {"member_id": member_id})
    session.execute(_GO_ON, {"member": member_id, "wanted": wanted})


def set_reminders(
    session: Session, member_id: int, wanted: bool, kinds: Collection[Reminder] = tuple(Reminder)
) -> None:
    """Record whether the member wants reminders of these kinds from now on."""
    run(session, _NEW, {"member_id": member_id})
    for kind in kinds:
        session.execute(_REMIND[kind], {"member": member_id, "wanted": wanted})


def set_announcements(session: Session, member_id: int, wanted: bool) -> None:
    """Record whether the member wants announcements of staff from now on."""
    run(session, _NEW, {"member_id": member_id})
    session.execute(_ANNOUNCE, {"member": member_id, "wanted": wanted})


def set_picture_theme(session: Session, member_id: int, wanted: Theme) -> None:
    """Draw the member's pictures in this palette from now on."""
    if not run(session, _NEW, {"member_id": member_id, "picture_theme": wanted.value}):
        session.execute(_DRAW, {"member": member_id, "wanted": wanted.value})


def set_hours(session: Session, member_id: int, hours: Hours) -> None:
    """Write to the member unasked at these hours from now on."""
    run(session, _NEW, {"member_id": member_id})
    values = {"since": hours.quiet_from, "until": hours.quiet_until, "hour": hours.nudge}
    session.execute(_KEEP, {"member": member_id} | values)
