from datetime import datetime

from content.text.periods import Named, Period
from content.words.en import common

_PERIODS = {
    Named.THIS_YEAR: "Issue for this fiscal year",
    Named.LAST_YEAR: "Last year",
    Named.TWO_YEARS: "Issue for this year and last",
}


def title() -> str:
    return "Certificate of attendance"


def what_it_holds() -> str:
    return "It lists your e-learning and training credits up to yesterday, in Japanese. Please choose a period."


def period(name: Named) -> str:
    return _PERIODS[name]


def own_dates() -> str:
    return "Choose dates"


def other_period() -> str:
    return "Choose another period"


def how_to_write_dates() -> str:
    return "Please enter the first and last day like this:\n2026/4/1-2026/9/30"


def earned_today(half_units: int, at: datetime) -> str:
    return f"The {common.credits(half_units)} earned today can be included from {common.moment(at)}."


def tell_me() -> str:
    return "Notify me when it is ready"


def will_tell(at: datetime) -> str:
    return f"We will notify you on {common.moment(at)}."


def told_before(at: datetime) -> str:
    return f"This is already set. We will notify you on {common.moment(at)}."


def on_its_way(period: Period) -> str:
    return f"Your certificate for {_span(period)} is on its way."


def caption(period: Period, half_units: int) -> str:
    return f"{_span(period)}\nTotal: {common.credits(half_units)}"


def file_name(period: Period) -> str:
    return f"certificate_{period.first:%Y%m%d}-{period.last:%Y%m%d}.pdf"


def ready_title() -> str:
    return "You can now issue your certificate"


def ready(half_units: int) -> str:
    return f"The {common.credits(half_units)} earned yesterday can now be included in a certificate."


def held(*, by_name: bool) -> str:
    where = "Your name" if by_name else "The title of a course or training, not your name,"
    return (
        f"{where} contains a character that cannot be printed, so the certificate was not issued. "
        "Your credits are unchanged. The operator has been notified automatically and will check it."
    )


def _span(period: Period) -> str:
    return f"{common.day(period.first)} to {common.day(period.last)}"
