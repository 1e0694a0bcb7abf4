from collections.abc import Sequence
from datetime import date, datetime

from content.hours import HourOf, Hours
from content.rules import Rules
from content.text.ordinal import ordinal
from content.values import Reminder
from content.words.en import common as forms
from content.words.en import reminder as reminders


def title() -> str:
    return "Settings"


def language() -> str:
    return "Language: English"


def kinds_title() -> str:
    return "Kinds of reminders"


def reminder(kind: Reminder, wanted: bool, rules: Rules) -> str:
    named = f"Reminders of {reminders.kind(kind)}"
    return f"{named}: on ({_when(kind, rules)})" if wanted else f"{named}: off"


def nudges_at(hours: Hours) -> str:
    return f"Reminders come at {_clock(hours.nudge_hour)} in Japan, at most one message a day"


def quiet(hours: Hours) -> str:
    when = f"{_clock(hours.quiet_from)} to {_clock(hours.quiet_until)}" if hours.has_quiet else "none"
    return f"Quiet hours: {when}"


def coming(at: datetime, kinds: Sequence[Reminder]) -> str:
    return f"Next reminder: {forms.moment(at)}: {_list(kinds)}"


def nothing_comes(days: int) -> str:
    return f"Next reminder: none planned in the next {days} days"


def last(at: datetime, kinds: Sequence[Reminder]) -> str:
    return f"Last reminder: {forms.moment(at)}: {_list(kinds)}"


def because(reason: str) -> str:
    return f"It came because {reason}."


def goes_on(on: bool) -> str:
    return f"Tests: after each choice {'the next question comes' if on else 'the question stays'}"


def to_go_on(on: bool) -> str:
    return "Go on after each choice" if on else "Stay on the question"


def go_on_changed(on: bool) -> str:
    return "After a choice, tests go on to the next question." if on else "After a choice, tests stay on the question."


def to_kinds() -> str:
    return "Choose kinds"


def to_hours() -> str:
    return "Choose hours"


def hours_title() -> str:
    return "Hours of reminders"


def at_once() -> str:
    return "What you ask for, and notices about logging in, come at any hour. All hours are those of Japan."


def to_pick(what: HourOf) -> str:
    return {HourOf.NUDGE: "Hour of reminders", HourOf.FROM: "Quiet from", HourOf.UNTIL: "Quiet until"}[what]


def pick(what: HourOf) -> str:
    return {
        HourOf.NUDGE: "At which hour would you like to be reminded?",
        HourOf.FROM: "From which hour on should nothing be sent?",
        HourOf.UNTIL: "Until which hour should nothing be sent?",
    }[what]


def hour(hour: int, *, ticked: bool) -> str:
    return f"{_clock(hour)} ✓" if ticked else _clock(hour)


def to_quiet(wanted: bool) -> str:
    return "Have quiet hours" if wanted else "Have no quiet hours"


def hours_changed() -> str:
    return "Changed."


def account(name: str) -> str:
    return f"Logged in as {name}"


def no_account() -> str:
    return "Not logged in"


def other_language() -> str:
    return "日本語"


def language_changed() -> str:
    return "Changed to English."


def to_remind(kind: Reminder, wanted: bool) -> str:
    return f"Turn {'on' if wanted else 'off'} {reminders.SHORT[kind]} reminders"


def reminders_changed(kind: Reminder, wanted: bool) -> str:
    return f"Reminders of {reminders.kind(kind)} are {'on' if wanted else 'off'}."


def to_privacy() -> str:
    return "See privacy"


def to_logout() -> str:
    return "Log out"


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _when(kind: Reminder, rules: Rules) -> str:
    """The days of the rules, all in Japan. The hour is that of the member."""
    first, last = rules.reminder_after_days, rules.reminder_again_after_days
    return {
        Reminder.COURSE: f"{first} and {last} days after you last watched",
        Reminder.JOURNAL: f"{rules.journal_reminder_days} days before the deadline",
        Reminder.DECLARATION: f"once a year, on {_day(rules.declared_reminder)}",
        Reminder.YEAR_END: f"once a year, on {_day(rules.year_end_reminder)}",
        Reminder.FALLING: f"once a year, on {_day(rules.falling_reminder)}",
        Reminder.NEW_COURSES: f"on {_WEEKDAYS[rules.new_courses_weekday]}s, in weeks with new courses",
        Reminder.TRAINING: "the day before, and when check-in opens",
        Reminder.PLAN: f"on the {ordinal(rules.plan_told_day)} of each month, if you have a plan",
    }[kind]


def _day(of_year: tuple[int, int]) -> str:
    return f"{date(2000, *of_year):%-d %B}"


def _clock(hour: int) -> str:
    return f"{hour}:00"


def _list(kinds: Sequence[Reminder]) -> str:
    return ", ".join(reminders.kind(one) for one in kinds)
