from collections.abc import Mapping, Sequence
from datetime import datetime

from content.operator import Profile
from content.rules import day_of
from content.words.en import common, operator


def to_erase_me() -> str:
    return "Ask for erasure"


def goes() -> tuple[str, ...]:
    return (
        "What is erased",
        "• the membership record, password, Telegram link and settings",
        "• what was watched and answered, check-ins, claims, declarations and requests, with their files",
        "• what certificates say, and their files",
        "• what the staff log says about the member",
    )


def stays() -> tuple[str, ...]:
    return (
        "What stays, without the name",
        "• the rows of credits (so that credits can be accounted for)",
        "• numbers, totals and dates of certificates (so that papers can still be checked; names can't be compared)",
        "• the day of consent, and when staff did what (so that tampering shows)",
    )


def how() -> tuple[str, ...]:
    return (
        "Two members of staff confirm the erasure, and you get a receipt. It can't be undone. You remain a member.",
        "Please get the certificates that you need, and your copy by /mydata, first.",
    )


def request_text(at: datetime) -> str:
    return f"I ask for my record to be erased. Confirmed by password on {common.moment(at)} (/erase_me)."


def asked() -> tuple[str, ...]:
    return (
        "Your request was sent to staff. Until then you can go on as before.",
        "If you change your mind, withdraw it in the list of your requests.",
    )


def asked_before() -> str:
    return "You have asked for it already. Please wait for staff."


def to_requests() -> str:
    return "See my requests"


def receipt_title() -> str:
    return "Your record was erased"


def receipt(number: int, at: datetime, profile: Profile) -> tuple[str, ...]:
    return (
        f"On {common.day(day_of(at))} all that the bot of {profile.name.en} kept of you was erased, as you asked.",
        f"Receipt number: {number}",
        "Credits and certificate numbers are kept without your name.",
        "The link with this chat goes too. Please delete the chat history in Telegram.",
        f"Questions: {operator.whom_about_privacy(profile)}",
    )


def to_propose() -> str:
    return "Erase the record (two)"


def propose_title(name: str) -> str:
    return f"Erase the record · {name}"


def propose() -> tuple[str, ...]:
    return (
        "Only if the member asked for it, and only by two persons. It can't be undone.",
        "Whoever is still on the association's list comes back with the next import, as a member without a record.",
        "On what ground?",
    )


def reasons() -> Sequence[str]:
    return ("Member's request (/erase_me)", "Member's request on paper", "Legal claim")


def effect(facts: Mapping[str, str]) -> tuple[str, ...]:
    asked = "yes" if facts["asked"] else "no"
    return (
        f"{facts['name']} · Member ID {facts['member_no']}",
        f"Asked for in the bot, confirmed by password: {asked}",
        f"Rows of credits that stay: {facts['credits']} · certificate numbers that stay: {facts['certificates']}",
        "",
        *goes(),
        "",
        "This erases it at once. It can't be undone.",
    )


def holds_a_role() -> str:
    return "⚠️ This person holds a role of staff. Please take the role away first. Nothing was changed."


def own() -> str:
    return "⚠️ You can't propose your own erasure. Please use /erase_me. Nothing was changed."


def carried(number: int, *, told: bool) -> str:
    end = "The member gets the receipt in the chat." if told else "The member has no chat here: please pass it on."
    return f"✅ Confirmed by a second person, and erased. Receipt number {number}. {end}"
