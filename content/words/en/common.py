from collections.abc import Mapping
from datetime import date, datetime

from content.declarations.evidence import Bad
from content.rules import local
from content.titled import Titled, title_in

_SAMPLE = "sample"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def time(moment: datetime) -> str:
    here = local(moment)
    return f"{here.hour}:{here.minute:02}"


def moment(moment: datetime) -> str:
    return f"{short_day(local(moment).date())}, {time(moment)} (Japan)"


def length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def wait(seconds: int) -> str:
    if seconds < 60:
        return _many(max(seconds, 1), "second")
    if seconds < 3600:
        return _many(-(-seconds // 60), "minute")
    return _many(-(-seconds // 3600), "hour")


def credits(half_units: int) -> str:
    whole, half = divmod(half_units, 2)
    return f"{whole}.5 credits" if half else _many(whole, "credit")


def fiscal_year(year: int) -> str:
    return f"fiscal {year}"


def back() -> str:
    return "‹ Back"


def page_of(page: int, pages: int) -> str:
    return f"{page} / {pages}"


def choose_page() -> str:
    return "Choose a page"


def pages_line(page: int) -> str:
    return f"You are on page {page}."


def span(first: int, last: int) -> str:
    return f"{first}–{last}"


def show_more(further: int) -> str:
    return f"Show {further} more"


def home() -> str:
    return "Home"


def to_courses() -> str:
    return "Find a course"


def to_credits() -> str:
    return "See my credits"


def to_login() -> str:
    return "Log in"


def sample() -> str:
    return _SAMPLE


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def marked(title: str, *, sample: bool) -> str:
    return f"{title} ({_SAMPLE})" if sample else title


def sample_credit() -> str:
    return "This is a sample credit, not a real one."


def sample_total() -> str:
    return "⚠️ This is a demo: totals include sample credits, which are not real."


def without_samples() -> str:
    return "Credits marked “sample” are not in the total."


def titled(one: Titled) -> str:
    return title_in(one, "en")


_NOT_TAKEN: Mapping[Bad, tuple[str, str]] = {
    Bad.NO_FILE: ("Only photos and PDFs can be attached.", "Please send one of these."),
    Bad.EMPTY: ("This file is empty.", "Please check it and send it again."),
    Bad.TOO_BIG: ("Files over 20 MB can't be attached.", "Please make it smaller, or send a photo."),
    Bad.LOCKED: (
        "This PDF opens with a password only.",
        "Please send it without its password, or send a photo.",
    ),
    Bad.BROKEN: ("This file is damaged and can't be opened.", "Please check that it opens, and send it again."),
    Bad.OTHER: ("This file is neither a photo (JPEG, PNG, HEIC) nor a PDF.", "Please send it as one of these."),
}


def not_taken(bad: Bad) -> tuple[str, str]:
    return _NOT_TAKEN[bad]
