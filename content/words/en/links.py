from datetime import datetime, time

from content.links import Desk
from content.words.en import common as forms


def title() -> str:
    return "Pages of the association"


def to_links() -> str:
    return "Links"


def described(title: str, about: str) -> str:
    return f"{title}: {about}"


def found(where: str) -> str:
    return f"On the page that opens: {where}."


def unverified() -> str:
    return "The addresses are those that the association has given. Whether they still open has not been checked yet."


def desk_title() -> str:
    return "Whom to ask"


def to_desk() -> str:
    return "Whom to ask"


def whom_to_ask() -> tuple[str, ...]:
    return (
        "Using this bot, or a forgotten password: the operator of this bot, who told you of it",
        "Your user ID, your password, your membership, certificates: the Japan Medical Association",
        "When a training is registered: its organiser",
    )


def desk_for(name: str) -> str:
    return f"Logging in to MAMIS: {name}"


def phone(desk: Desk) -> str:
    hours = f"{_clock(desk.opens)}–{_clock(desk.closes)}"
    return f"Phone {desk.phone}, weekdays {hours} in Japan, except public holidays and the turn of the year"


def open_now(until: datetime) -> str:
    return f"It is open now, until {forms.time(until)} in Japan."


def opens(at: datetime) -> str:
    return f"It is closed now. It opens next on {forms.moment(at)}."


def copy_phone() -> str:
    return "Copy the number"


def _clock(time: time) -> str:
    return f"{time.hour}:{time.minute:02}"
