from collections.abc import Sequence
from datetime import datetime

from content.staff.inviting import Invitation, State
from content.staff.rights import Role
from content.words.en import common
from content.words.en.rights import role as _name


def to_invite() -> str:
    return "Invite staff (no members)"


def title() -> str:
    return "Invite staff"


def about() -> tuple[str, ...]:
    return (
        "This makes a staff account for somebody of the secretariat who is not a member."
        " The link can be opened once, by one person, within 24 hours.",
        "Until you have confirmed the Telegram account that opened it, that person can't do anything.",
        "",
        "Please enter the name of the person.",
    )


def line(number: int, shown: Invitation) -> str:
    state = "to be confirmed" if shown.state is State.OPENED else "not opened"
    return f"{number}  {shown.name} · {state} · until {common.moment(shown.until)}"


def bad_name(longest: int) -> str:
    return f"A name has 1 to {longest} characters. Nobody was invited yet. Please enter it again."


def ask_role_title(name: str) -> str:
    return f"Invite {name}"


def ask_role() -> str:
    return "Please choose the role that comes with it. The role owner also takes a second person."


def ask_why_title(name: str) -> str:
    return f"Invite {name}"


def ask_why(role: Role | None) -> tuple[str, ...]:
    if role is None:
        what = "This makes a link that leads back into this staff account. Its present chat ends once you confirm."
    else:
        what = f"Role: {_name(role)}"
    return (what, "", "Please choose a reason or enter one. It is logged.")


def reasons(*, again: bool) -> Sequence[str]:
    return (
        ("New Telegram account", "Logged out", "Account taken over")
        if again
        else ("Joined", "New duties", "Stands in a while")
    )


def bad_reason(longest: int) -> str:
    return f"A reason has 2 to {longest} characters. Nobody was invited yet. Please enter another one."


def made_title(name: str) -> str:
    return f"Invitation · {name}"


def made(until: datetime, address: str) -> tuple[str, ...]:
    return (
        "Please give this link to the person alone, and never send it to a group.",
        "",
        address,
        "",
        f"Until {common.moment(until)}, only the first person who opens it can use it. You will be told here.",
    )


def to_copy() -> str:
    return "Copy the link"


def card_title(name: str) -> str:
    return f"Invitation · {name}"


def role(shown: Invitation) -> str:
    if shown.again:
        return "Leads back into a staff account that is there already"
    return f"Role that comes with it: {_name(Role(shown.role))}"


def by(inviter: str, why: str) -> str:
    return f"Invited by {inviter or 'the system operator'} · Reason: {why}"


def stands(state: State, until: datetime) -> str:
    said = {
        State.SENT: f"Not opened yet. It can be opened until {common.moment(until)}.",
        State.OPENED: f"The link was opened. Please decide by {common.moment(until)}.",
        State.CONFIRMED: "Confirmed: the person is logged in.",
        State.REFUSED: "Refused: the link can't be used any more.",
        State.WITHDRAWN: "Withdrawn: the link can't be used any more.",
        State.LAPSED: "Its time is over: the link can't be used any more.",
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
    return f"⚠️ This link was opened {times} more time(s). Others may have it."


def to_open() -> str:
    return "Look at it"


def to_confirm() -> str:
    return "It is this person"


def to_refuse() -> str:
    return "Refuse"


def to_withdraw() -> str:
    return "Withdraw the invitation"


def to_invite_again() -> str:
    return "Invite again"


def over() -> str:
    return "This invitation was decided already, or its time is over. Nothing was changed."


def not_yours() -> str:
    return "⚠️ Only the person who invited can confirm. Nothing was changed."


def busy() -> str:
    return "⚠️ Somebody has logged in in that chat since. The invitation was ended: please invite anew."


def roles_changed() -> str:
    return "⚠️ The roles of this account changed after the invitation. It was ended: please invite anew."


def confirmed(role: Role | None) -> str:
    if role is None:
        return "✅ The person is back in the staff account."
    return f"✅ The staff account is ready, with the role {_name(role)}."


def to_roles() -> str:
    return "See the roles of this person"


def waits_for_second() -> str:
    return "✅ The staff account is ready. The role owner takes a second person."


def refused() -> str:
    return "Refused. The person who opened it can't do anything."


def withdrawn() -> str:
    return "The invitation was withdrawn."


def opened_letter() -> str:
    return "Your invitation was opened. Please look at the Telegram account, then confirm or refuse it."
