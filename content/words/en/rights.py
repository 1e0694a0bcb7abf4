from collections.abc import Sequence
from datetime import datetime

from content.staff.rights import Act, Role, works_in_chat
from content.words.en import common

_ROLES: dict[Role, str] = {
    Role.SUPPORT: "support",
    Role.ORGANISER: "organiser",
    Role.EDITOR: "editor",
    Role.OFFICER: "officer",
    Role.OWNER: "owner",
}
_DOES: dict[Role, str] = {
    Role.SUPPORT: "find members, view the bot as they see it, and help them log in",
    Role.ORGANISER: "show the check-in codes at trainings",
    Role.EDITOR: "send announcements to members",
    Role.OFFICER: "decide on attendance claims and declarations, answer requests, grant or withdraw "
    "credits, replace or revoke certificates, end or resume memberships, and import members",
    Role.OWNER: "do everything, and manage the roles of others",
}
_ACTS: dict[Act, str] = {
    Act.SEE_ROOMS: "Open the staff screens",
    Act.FIND_MEMBERS: "Find and view members",
    Act.HELP_MEMBERS: "Help members log in",
    Act.VIEW_AS_MEMBER: "View the bot as a member",
    Act.SHOW_CHECKIN_CODES: "Show check-in codes",
    Act.SEE_DESK: "See what needs a decision",
    Act.DECIDE_CLAIMS: "Decide on attendance claims",
    Act.DECIDE_DECLARATIONS: "Decide on declarations",
    Act.ANSWER_REQUESTS: "Answer requests",
    Act.HANDLE_CERTIFICATES: "See, replace and revoke certificates",
    Act.HANDLE_CREDITS: "Grant and withdraw credits",
    Act.GRANT_BY_FILE: "Grant credits to many from a file",
    Act.END_MEMBERSHIP: "End and resume memberships",
    Act.IMPORT_MEMBERS: "Import members from a file",
    Act.IMPORT_CREDITS: "Import credits already held from a file",
    Act.EXPORT_CREDITS: "Export credits to a file",
    Act.MAKE_LETTERS: "Have activation letters made",
    Act.SEND_ANNOUNCEMENTS: "Send announcements to members",
    Act.MANAGE_ROLES: "Manage roles",
    Act.CONFIRM_JOINT: "Confirm others' requests",
    Act.READ_LOG: "See and export the log",
}
_ROOMS: dict[Act, str] = {
    Act.FIND_MEMBERS: "Find a member",
    Act.SHOW_CHECKIN_CODES: "Show check-in codes",
    Act.HANDLE_CERTIFICATES: "Find a certificate",
    Act.IMPORT_MEMBERS: "Import members",
    Act.IMPORT_CREDITS: "Import credits",
    Act.GRANT_BY_FILE: "Grant credits by file",
    Act.EXPORT_CREDITS: "Export credits",
    Act.MAKE_LETTERS: "Activation letters",
    Act.SEND_ANNOUNCEMENTS: "Announcements",
    Act.MANAGE_ROLES: "Manage roles",
    Act.READ_LOG: "See the log",
}


def role(role: Role) -> str:
    return _ROLES[role]


def does(role: Role) -> str:
    return _DOES[role] if works_in_chat(role) else f"{_DOES[role]} (nothing to do in the chat yet)"


def act(act: Act) -> str:
    return _ACTS[act]


_OTHERS = {"own_code": "Issue a one-time code for themselves", "pin": "Confirm with a PIN (three wrong PINs)"}


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
    return "⚠️ Attempt without permission"


def attempt(name: str, what: str, at: datetime) -> tuple[str, ...]:
    return (
        f"{common.moment(at)} · {name}",
        f"Attempted: {attempted(what)}",
        "It was refused, and nothing was changed. It has been logged.",
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
