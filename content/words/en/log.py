from collections.abc import Sequence
from datetime import date, datetime

from content.staff.logged import Filter, Person
from content.words.en import common
from content.words.en.acts import act as _act
from content.words.en.logged import moment as _moment
from content.words.en.logged import person as _person


def title() -> str:
    return "Staff · Log"


def filtered(shown: Filter, by: Person, on: Person) -> str:
    said = [
        *([f"by {_person(by)}"] if shown.by else []),
        *([f"on {on.name}"] if shown.on else []),
        *([f"“{_act(shown.act_name)}”"] if shown.act else []),
        *([f"on {common.day(shown.day)}"] if shown.day else []),
    ]
    return f"Shown: {', '.join(said)}" if said else "Shown: every action"


def found(number: int) -> str:
    acts = "1 action" if number == 1 else f"{number} actions"
    return f"{acts}, newest first (Japan time). Tap a number for the details."


def nothing() -> str:
    return "No actions match."


def can_type() -> str:
    return "To narrow the list, enter a member ID or a date such as 2026-11-22."


def not_understood() -> str:
    return "That is neither a member ID nor a date. You can try again."


def line(number: int, at: datetime, by: str, act: str, on: str) -> str:
    return f"{number}  {_moment(at)}\n  {by}: {act}{f' ({on})' if on else ''}"


def to_people() -> str:
    return "Choose staff"


def to_acts() -> str:
    return "Choose action"


def to_days() -> str:
    return "Choose a day"


def to_all() -> str:
    return "Show all"


def to_file() -> str:
    return "Export as CSV"


def choose_person() -> str:
    return "Whose actions would you like to see?"


def actor(name: str, member_no: str) -> str:
    return f"{name}{f', {member_no}' if member_no else ''}"


def choose_act() -> str:
    return "Which action would you like to see?"


def choose_day() -> str:
    return "Which day would you like to see? To see any other day, enter its date in the list."


def day(day: date) -> str:
    return common.short_day(day)


def entry_title(number: int, act: str) -> str:
    return f"Log entry {number}: {act}"


def at(at: datetime) -> str:
    return f"When: {_moment(at)} (Japan)"


def by(by: str, member_no: str) -> str:
    return f"Who: {by}{f' (member ID {member_no})' if member_no else ''}"


def on(on: str, member_no: str) -> str:
    return f"On: {on}{f' (member ID {member_no})' if member_no else ''}"


def fact(name: str, value: str) -> str:
    return f"• {name}: {value}"


def before() -> str:
    return "Before"


def after() -> str:
    return "After / outcome"


def unreadable(*, erased: bool) -> str:
    lost = "The reason and the values before and after can't be read"
    if erased:
        return f"{lost}, because this member's personal key was erased."
    return f"⚠️ {lost}, and no entry says that the key was erased. Please ask the system operator to run verify-log."


def same_person() -> str:
    return "Same person"


def same_member() -> str:
    return "Same member"


def same_act() -> str:
    return "Same action"


def same_day() -> str:
    return "Same day"


def file_comes() -> str:
    return "The CSV file is on its way."


def nothing_to_file() -> str:
    return "There is nothing to export."


def too_many(most: int) -> str:
    return f"One file can hold up to {most:,} actions. Please narrow the list first, then try again."


def file_title() -> str:
    return "Staff log (CSV)"


def file_caption(number: int) -> tuple[str, ...]:
    acts = "1 action" if number == 1 else f"{number:,} actions"
    return (acts, "It contains personal data: please handle it with care. This export was logged.")


def columns() -> Sequence[str]:
    return (
        *("number", "time (Japan)", "staff ID", "staff", "member ID", "member"),
        *("action (code)", "action", "reason", "before", "after and outcome", "content"),
    )
