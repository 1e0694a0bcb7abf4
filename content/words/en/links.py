from datetime import datetime, time

from content.links import Desk
from content.operator import Profile
from content.words.en import common as forms
from content.words.en import operator


def title() -> str:
    return "Related links"


def to_links() -> str:
    return "Links"


def described(title: str, about: str) -> str:
    return f"{title}: {about}"


def found(where: str) -> str:
    return f"On the page that opens, go to {where}."


def unverified() -> str:
    return "The addresses come from the association's published guides. We have not checked whether they still work."


def desk_title() -> str:
    return "Contact"


def to_desk() -> str:
    return "Contact"


def desk_about(name: str) -> str:
    return f"This bot, its certificates and decisions, forgotten passwords: {name}"


def whom_to_ask(profile: Profile) -> tuple[str, ...]:
    return (
        f"Personal data: {operator.whom_first_about_privacy(profile)}",
        f"Where declarations go: {profile.declarations_to.en}",
        "Your user ID, membership, certificates from MAMIS: the Japan Medical Association",
        "When a training will be registered: its organiser",
    )


def desk_for(name: str) -> str:
    return f"Logging in to MAMIS: {name}"


def phone(desk: Desk) -> str:
    hours = f"{_clock(desk.opens)}–{_clock(desk.closes)}"
    return f"Phone {desk.phone}, weekdays {hours} (Japan), except public holidays and the New Year period"


def open_now(until: datetime) -> str:
    return f"Open now, until {forms.time(until)} (Japan)."


def opens(at: datetime) -> str:
    return f"Closed now. It opens again on {forms.moment(at)}."


def copy_phone() -> str:
    return "Copy the MAMIS number"


def _clock(time: time) -> str:
    return f"{time.hour}:{time.minute:02}"
