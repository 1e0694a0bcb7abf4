from collections.abc import Mapping
from datetime import date, datetime

from content.announcing.announcement import Audience, Of
from content.staff.rights import Role
from content.verifying.standing import Reason, State
from content.words.en import activating, announcing, common, erasing, verify
from content.words.en.rights import role as _name

_TITLES = {
    "grant_owner": "Give the owner role",
    "code_for_staff": "One-time code for staff",
    "reenter_account": "Return to a staff account",
    "erase_member": "Erase a member's record",
    "revoke_certificate": "Revoke a certificate",
    "make_letters": "Make activation letters",
    "send_announcement": "Send an announcement",
}


def title(kind: str, name: str) -> str:
    return f"{_TITLES[kind]} · {name}" if name else _TITLES[kind]


def effect(kind: str, facts: Mapping[str, str]) -> tuple[str, ...]:
    if kind == "revoke_certificate":
        return _on_certificate(facts)
    if kind == "erase_member":
        return erasing.effect(facts)
    if kind == "send_announcement":
        return _of_announcement(facts)
    if kind == "make_letters":
        return activating.effect(facts)
    roles = ", ".join(_name(Role(one)) for one in facts["roles"].split(",")) if facts["roles"] else "none"
    about = (f"{facts['name']} · {_who(facts)}", f"Current roles: {roles}")
    if kind == "reenter_account":
        return (
            *about,
            "This creates a link for returning to this staff account. You then confirm who opened it.",
            "Once you do, its current chat is logged out.",
        )
    if kind == "grant_owner":
        return (
            *about,
            "This person becomes an owner, who may do everything and manages the roles of others.",
            f"There will be {int(facts['owners']) + 1} owners instead of {facts['owners']}.",
        )
    return (*about, "This issues a code that works once instead of the password. Any earlier code stops working.")


def _on_certificate(facts: Mapping[str, str]) -> tuple[str, ...]:
    first, last, issued = (date.fromisoformat(facts[name]) for name in ("first", "last", "issued_on"))
    instead = [f"It is being replaced by {facts['instead']}, and can't be revoked now."] * bool(facts["instead"])
    return (
        f"Name: {facts['name']} (member ID {facts['member_no']})",
        f"Number: {facts['number']}",
        f"Issued: {common.day(issued)}",
        f"Period: {verify.span(first, last)}",
        f"Credits: {verify.totals(int(facts['half_units']), int(facts['codes']))}",
        f"State now: {verify.state(State(facts['state']))}",
        *instead,
        f"Reason shown: {verify.reason(Reason(facts['reason']))}",
        "",
        "This revokes the certificate: whoever checks its number or QR code sees that. "
        "By the QR code the reason is shown too. "
        "It can't be undone. The member is told.",
    )


def _of_announcement(facts: Mapping[str, str]) -> tuple[str, ...]:
    at = datetime.fromisoformat(facts["starts_at"]) if facts["starts_at"] else None
    return (
        announcing.audience(Audience(Of(facts["of"]), facts["value"]), facts["course"]),
        announcing.people(int(facts["people"]), None),
        announcing.when(at),
        "",
        "Each member gets one of the two messages below, in the member's language. What was sent can't be taken back.",
    )


def _who(facts: Mapping[str, str]) -> str:
    """The member ID, or the number of the staff account and the Telegram account that is logged in."""
    if facts["member_no"]:
        return f"Member ID {facts['member_no']}"
    number, _, telegram = facts["account"].partition(":")
    return f"Staff account {number} (Telegram ID: {telegram or 'not logged in'})"


def asked(others: int, until: datetime) -> tuple[str, ...]:
    return (
        f"This needs a second person. Those who can confirm it have been notified ({others}).",
        f"If nobody confirms it by {common.moment(until)}, it will not be done. Nothing has been changed yet.",
    )


def alone_title() -> str:
    return "This needs a second person"


def alone(kind: str) -> str:
    if kind in ("revoke_certificate", "erase_member", "make_letters"):
        return (
            "No one else can confirm it: another officer or owner is needed. "
            "Please ask an owner to give somebody the role. Nothing was changed."
        )
    if kind == "send_announcement":
        return (
            "No one else can confirm it: another editor or owner is needed. "
            "Please ask an owner to give somebody the role. Nothing was sent."
        )
    return "No one else can confirm it. Please ask the system operator to do it by command. Nothing was changed."


def by(asker: str, why: str, until: datetime) -> tuple[str, ...]:
    return (f"Requested by {asker} · Reason: {why}", f"Deadline: {common.moment(until)}")


def wanted() -> str:
    return "A request needs a second person. Please review it, then confirm or refuse it."


def to_open() -> str:
    return "Review it"


def to_confirm() -> str:
    return "Confirm and carry out"


def to_refuse() -> str:
    return "Refuse"


def own() -> str:
    return "⚠️ You can't confirm a request that you made or that is about you. Nothing was changed."


def over(state: str) -> str:
    how = {"done": "has already been carried out", "refused": "was refused"}.get(state, "has expired")
    return f"This request {how}. Nothing was changed just now."


def changed() -> str:
    return "⚠️ The record has changed since this was shown. Please check what it says now, and choose again."


def pin_title() -> str:
    return "PIN"


def ask_pin(left: int) -> str:
    return f"Please enter your PIN. Attempts left: {left}. Your message is deleted at once."


def ask_new_pin(shortest: int, longest: int) -> tuple[str, ...]:
    return (
        f"Please choose a PIN of {shortest} to {longest} digits, not all the same and not in sequence.",
        "Your message is deleted at once. You will use this PIN from now on.",
    )


def bad_pin(shortest: int, longest: int) -> str:
    return f"This PIN can't be used. Please enter {shortest} to {longest} digits, not all the same and not in sequence."


def pin_set() -> str:
    return "✅ Your PIN is set. Please enter it once more to confirm."


def wrong_pin(left: int) -> str:
    return f"⚠️ Wrong PIN. Attempts left: {left}. Nothing was changed."


def locked(until: datetime) -> str:
    return f"⚠️ After three wrong PINs, you can't confirm anything until {common.moment(until)}. Others can."


def ask_refusal() -> str:
    return "Please enter your reason for refusing. It is logged and sent to the person who made the request."


def bad_reason(longest: int) -> str:
    return f"A reason has 2 to {longest} characters. Nothing has been changed yet. Please enter it again."


def done() -> str:
    return "✅ Confirmed by a second person and carried out."


def refused(why: str) -> str:
    return f"Refused. Reason: {why}"


def told_title(*, done: bool) -> str:
    return "Your request was carried out" if done else "Your request was refused"


def told(by: str, why: str, *, done: bool) -> tuple[str, ...]:
    return (f"Confirmed by {by}",) if done else (f"{by} · Reason: {why}", "Nothing was changed.")
