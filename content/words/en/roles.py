from collections.abc import Sequence
from datetime import datetime

from content.staff.rights import Role, works_in_chat
from content.words.en import common
from content.words.en.rights import role as _name


def title() -> str:
    return "Staff · Roles"


def listed(people: int) -> tuple[str, ...]:
    return (
        f"People with a role: {people}. Tap a number to see since when, and who gave it.",
        "To give someone else a role, enter their member ID or MAMIS ID.",
    )


def person(number: int, name: str, member_no: str, roles: Sequence[Role]) -> str:
    return f"{number}  {name}  {member_no}  {', '.join(map(_name, roles))}"


def no_such() -> str:
    return "No member has this ID. A member ID has 10 digits. You can enter it again."


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
    return f"{'Give' if give else 'Remove'}: {_name(role)}"


def ask_why_title(role: Role, name: str, *, give: bool) -> str:
    return f"{'Give' if give else 'Remove'} the {_name(role)} role · {name}"


def ask_why(role: Role, what: str, *, give: bool) -> tuple[str, ...]:
    ends = "" if give else " It ends with the person's next tap."
    does = f"This role lets a person {what}." if works_in_chat(role) else f"{_name(role).capitalize()}: {what}."
    return (
        f"{does}{ends} The person will be notified.",
        "",
        "Please choose a reason or enter one. It is logged.",
    )


def reasons(*, give: bool) -> Sequence[str]:
    return ("Joined", "New duties", "Temporary cover") if give else ("Left", "New duties", "Cover has ended")


def bad_reason(longest: int) -> str:
    return f"A reason has 2 to {longest} characters. Nothing has been changed yet. Please enter it again."


def changed(role: Role, *, give: bool) -> str:
    return f"✅ The {_name(role)} role was {'given' if give else 'removed'}."


def same(role: Role, *, give: bool) -> str:
    return f"This person {'already has' if give else 'does not have'} the {_name(role)} role. Nothing was changed."


def last_owner() -> str:
    return "⚠️ The last owner's role can't be removed. Please make someone else an owner first."


def told_title(*, give: bool) -> str:
    return "You have a new role" if give else "One of your roles was removed"


def told(role: Role, what: str, *, give: bool) -> tuple[str, ...]:
    name = f"{_name(role).capitalize()}: {what}."
    return (name, "Start with /staff.") if give else (name, "Screens that are still open no longer work.")
