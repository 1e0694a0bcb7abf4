from collections.abc import Sequence

from content.text.periods import Named, Period
from content.values import CreditKind
from content.words.en import common, credits, fees

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NAMED = {Named.THIS_YEAR: "This year", Named.LAST_YEAR: "Last year", Named.TWO_YEARS: "Both years"}


def title() -> str:
    return "Training for the primary care function report (かかりつけ医機能報告制度)"


def to_report() -> str:
    return "Primary care function report"


def period(period: Period) -> str:
    return fees.period(period)


def total(half_units: int) -> str:
    return f"Continuing education credits: {common.credits(half_units)} in total"


def kinds(sums: Sequence[tuple[CreditKind, int]]) -> str:
    return credits.kinds(sums)


def codes_play_no_part() -> str:
    return "Only credits count for the lecture part, not curriculum codes. Practical training is not included here."


def where_to_apply() -> str:
    return "Apply for completion in MAMIS, to your local medical association (郡市区医師会)."


def reported(months: tuple[int, int]) -> str:
    first, last = (_MONTHS[month - 1] for month in months)
    return f"Your clinic makes its report through G-MIS each year, from {first} to {last}."


def not_judged() -> str:
    return "How many credits are needed, and over which period, is not judged here. Please ask your local association."


def named(name: Named) -> str:
    return _NAMED[name]


def own_dates() -> str:
    return "Choose dates"


def how_to_write_dates() -> str:
    return "Please enter the first and last day like this:\n2025/4/1-2026/3/31"
