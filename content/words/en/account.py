from collections.abc import Sequence

from content.staff.inviting import Opening
from content.staff.rights import Role
from content.words.en.rights import role as _name

_OPENING: dict[Opening, tuple[str, ...]] = {
    Opening.NEW: (
        "Your invitation has been received.",
        "The person who invited you will check your Telegram account and confirm it. You will be notified here.",
        "Until then you can't use the staff screens.",
    ),
    Opening.AGAIN: ("Your invitation is waiting to be confirmed. You will be notified here.",),
    Opening.TAKEN: (
        "Someone else has already opened this invitation. Only one person can use it.",
        "If it was meant for you, please ask the person who invited you for a new link.",
    ),
    Opening.OVER: (
        "This invitation is no longer valid: it is more than 24 hours old, or it was withdrawn or already used.",
        "Please ask the person who invited you for a new link.",
    ),
    Opening.MEMBER: (
        "A member is logged in to this chat, so a staff invitation can't be used here. It is still unused.",
        "An owner can give a member a role by member ID. Please tell the person who invited you.",
    ),
    Opening.STAFF: ("A staff account is already logged in to this chat. The invitation is still unused.",),
    Opening.UNKNOWN: ("This invitation link could not be recognised. Please open the complete link again.",),
}


def opening_title() -> str:
    return "Staff invitation"


def opening(what: Opening) -> tuple[str, ...]:
    return _OPENING[what]


def ready_title() -> str:
    return "Your staff account is ready"


def ready(name: str, roles: Sequence[Role]) -> tuple[str, ...]:
    held = ", ".join(map(_name, roles))
    return (
        name,
        f"Your role: {held}. Start with /staff." if held else "You will be notified when you are given a role.",
        "With another Telegram account, or after /logout, you need a new invitation from an owner.",
    )


def to_rooms() -> str:
    return "Open the staff screens"


def home_title(name: str) -> str:
    return f"{name} · staff account"


def home(roles: Sequence[Role]) -> tuple[str, ...]:
    held = ", ".join(map(_name, roles))
    return (
        f"Your role: {held}" if held else "You have no role at the moment. If you need one, please ask an owner.",
        "Courses, credits and other member features are not available with a staff account.",
    )


def number(account: int) -> str:
    return f"Staff account · number staff-{account}"


def no_number() -> str:
    return "staff account"


def logged_in(name: str) -> tuple[str, ...]:
    return (
        f"{name}'s staff account is logged in to this chat.",
        "To log in as a member, please /logout first. To return to the staff account you will need a new invitation.",
    )


def ask_logout() -> str:
    return "This logs you out. To return to the staff account you will need a new invitation from an owner."


def logged_out() -> str:
    return "You are logged out. The staff screens are no longer available in this chat."
