from collections.abc import Sequence
from datetime import date

from content.values import E_LEARNING, CreditKind
from content.words.en import common as forms
from content.words.en import common_lectures, ledger


def title(year: int) -> str:
    return f"Credits, {forms.fiscal_year(year)}"


def total(half_units: int, codes: int) -> str:
    return f"Total: {_sum(half_units, codes)}"


def codes(numbers: Sequence[int]) -> str:
    return f"Codes earned: CC {', '.join(map(str, numbers))}"


def kinds(sums: Sequence[tuple[CreditKind, int]]) -> str:
    return ", ".join(f"{ledger.kind(kind)}: {forms.credits(half_units)}" for kind, half_units in sums)


def entry(number: int, day: date, title: str, code: int, half_units: int, kind: CreditKind) -> str:
    what = "" if kind in E_LEARNING else f", {ledger.kind(kind).lower()}"
    return f"{number}  {forms.short_day(day)}: {title} (CC {code}), {forms.credits(half_units)}{what}"


def how_counted() -> str:
    return "Tap a credit to see how it counts and whether it appears on certificates."


def nothing(year: int) -> str:
    return f"No credits earned in {forms.fiscal_year(year)} yet."


def year(year: int, half_units: int, codes: int) -> str:
    return f"{forms.fiscal_year(year).capitalize()}: {_sum(half_units, codes)}"


def common(sums: Sequence[tuple[str, int]]) -> str:
    said = ", ".join(common_lectures.category(category, half_units) for category, half_units in sums)
    return f"Specialist common lectures (not counted in the 60): {said}"


def to_year() -> str:
    return "See details"


def certificate() -> str:
    return "📄 A credit can be included in a certificate from the day after you earned it: /certificate"


def to_certificate() -> str:
    return "Certificates"


def _sum(half_units: int, codes: int) -> str:
    return f"{forms.credits(half_units)}, {codes} code{'' if codes == 1 else 's'}"
