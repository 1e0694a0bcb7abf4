from datetime import datetime

from content.words.en import common


def given_title() -> str:
    return "A one-time code was issued for you"


def given(starts: datetime, until: datetime) -> tuple[str, ...]:
    return (
        "Staff of the secretariat issued a one-time code with which you can log in.",
        f"It is good from {common.moment(starts)} until {common.moment(until)}.",
        "If you did not ask for it, please tap “Not me”. The code is then void at once.",
    )


def to_disown() -> str:
    return "Not me"


def disowned_title() -> str:
    return "The code is void"


def disowned() -> str:
    return "The code can't be used. The owners were told. Your password is good as before."


def over() -> str:
    return "This code is no longer good."


def told_title() -> str:
    return "⚠️ A code that nobody asked for"


def told(name: str, at: datetime) -> tuple[str, ...]:
    return (
        f"{common.moment(at)} · {name}",
        "This member did not ask for the one-time code that staff issued. The code is void.",
    )


def waits(starts: datetime) -> str:
    return f"The member was told of it in the chat, so it is good from {common.moment(starts)}."


def hidden(until: datetime) -> str:
    return f"The code is not shown any more. It is good once, until {common.moment(until)}."


def not_good() -> str:
    return "This code is no longer good: it was used, is void, or has ended."


def early(starts: datetime) -> str:
    return f"This code is good from {common.moment(starts)}. Please enter it again then."
