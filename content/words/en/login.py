from datetime import datetime

from content.passwords import LONGEST, Reason
from content.words.en import common

_BAD = {
    Reason.LONG: f"This one is too long: {LONGEST} characters at most, please.",
    Reason.COMMAND: "One that begins with “/” can't be told from a command.",
    Reason.BIRTH_DATE: "This one contains your birth date.",
    Reason.OWN_NUMBER: "This one contains your user ID, MAMIS ID or registry number.",
    Reason.COMMON: "Many people use this word or sequence, so it is easily guessed.",
}


def title() -> str:
    return "Log in"


def ask_id(member_no: bool, mamis_id: bool) -> tuple[str, ...]:
    if not member_no:
        return ("Please enter your MAMIS ID.", "The member ID is no longer used to log in.")
    return (
        "Please enter your user ID: the 10-digit member ID on the address label of the association's journal.",
        "",
        "On the label",
        "○○○○ 様",
        "2024/3/1 13-0",
        "0000000000　← user ID",
        *(("", "You can also log in with your MAMIS ID.") if mamis_id else ()),
    )


def id_unreadable() -> str:
    return "I could not read that as a user ID. Nothing was changed. Please enter it again, in digits and letters."


def again() -> str:
    return "Enter the ID again"


def ask_password() -> tuple[str, ...]:
    return (
        "Please enter your password. The message is deleted before it is checked.",
        "",
        "At first it is your birth date in 6 digits: year, month, day, two of each (720204 for 4 February 1972). "
        "If you have changed it, it is the one you chose.",
    )


def digits(typed: int) -> str:
    return f"The ID that you entered has {typed} digits. A member ID has 10: please check it if it is one."


def wrong_title() -> str:
    return "You are not logged in"


def wrong() -> str:
    return (
        "The user ID or the password is wrong. Your courses and credits are unchanged. "
        "Please enter the password again, or begin with the ID."
    )


def forgotten() -> str:
    return "If you have forgotten it, ask those who told you of this bot: they can give you a one-time code."


def wait(seconds: int, until: datetime) -> str:
    left = f"Logins have failed repeatedly: please wait {common.wait(seconds)}."
    return left if seconds < 60 else f"{left} You can try again from {common.moment(until)}."


def delete_yourself() -> str:
    return "⚠️ The message with your password could not be deleted. Please delete it yourself."


def new_title() -> str:
    return "Choose a new password"


def ask_new(shortest: int, minutes: int) -> tuple[str, ...]:
    return (
        f"To complete the login, please enter a new password within {minutes} minutes. "
        "The one that you used just now is then no longer good.",
        "",
        f"{shortest} characters or more, of any kind; a whole phrase is welcome.",
        "It must not contain your birth date, user ID or registry number, or be easy to guess.",
        "The message is deleted at once, so please keep a note of it.",
    )


def bad_title() -> str:
    return "Please think of another password"


def bad(reason: Reason, shortest: int) -> str:
    return _BAD.get(reason, f"This one is too short: {shortest} characters or more, please.")


def think_again() -> str:
    return "No password is set yet. Please enter another one."


def too_late() -> str:
    return (
        "The time for this is over, or a password was set elsewhere meanwhile. Nothing was changed here. "
        "Please begin again: /login"
    )


def welcome() -> str:
    return "You are logged in."


def welcome_new() -> str:
    return "Your new password is set, and you are logged in. Please use it from now on."


def moved_here() -> str:
    return "Your session in the chat that you used before has ended."


def already(name: str) -> str:
    return f"You are logged in as {name}."


def other_account() -> str:
    return "Use another ID"


def not_member_title() -> str:
    return "If you are not a member"


def not_member() -> tuple[str, ...]:
    return (
        "The courses are for members of the Japan Medical Association only.",
        "About your user ID, your password, or becoming a member, please ask the association.",
    )


def logout_title() -> str:
    return "Log out"


def ask_logout() -> str:
    return (
        "Log out of this chat? What you watched, answered and earned is saved; "
        "you can go on from there when you log in again."
    )


def do_logout() -> str:
    return "Log out"


def logged_out() -> str:
    return "You are logged out. Your record is saved. Go on at any time: /login"


def ended_title() -> str:
    return "Your session in this chat has ended"


def ended(at: datetime) -> tuple[str, ...]:
    return (
        f"The same member logged in from another Telegram account: {common.moment(at)}. "
        "Your record is saved; go on in the new chat.",
        "If that was not you, please tell those who told you of this bot at once.",
    )
