"""When a member is reminded of a training to come: on the day before, and when its doors open. Pure."""

from datetime import date, datetime, timedelta

from content.attendance.attending import Mine
from content.attendance.checkin import Door, hours
from content.attendance.training import AttendanceStanding, Training
from content.hours import Hours
from content.rules import Rules, day_of

_DAY = timedelta(days=1)


def day_before(training: Training) -> date:
    return training.held_on - _DAY


def told_at(training: Training, member: Hours) -> datetime:
    """When the member hears of it on the day before, at the member's own hour."""
    return member.nudge_at(day_before(training))


def is_told(mine: Mine, now: datetime, rules: Rules) -> bool:
    """Whether it is worth saying now that the training is tomorrow, or today (the member put the reminder off):
    not once the member has checked in, or can't any more.
    """
    training = mine.listed.training
    near = day_of(now) in (day_before(training), training.held_on)
    return near and now < hours(training.starts_at, training.ends_at, rules).entry_until and _is_awaited(mine)


def is_open(mine: Mine, now: datetime, rules: Rules) -> bool:
    """Whether it is worth saying now that the doors are open: it takes entries, and has none of the member."""
    training = mine.listed.training
    return hours(training.starts_at, training.ends_at, rules).door(now) is Door.ENTRY and _is_awaited(mine)


def may_ask(mine: Mine, now: datetime) -> bool:
    """Whether the member can ask for the reminders: it can be attended, and has not begun."""
    return now < mine.listed.training.starts_at and mine.standing is not AttendanceStanding.RECORDED


def _is_awaited(mine: Mine) -> bool:
    return mine.standing is AttendanceStanding.COMING
