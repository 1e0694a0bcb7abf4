from datetime import datetime

from content.words.en import common


def given_title() -> str:
    return "A one-time code was issued for you"


def given(starts: datetime, until: datetime) -> tuple[str, ...]:
    return (
        "The secretariat issued a one-time code that lets you log in.",
        f"It is valid from {common.moment(starts)} to {common.moment(until)}.",
        "If you did not ask for it, please tap “Not me”. The code then stops working at once.",
    )


def to_disown() -> str:
    return "Not me"


def disowned_title() -> str:
    return "The code has been cancelled"


def disowned() -> str:
    return "The code can't be used, and the owners have been notified. Your password still works."


def over() -> str:
    return "This code is no longer valid."


def told_title() -> str:
    return "⚠️ A one-time code the member did not ask for"


def told(name: str, at: datetime) -> tuple[str, ...]:
    return (
        f"{common.moment(at)} · {name}",
        "The member says they did not ask for the one-time code that staff issued. The code has been cancelled.",
    )


def waits(starts: datetime) -> str:
    return f"The member has been notified in the chat, so the code works from {common.moment(starts)}."


def hidden(until: datetime) -> str:
    return f"The code is no longer shown. It can be used once, until {common.moment(until)}."


def not_good() -> str:
    return "This code is no longer valid: it was used or cancelled, or it has expired."


def early(starts: datetime) -> str:
    return f"This code works from {common.moment(starts)}. Please enter it again then."
