from collections.abc import Sequence
from datetime import date

from content.words.en import common as forms


def title(year: int) -> str:
    return f"Credits, {forms.fiscal_year(year)}"


def total(half_units: int, codes: int) -> str:
    return f"Total: {_sum(half_units, codes)}"


def codes(numbers: Sequence[int]) -> str:
    return f"Codes earned: CC {', '.join(map(str, numbers))}"


def entry(day: date, title: str, code: int, half_units: int) -> str:
    return f"{forms.short_day(day)}: {title} (CC {code}), {forms.credits(half_units)}"


def nothing(year: int) -> str:
    return f"No credit earned in {forms.fiscal_year(year)} yet."


def other_years() -> str:
    return "Other years"


def year(year: int, half_units: int, codes: int) -> str:
    return f"{forms.fiscal_year(year)}: {_sum(half_units, codes)}"


def certificate() -> str:
    return "📄 A certificate can be had from the day after a credit was earned: /certificate"


def to_certificate() -> str:
    return "Certificate"


def _sum(half_units: int, codes: int) -> str:
    return f"{forms.credits(half_units)}, {codes} code{'' if codes == 1 else 's'}"
