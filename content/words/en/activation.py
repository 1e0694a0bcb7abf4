from collections.abc import Sequence
from datetime import datetime

from content.operator import Profile
from content.words.en import common as forms
from content.words.en import operator


def title() -> str:
    return "Log in with your activation code"


def read_as(hidden: str) -> str:
    return f"Activation code: {hidden}"


def ask_birth() -> str:
    return "Please enter your birth date, as 19720204 or 720204. It is deleted from the chat at once."


def mistyped() -> str:
    return (
        "⚠️ There is a slip in the code. Please compare the seven groups of four with your letter and enter it again. "
        "0 and O are the same, and so are 1, I and L. This was not counted."
    )


def wrong(at: datetime) -> str:
    return f"⚠️ The code and the birth date don't match, or the code isn't valid ({forms.moment(at)}). Please try again."


def wait(until: datetime) -> str:
    return f"⚠️ After several failures you can't try before {forms.moment(until)}."


def whom(profile: Profile) -> str:
    return f"If the code has expired or the letter is lost, please ask {operator.whom(profile)}."


def to_password() -> str:
    return "Log in with a user ID"


def instead() -> str:
    return "If you have a letter with an activation code, enter that code instead of your birth date the first time."


def page_title() -> str:
    return "File of activation letters"


def page_how() -> str:
    return "Please enter the six-digit confirmation number from the chat. The file can be downloaded once."


def page_pin() -> str:
    return "Confirmation number"


def page_open() -> str:
    return "Download"


def page_begun() -> str:
    return "The file is being prepared. You can close this page once the download has begun."


def page_after() -> str:
    return (
        "It is a CSV file with names and activation codes. Use a browser that can save files, best on a computer, and "
        "delete the file as soon as the letters are printed."
    )


def page_wrong() -> str:
    return "That isn't the number in the chat."


def page_over() -> str:
    return "This link doesn't work any more: it is too old, or was used. Please look at /letters in the chat."


def columns() -> Sequence[str]:
    return ("member_id", "name", "prefecture", "code", "valid_until", "link")
