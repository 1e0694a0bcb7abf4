"""What a member notes of papers that this record does not hold. Pure.

Nothing proves it, so it changes how the member's own figures are read, and which e-learning a certificate for
地域包括診療 lists (the paper says so); nothing else.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Noted:
    """`filings`: how often the record of training for 地域包括診療 was filed (2: twice or more), and when last;
    `certified_on`: the day of issue of the last 認定証. None: the member has not said.
    """

    filings: int | None = None
    filed_on: date | None = None
    certified_on: date | None = None


MOST_FILINGS = 2
"""The rules ask for no more: twice and oftener are one."""


def years_later(day: date, years: int) -> date:
    """The same day so many years later, or 28 February if that year has no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
