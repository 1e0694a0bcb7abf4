from content.maintenance import Concerned, Maintenance
from content.words.en import common as forms

_CONCERNED = {
    Concerned.CERTIFICATES: "This bot's certificates",
    Concerned.MAMIS: "MAMIS",
    Concerned.ELEARNING: "The association's e-learning site",
    Concerned.BOT: "This bot",
}


def title() -> str:
    return "Scheduled maintenance"


def to_list() -> str:
    return "Maintenance"


def planned(period: Maintenance) -> str:
    return f"{_named(period)}: maintenance from {forms.moment(period.starts_at)} to {forms.moment(period.ends_at)}."


def going_on(period: Maintenance) -> str:
    return f"{_named(period)}: under maintenance now, until {forms.moment(period.ends_at)}."


def further(number: int) -> str:
    return f" And {number} more."


def nothing() -> str:
    return "No maintenance is scheduled."


def _named(period: Maintenance) -> str:
    return f"{_CONCERNED[period.concerns]} ({forms.sample()})" if period.sample else _CONCERNED[period.concerns]
