from collections.abc import Sequence
from datetime import datetime

from content.staff.rights import Act, Role
from content.words.en import common

_ROLES: dict[Role, str] = {
    Role.SUPPORT: "support",
    Role.ORGANISER: "organiser",
    Role.EDITOR: "editor",
    Role.OFFICER: "officer",
    Role.OWNER: "owner",
}
_DOES: dict[Role, str] = {
    Role.SUPPORT: "finds members and helps them to log in",
    Role.ORGANISER: "runs the reception of trainings",
    Role.EDITOR: "publishes courses, the journal, broadcasts, links and maintenance",
    Role.OFFICER: "decides claims of attendance and declarations, and answers requests",
    Role.OWNER: "may do all of this, and gives and takes roles",
}
_ACTS: dict[Act, str] = {
    Act.SEE_ROOMS: "Open the staff screens",
    Act.FIND_MEMBERS: "Find and view members",
    Act.HELP_MEMBERS: "Help members to log in",
    Act.SHOW_CHECKIN_CODES: "Show check-in codes",
    Act.SEE_DESK: "See what is to be decided",
    Act.DECIDE_CLAIMS: "Decide claims of attendance",
    Act.DECIDE_DECLARATIONS: "Decide declarations",
    Act.ANSWER_REQUESTS: "Answer requests",
    Act.MANAGE_ROLES: "Give and take roles",
    Act.CONFIRM_JOINT: "Confirm acts of others",
    Act.READ_LOG: "Read and export the log of acts",
}
_ROOMS: dict[Act, str] = {
    Act.FIND_MEMBERS: "Find a member",
    Act.SHOW_CHECKIN_CODES: "Show check-in codes",
    Act.MANAGE_ROLES: "Manage roles",
    Act.READ_LOG: "Read the log of acts",
}


def role(role: Role) -> str:
    return _ROLES[role]


def does(role: Role) -> str:
    return _DOES[role]


def act(act: Act) -> str:
    return _ACTS[act]


_OTHERS = {"own_code": "A one-time code for oneself", "pin": "PIN of a second person: three wrong ones"}


def attempted(what: str) -> str:
    return {**{one.value: name for one, name in _ACTS.items()}, **_OTHERS}.get(what, what)


def not_yours_title() -> str:
    return "You can't do this"


def not_yours(act: Act, roles: Sequence[Role]) -> tuple[str, ...]:
    return (
        f"“{_ACTS[act]}” is for these roles: {', '.join(map(role, roles))}.",
        "Nothing was changed. Your attempt is logged.",
    )


def attempt_title() -> str:
    return "⚠️ An attempt without the right to it"


def attempt(name: str, what: str, at: datetime) -> tuple[str, ...]:
    return (
        f"{common.moment(at)} · {name}",
        f"Attempted: {attempted(what)}",
        "It was refused and nothing was changed. It stands in the log.",
    )


def rooms_title() -> str:
    return "Staff"


def rooms(roles: Sequence[Role]) -> tuple[str, ...]:
    return (
        f"Your roles: {', '.join(map(role, roles))}",
        "Everything you view or do here is logged with your name.",
    )


def can_search() -> str:
    return "To find a member, enter a member ID, a MAMIS ID or a name."


def room(act: Act, command: str) -> str:
    return f"{_ACTS[act]}: /{command}"


def to_room(act: Act) -> str:
    return _ROOMS[act]
