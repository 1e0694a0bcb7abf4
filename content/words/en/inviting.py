from collections.abc import Sequence
from datetime import datetime

from content.staff.inviting import Invitation, State
from content.staff.rights import Role
from content.words.en import common
from content.words.en.rights import role as _name


def to_invite() -> str:
    return "Invite non-member staff"


def title() -> str:
    return "Invite staff"


def about() -> tuple[str, ...]:
    return (
        "This creates a staff account for someone at the secretariat who is not a member."
        " The link can be opened once, by one person, within 24 hours.",
        "Until you confirm the Telegram account that opened it, that person can't do anything.",
        "",
        "Please enter the person's name.",
    )


def line(number: int, shown: Invitation) -> str:
    state = "waiting for you to confirm" if shown.state is State.OPENED else "not opened"
    return f"{number}  {shown.name} · {state} · until {common.moment(shown.until)}"


def bad_name(longest: int) -> str:
    return f"A name has 1 to {longest} characters. Nobody has been invited yet. Please enter it again."


def ask_role_title(name: str) -> str:
    return f"Invite {name}"


def ask_role() -> str:
    return "Please choose the role to give once you confirm. The owner role also needs a second person."


def ask_why_title(name: str) -> str:
    return f"Invite {name}"


def ask_why(role: Role | None) -> tuple[str, ...]:
    if role is None:
        what = (
            "This creates a link for returning to this staff account. Once you confirm, its current chat is logged out."
        )
    else:
        what = f"Role: {_name(role)}"
    return (what, "", "Please choose a reason or enter one. It is logged.")


def reasons(*, again: bool) -> Sequence[str]:
    return (
        ("New Telegram account", "Logged out", "Account taken over")
        if again
        else ("Joined", "New duties", "Temporary cover")
    )


def bad_reason(longest: int) -> str:
    return f"A reason has 2 to {longest} characters. Nobody has been invited yet. Please enter it again."


def made_title(name: str) -> str:
    return f"Invitation · {name}"


def made(until: datetime, address: str) -> tuple[str, ...]:
    return (
        "Please give this link only to that person, and never send it to a group.",
        "",
        address,
        "",
        f"Only the first person to open it can use it, until {common.moment(until)}. You will be notified here.",
    )


def to_copy() -> str:
    return "Copy the link"


def card_title(name: str) -> str:
    return f"Invitation · {name}"


def role(shown: Invitation) -> str:
    if shown.again:
        return "For returning to an existing staff account"
    return f"Role to be given: {_name(Role(shown.role))}"


def by(inviter: str, why: str) -> str:
    return f"Invited by {inviter or 'the system operator'} · Reason: {why}"


def stands(state: State, until: datetime) -> str:
    said = {
        State.SENT: f"Not opened yet. It can be opened until {common.moment(until)}.",
        State.OPENED: f"The link was opened. Please decide by {common.moment(until)}.",
        State.CONFIRMED: "Confirmed: the person can log in.",
        State.REFUSED: "Refused. The link no longer works.",
        State.WITHDRAWN: "Withdrawn. The link no longer works.",
        State.LAPSED: "Expired. The link no longer works.",
    }
    return said[state]


def opener(telegram_id: int, name: str, username: str) -> tuple[str, ...]:
    return (
        "The Telegram account that opened it",
        f"Name: {name or '(none)'}",
        f"Username: {'@' + username if username else '(none)'}",
        f"ID: {telegram_id}",
        "",
        "Before you confirm, please ask the person (by phone, for example) whether this account is theirs.",
    )


def turned_away(times: int) -> str:
    return f"⚠️ This link was opened {'once' if times == 1 else f'{times} times'} more. Others may have it."


def to_open() -> str:
    return "Review it"


def to_confirm() -> str:
    return "Confirm this person"


def to_refuse() -> str:
    return "Refuse"


def to_withdraw() -> str:
    return "Withdraw the invitation"


def to_invite_again() -> str:
    return "Invite again"


def over() -> str:
    return "This invitation has already been decided, or has expired. Nothing was changed."


def not_yours() -> str:
    return "⚠️ Only the person who sent the invitation can confirm it. Nothing was changed."


def busy() -> str:
    return "⚠️ Someone has since logged in to that chat, so the invitation has ended. Please send a new one."


def roles_changed() -> str:
    return "⚠️ This account's roles have changed since the invitation, so it has ended. Please send a new one."


def confirmed(role: Role | None) -> str:
    if role is None:
        return "✅ The person can use the staff account again."
    return f"✅ The staff account is ready, with the {_name(role)} role."


def to_roles() -> str:
    return "See this person's roles"


def waits_for_second() -> str:
    return "✅ The staff account is ready. The owner role needs a second person."


def refused() -> str:
    return "✅ Recorded. The person who opened it can't do anything."


def withdrawn() -> str:
    return "✅ Recorded."


def opened_letter() -> str:
    return "Your invitation has been opened. Please check the Telegram account, then confirm or refuse it."
