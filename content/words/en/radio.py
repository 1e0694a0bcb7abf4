from datetime import date, datetime

from content.hours import Hours
from content.radio import Broadcast
from content.rules import day_of
from content.words.en import common as forms

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def title() -> str:
    return "Radio NIKKEI “Igaku Koza” (医学講座)"


def days(first: date, last: date) -> str:
    return f"{forms.day(first)} to {forms.short_day(last)}"


def month(first: date) -> str:
    return f"{_MONTHS[first.month - 1]} {first.year}"


def no_credit() -> str:
    return "Listening earns no credits. All times are Japan time."


def line(number: int, broadcast: Broadcast, *, on_air: bool, asked: bool) -> str:
    sign = "▶️ " if on_air else ""
    when = f"{forms.short_day(day_of(broadcast.starts_at))}, {forms.time(broadcast.starts_at)}"
    sample = f" ({forms.sample()})" if broadcast.sample else ""
    mark = ["reminder set"] * asked
    return f"{number} {sign}" + " · ".join([when, f"{forms.titled(broadcast)}{sample}", broadcast.speaker, *mark])


def nothing() -> str:
    return "Nothing is scheduled for these days. See the association's page for the broadcaster's own schedule."


def to_page() -> str:
    return "Open the association's page"


def earlier(first: date, *, month: bool) -> str:
    return f"‹ {_from(first, month)}"


def later(first: date, *, month: bool) -> str:
    return f"{_from(first, month)} ›"


def to_week() -> str:
    return "See one week"


def to_month() -> str:
    return "See one month"


def to_radio() -> str:
    return "Radio"


def to_schedule() -> str:
    return "See the schedule"


def speaker(broadcast: Broadcast) -> str:
    return f"{f'{forms.sample()} · ' if broadcast.sample else ''}Speaker: {broadcast.speaker}"


def when(broadcast: Broadcast) -> str:
    starts, ends = forms.time(broadcast.starts_at), forms.time(broadcast.ends_at)
    day, length = day_of(broadcast.starts_at), forms.length(broadcast.minutes * 60)
    ends += " the next day" * (day_of(broadcast.ends_at) > day)
    return f"{forms.day(day)}, {starts} to {ends} (Japan, {length})"


def on_air() -> str:
    return "▶️ On air now."


def over() -> str:
    return "This broadcast has ended."


def asked(at: datetime) -> str:
    return f"✅ We will remind you on {forms.moment(at)}."


def before_the_night(at: datetime, hours: Hours) -> str:
    quiet = f"Nothing is sent between {hours.quiet_from}:00 and {hours.quiet_until}:00"
    return f"{quiet}, so we will remind you on {forms.moment(at)}."


def too_late(at: datetime) -> str:
    return f"It is too late for a reminder (it would have been on {forms.moment(at)})."


def to_listen() -> str:
    return "Listen"


def to_remind(minutes: int, *, on_time: bool) -> str:
    return f"Remind me {minutes} min before" if on_time else "Remind me before"


def to_take_back() -> str:
    return "Cancel the reminder"


def taken_back() -> str:
    return "The reminder is cancelled."


def nothing_to_take_back() -> str:
    return "No reminder is set for this broadcast."


def reminder_title() -> str:
    return "Radio broadcast reminder"


def changed_title() -> str:
    return "The radio schedule has changed"


def changed(broadcast: Broadcast) -> str:
    return f"“{forms.titled(broadcast)}” on {forms.moment(broadcast.starts_at)} is no longer in the schedule."


def again(at: datetime) -> str:
    return f"A broadcast with the same title is on {forms.moment(at)}."


def to_again() -> str:
    return "See that broadcast"


def see_schedule() -> str:
    return "Please see the latest schedule."


def _from(first: date, month: bool) -> str:
    return _MONTHS[first.month - 1][:3] if month else forms.short_day(first).partition(" ")[2]
