from collections.abc import Sequence
from datetime import date, datetime

from content.staff.logged import Filter, Person
from content.words.en import common
from content.words.en.logged import act as _act
from content.words.en.logged import moment as _moment
from content.words.en.logged import person as _person


def title() -> str:
    return "Staff: log of acts"


def filtered(shown: Filter, by: Person, on: Person) -> str:
    said = [
        *([f"by {_person(by)}"] if shown.by else []),
        *([f"on {on.name}"] if shown.on else []),
        *([f"“{_act(shown.act_name)}”"] if shown.act else []),
        *([f"on {common.day(shown.day)}"] if shown.day else []),
    ]
    return f"Shown: {', '.join(said)}" if said else "Shown: every act"


def found(number: int) -> str:
    acts = "1 act" if number == 1 else f"{number} acts"
    return f"{acts}, the latest first (times of Japan). A number opens the act."


def nothing() -> str:
    return "There is no such act."


def can_type() -> str:
    return "Type a member ID, or a day such as 2026-11-22, to narrow the list."


def not_understood() -> str:
    return "This is neither a member ID nor a day. Type another one."


def line(number: int, at: datetime, by: str, act: str, on: str) -> str:
    return f"{number}  {_moment(at)}\n  {by}: {act}{f' ({on})' if on else ''}"


def to_people() -> str:
    return "Choose staff"


def to_acts() -> str:
    return "Choose an act"


def to_days() -> str:
    return "Choose a day"


def to_all() -> str:
    return "Show all"


def to_file() -> str:
    return "Export as CSV"


def choose_person() -> str:
    return "Whose acts do you want to see?"


def actor(name: str, member_no: str) -> str:
    return f"{name}{f', {member_no}' if member_no else ''}"


def choose_act() -> str:
    return "Which acts do you want to see?"


def choose_day() -> str:
    return "The acts of which day do you want to see? For another day, type it under the list."


def day(day: date) -> str:
    return common.short_day(day)


def entry_title(number: int, act: str) -> str:
    return f"Act {number}: {act}"


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
    return "After, and outcome"


def unreadable(*, erased: bool) -> str:
    lost = "The reason, and what was before and after, can't be read"
    if erased:
        return f"{lost}: the personal key of this member was erased."
    return f"⚠️ {lost}, and no act tells that the key was erased. Ask the operator to run verify-log."


def same_person() -> str:
    return "Same person"


def same_member() -> str:
    return "Same member"


def same_act() -> str:
    return "Same act"


def same_day() -> str:
    return "Same day"


def file_comes() -> str:
    return "The CSV file is on its way."


def nothing_to_file() -> str:
    return "There is nothing to export."


def too_many(most: int) -> str:
    return f"One file holds {most:,} acts at most. Choose a person, a member, an act or a day first, then try again."


def file_title() -> str:
    return "Log of acts (CSV)"


def file_caption(number: int) -> tuple[str, ...]:
    acts = "1 act" if number == 1 else f"{number:,} acts"
    return (acts, "It holds personal data: handle it with care. This export was logged.")


def columns() -> Sequence[str]:
    return (
        *("number", "time (Japan)", "staff ID", "staff", "member ID", "member"),
        *("act (code)", "act", "reason", "before", "after and outcome", "content"),
    )
