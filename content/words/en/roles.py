from collections.abc import Sequence
from datetime import datetime

from content.staff.rights import Role
from content.words.en import common
from content.words.en.rights import role as _name


def title() -> str:
    return "Staff · Roles"


def listed(people: int) -> tuple[str, ...]:
    return (
        f"People with a role: {people}. Tap a number to see since when, and who gave it.",
        "To give a role to somebody else, enter the person's member ID or MAMIS ID.",
    )


def person(number: int, name: str, member_no: str, roles: Sequence[Role]) -> str:
    return f"{number}  {name}  {member_no}  {', '.join(map(_name, roles))}"


def no_such() -> str:
    return "No member has this ID. A member ID has 10 digits. You can enter another one."


def card_title(name: str) -> str:
    return f"Roles · {name}"


def ids(member_no: str) -> str:
    return f"Member ID {member_no}"


def holds(role: Role, since: datetime, by: str) -> str:
    return f"✅ {_name(role)} · since {common.moment(since)} · given by {by or 'the system operator'}"


def holds_none() -> str:
    return "No role."


def does(role: Role, what: str) -> str:
    return f"{_name(role)}: {what}"


def to_change(role: Role, *, give: bool) -> str:
    return f"{'Give' if give else 'Take'}: {_name(role)}"


def ask_why_title(role: Role, name: str, *, give: bool) -> str:
    return f"{'Give' if give else 'Take'} the role {_name(role)} · {name}"


def ask_why(what: str, *, give: bool) -> tuple[str, ...]:
    ends = "" if give else " It ends with the person's next tap."
    return (
        f"This role {what}.{ends} The person is told.",
        "",
        "Please choose a reason or enter one. It is logged.",
    )


def reasons(*, give: bool) -> Sequence[str]:
    return ("Joined", "New duties", "Stands in for a while") if give else ("Left", "New duties", "No longer stands in")


def bad_reason(longest: int) -> str:
    return f"A reason has 2 to {longest} characters. Nothing was changed yet. Please enter another one."


def changed(role: Role, *, give: bool) -> str:
    return f"✅ The role {_name(role)} was {'given' if give else 'taken away'}."


def same(role: Role, *, give: bool) -> str:
    return f"The role {_name(role)} was {'held already' if give else 'not held'}. Nothing was changed."


def last_owner() -> str:
    return "⚠️ The role of the last owner can't be taken away. Please give it to somebody else first."


def told_title(*, give: bool) -> str:
    return "You have a new role" if give else "A role was taken away"


def told(role: Role, what: str, *, give: bool) -> tuple[str, ...]:
    name = f"The role {_name(role)} {what}."
    return (name, "Begin with /staff.") if give else (name, "Screens that are still open can't be used any more.")
