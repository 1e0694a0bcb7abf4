from collections.abc import Sequence

from content.staff.inviting import Opening
from content.staff.rights import Role
from content.words.en.rights import role as _name

_OPENING: dict[Opening, tuple[str, ...]] = {
    Opening.NEW: (
        "Your invitation was found.",
        "Whoever invited you now looks at your Telegram account and confirms it. You will be told here.",
        "Until then you can't use any screens of staff.",
    ),
    Opening.AGAIN: ("Your invitation waits to be confirmed. You will be told here.",),
    Opening.TAKEN: (
        "Somebody else has opened this invitation. It is good for one person only.",
        "If it was meant for you, please ask for a new link.",
    ),
    Opening.OVER: (
        "This invitation can't be used any more: it is older than 24 hours, was withdrawn, or was used already.",
        "Please ask for a new link.",
    ),
    Opening.MEMBER: (
        "A member is logged in here, so an invitation of staff can't be used. It is still unused.",
        "Members get a role by their member ID: please tell whoever invited you.",
    ),
    Opening.STAFF: ("A staff account is logged in here already. The invitation is still unused.",),
    Opening.UNKNOWN: ("There is no such invitation. Please open the whole link again.",),
}


def opening_title() -> str:
    return "Invitation of staff"


def opening(what: Opening) -> tuple[str, ...]:
    return _OPENING[what]


def ready_title() -> str:
    return "Your staff account is ready"


def ready(name: str, roles: Sequence[Role]) -> tuple[str, ...]:
    held = ", ".join(map(_name, roles))
    return (
        name,
        f"Your role: {held}. Begin with /staff." if held else "You will be told when you get a role.",
        "With another Telegram account, or after /logout, you need a new invitation from an owner.",
    )


def to_rooms() -> str:
    return "Open the staff screens"


def home_title(name: str) -> str:
    return f"{name} · staff account"


def home(roles: Sequence[Role]) -> tuple[str, ...]:
    held = ", ".join(map(_name, roles))
    return (
        f"Your role: {held}" if held else "You have no role at present. If you need one, please ask an owner.",
        "A staff account can't take courses or earn credits: that is for members.",
    )


def number(account: int) -> str:
    return f"Staff account · number staff-{account}"


def no_number() -> str:
    return "staff account"


def logged_in(name: str) -> tuple[str, ...]:
    return (
        f"The staff account of {name} is logged in here.",
        "To log in as a member, please /logout first. To come back to the staff account you need a new invitation.",
    )


def ask_logout() -> str:
    return "You will be logged out. To come back to the staff account you need a new invitation from an owner."


def logged_out() -> str:
    return "You are logged out. The screens of staff can't be used here any more."
