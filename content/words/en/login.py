from datetime import datetime

from content.access.passwords import LONGEST, Reason
from content.operator import Profile
from content.words.en import common, operator

_BAD = {
    Reason.LONG: f"This one is too long. Please use up to {LONGEST} characters.",
    Reason.COMMAND: "A password can't start with “/”, because it would look like a command.",
    Reason.BIRTH_DATE: "This one contains your date of birth.",
    Reason.OWN_NUMBER: "This one contains your user ID, MAMIS ID or medical registration number.",
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
        "",
        "If this is your first login, you will choose a new password at the end.",
    )


def id_unreadable() -> str:
    return "That is not a valid user ID. Nothing was changed. Please enter it again, using digits and letters."


def again() -> str:
    return "Enter the ID again"


def ask_password() -> tuple[str, ...]:
    return (
        "Please enter your password. Your message is deleted before the password is checked.",
        "",
        "Your initial password is your date of birth in 6 digits, as YYMMDD (720204 for 4 February 1972). "
        "If you have changed it, use the one you set.",
    )


def digits(typed: int) -> str:
    return f"The ID you entered has {typed} digits. Member IDs have 10, so please check it if it is one."


def tried(typed: str, at: datetime) -> str:
    return f"{f'User ID {typed}' if typed else 'The ID that you entered'} ({common.time(at)}:{at.second:02})"


def to_forgotten() -> str:
    return "Forgotten?"


def wrong_title() -> str:
    return "Could not log in"


def wrong() -> str:
    return (
        "The user ID or the password is wrong. Your courses and credits are unchanged. "
        "Please enter the password again, or go back to the ID."
    )


def forgotten(profile: Profile) -> str:
    return f"If you have forgotten it, please ask {operator.whom(profile)} for a one-time code."


def wait(seconds: int, until: datetime) -> str:
    left = f"Too many failed logins. Please wait {common.wait(seconds)}."
    return left if seconds < 60 else f"{left} You can try again from {common.moment(until)}."


def delete_yourself() -> str:
    return "⚠️ The message with your password could not be deleted. Please delete it yourself."


def new_title() -> str:
    return "Choose a new password"


def ask_new(shortest: int, minutes: int) -> tuple[str, ...]:
    return (
        f"To complete the login, please enter a new password within {minutes} minutes. "
        "The one you just used will then stop working.",
        "",
        f"Use {shortest} characters or more, of any kind. A long phrase works well.",
        "It must not contain your date of birth, user ID or medical registration number, or be easy to guess.",
        "Your message is deleted at once, so please keep a note of it.",
    )


def bad_title() -> str:
    return "Please choose another password"


def bad(reason: Reason, shortest: int) -> str:
    return _BAD.get(reason, f"This one is too short. Please use at least {shortest} characters.")


def think_again() -> str:
    return "Your password has not been set yet. Please enter another one."


def too_late() -> str:
    return (
        "This step has timed out, or a password was set elsewhere in the meantime. Nothing was changed here. "
        "Please start again: /login"
    )


def welcome() -> str:
    return "You are logged in."


def welcome_new() -> str:
    return "Your new password is set and you are logged in. Please use it from now on."


def moved_here() -> str:
    return "You have been logged out in the chat you used before."


def already(name: str) -> str:
    return f"You are logged in as {name}."


def other_account() -> str:
    return "Log in with another ID"


def not_member_title() -> str:
    return "If you are not a member"


def not_member() -> tuple[str, ...]:
    return (
        "The courses are for members of the Japan Medical Association only.",
        "For your user ID and password, or to become a member, please contact the association.",
    )


def logout_title() -> str:
    return "Log out"


def ask_logout() -> str:
    return (
        "Log out of this chat? Your progress, answers and credits are saved; "
        "you can pick up where you left off when you log in again."
    )


def do_logout() -> str:
    return "Log out"


def logged_out() -> str:
    return "You are logged out. Your record is saved. You can continue any time: /login"


def ended_title() -> str:
    return "You have been logged out of this chat"


def ended(at: datetime, profile: Profile) -> tuple[str, ...]:
    return (
        f"Your member account was used to log in from another Telegram account on {common.moment(at)}. "
        "Your record is saved; you can continue in the new chat.",
        f"If that was not you, please contact {operator.whom(profile)} at once.",
    )
