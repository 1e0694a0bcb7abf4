from datetime import datetime, timedelta

from content.words.en import common
from content.words.password import ForWhat

_TITLES = {ForWhat.DATA: "A copy of your record"}


def title(what: ForWhat) -> str:
    return _TITLES[what]


def ask() -> str:
    return (
        "To confirm that it is you, please enter your login password. "
        "Your message is deleted before the password is checked."
    )


def wrong() -> str:
    return "The password is wrong. Nothing was done. Please enter it again."


def wait(seconds: int, until: datetime) -> str:
    left = f"Too many wrong passwords. Please wait {common.wait(seconds)}."
    return left if seconds < 60 else f"{left} You can try again from {common.moment(until + timedelta(seconds=59))}."


def forgotten() -> str:
    return "If you have forgotten it, log out with /logout and set a new one as /login tells you."


def again() -> str:
    return "Start again"
