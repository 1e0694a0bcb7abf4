from datetime import datetime

from content.periods import Named, Period
from content.words.en import common

_PERIODS = {
    Named.THIS_YEAR: "This fiscal year",
    Named.LAST_YEAR: "Previous year",
    Named.TWO_YEARS: "This year and last",
}


def title() -> str:
    return "Certificate of attendance"


def what_it_holds() -> str:
    return "It shows what you earned up to yesterday. Please choose a period. The paper is in Japanese."


def period(name: Named) -> str:
    return _PERIODS[name]


def own_dates() -> str:
    return "Choose dates"


def other_period() -> str:
    return "Another period"


def how_to_write_dates() -> str:
    return "Please write the first and the last day like this:\n2026/4/1-2026/9/30"


def earned_today(half_units: int, at: datetime) -> str:
    return f"The {common.credits(half_units)} earned today can be shown from {common.moment(at)}."


def tell_me() -> str:
    return "Tell me when it can"


def will_tell(at: datetime) -> str:
    return f"You will be told on {common.moment(at)}."


def told_before(at: datetime) -> str:
    return f"Already noted. You will be told on {common.moment(at)}."


def on_its_way(period: Period) -> str:
    return f"Your certificate for {_span(period)} is on its way."


def caption(period: Period, half_units: int) -> str:
    return f"{_span(period)}\n{common.credits(half_units)} in all"


def file_name(period: Period) -> str:
    return f"certificate_{period.first:%Y%m%d}-{period.last:%Y%m%d}.pdf"


def ready_title() -> str:
    return "Your certificate is ready to be issued"


def ready(half_units: int) -> str:
    return f"The {common.credits(half_units)} earned yesterday can now be shown on a certificate."


def held(*, by_name: bool) -> str:
    where = "Your name" if by_name else "The title of a course or training, not your name,"
    return (
        f"{where} has a character that our typeface lacks, so the certificate was not made. "
        "Your credits are unchanged. The operator has been told and will see to it."
    )


def _span(period: Period) -> str:
    return f"{common.day(period.first)} to {common.day(period.last)}"
