from collections.abc import Mapping
from datetime import datetime

from content.staff.rights import Role
from content.words.en import common
from content.words.en.rights import role as _name

_TITLES = {
    "grant_owner": "Give the role owner",
    "code_for_staff": "One-time code for staff",
    "reenter_account": "Link back into a staff account",
}


def title(kind: str, name: str) -> str:
    return f"{_TITLES[kind]} · {name}"


def effect(kind: str, facts: Mapping[str, str]) -> tuple[str, ...]:
    roles = ", ".join(_name(Role(one)) for one in facts["roles"].split(",")) if facts["roles"] else "none"
    about = (f"{facts['name']} · {_who(facts)}", f"Roles now: {roles}")
    if kind == "reenter_account":
        return (
            *about,
            "A link is made that leads back into this staff account. You then confirm who opened it.",
            "Once you do, its present chat can't be used any more.",
        )
    if kind == "grant_owner":
        return (
            *about,
            "This person becomes an owner, who may do everything and gives and takes roles.",
            f"There will be {int(facts['owners']) + 1} owners instead of {facts['owners']}.",
        )
    return (*about, "A code is issued that works once in place of the password. A former code is no longer good.")


def _who(facts: Mapping[str, str]) -> str:
    """The member ID, or the number of the staff account and the Telegram account that is logged in."""
    if facts["member_no"]:
        return f"Member ID {facts['member_no']}"
    number, _, telegram = facts["account"].partition(":")
    return f"Staff account {number} (Telegram ID: {telegram or 'not logged in'})"


def asked(others: int, until: datetime) -> tuple[str, ...]:
    return (
        f"This takes two persons. Those who can confirm it were told: {others}.",
        f"Unless one of them confirms by {common.moment(until)}, it is not done. Nothing was changed yet.",
    )


def alone_title() -> str:
    return "This takes two persons"


def alone() -> str:
    return "Nobody else can confirm it. Please ask the operator to do it on the command line. Nothing was changed."


def by(asker: str, why: str, until: datetime) -> tuple[str, ...]:
    return (f"Asked by {asker} · Reason: {why}", f"To be confirmed by {common.moment(until)}")


def wanted() -> str:
    return "An act that takes two persons was asked for. Please look at it, then confirm or refuse it."


def to_open() -> str:
    return "Look at it"


def to_confirm() -> str:
    return "Confirm and do it"


def to_refuse() -> str:
    return "Refuse"


def own() -> str:
    return "⚠️ Nobody confirms what they asked for, or what is done to themselves. Nothing was changed."


def over(state: str) -> str:
    how = {"done": "was done already", "refused": "was refused"}.get(state, "is out of time")
    return f"This request {how}. Nothing was changed just now."


def changed() -> str:
    return "⚠️ The record changed since this was shown. Please look at how it is now, and choose again."


def pin_title() -> str:
    return "PIN"


def ask_pin(left: int) -> str:
    return f"Please enter your PIN. Tries left: {left}. Your message is deleted at once."


def ask_new_pin(shortest: int, longest: int) -> tuple[str, ...]:
    return (
        f"Please choose a PIN of {shortest} to {longest} digits, neither all the same nor counted up or down.",
        "Your message is deleted at once. The same PIN is asked for from now on.",
    )


def bad_pin(shortest: int, longest: int) -> str:
    return f"This PIN can't be used. Please enter {shortest} to {longest} digits, not all the same and not in a row."


def pin_set() -> str:
    return "✅ Your PIN is set. Please enter it once more to confirm."


def wrong_pin(left: int) -> str:
    return f"⚠️ Wrong PIN. Tries left: {left}. Nothing was changed."


def locked(until: datetime) -> str:
    return f"⚠️ After three wrong PINs you can't confirm until {common.moment(until)}. Others can."


def ask_refusal() -> str:
    return "Please enter why you refuse. It is logged, and told to whoever asked."


def bad_reason(longest: int) -> str:
    return f"A reason has 2 to {longest} characters. Nothing was changed yet. Please enter another one."


def done() -> str:
    return "✅ Confirmed by two persons, and done."


def refused(why: str) -> str:
    return f"Refused. Reason: {why}"


def told_title(*, done: bool) -> str:
    return "What you asked for was done" if done else "What you asked for was refused"


def told(by: str, why: str, *, done: bool) -> tuple[str, ...]:
    return (f"Confirmed by {by}",) if done else (f"{by} · Reason: {why}", "Nothing was changed.")
