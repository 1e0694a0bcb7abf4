from collections.abc import Sequence
from datetime import date, datetime

from content.text.periods import Named, Period
from content.values import CertificatePurpose
from content.words.en import common, common_lectures

_PURPOSES = {
    CertificatePurpose.GENERAL: "General",
    CertificatePurpose.E_LEARNING: "E-learning only",
    CertificatePurpose.CHRONIC: "Community-based comprehensive care",
    CertificatePurpose.PSYCHOTROPIC: "Long-term psychotropic prescription",
    CertificatePurpose.SPECIALIST: "Specialist common lectures",
}
_LABELS = {
    CertificatePurpose.GENERAL: "General",
    CertificatePurpose.E_LEARNING: "E-learning",
    CertificatePurpose.CHRONIC: "Comprehensive",
    CertificatePurpose.PSYCHOTROPIC: "Psychotropic",
    CertificatePurpose.SPECIALIST: "Specialist",
}
_PERIODS = {
    Named.THIS_YEAR: "This year",
    Named.LAST_YEAR: "Last year",
    Named.TWO_YEARS: "Both years",
    Named.THIS_MONTH: "This month",
    Named.LAST_MONTH: "Last month",
}


def title() -> str:
    return "Certificate of attendance"


def what_it_holds() -> str:
    return "It lists your e-learning and training credits up to yesterday, in Japanese."


def choose_purpose() -> str:
    return "Please choose a purpose. “General” lists every credit that can be certified."


def chronic_elsewhere() -> str:
    return "📄 To file for community-based comprehensive care, please use the certificate from MAMIS."


def purpose(purpose: CertificatePurpose) -> str:
    return _PURPOSES[purpose]


def purpose_label(purpose: CertificatePurpose) -> str:
    return _LABELS[purpose]


def for_purpose(purpose: CertificatePurpose) -> str:
    return f"Purpose: {_PURPOSES[purpose]}"


def straight(purpose: CertificatePurpose, name: Named, half_units: int) -> str:
    years = {Named.THIS_YEAR: "this FY", Named.LAST_YEAR: "last FY"}
    return f"{_LABELS[purpose]}, {years.get(name, _PERIODS[name])}: {_figure(half_units)}"


def period_title() -> str:
    return "Certificate: period"


def choose_period() -> str:
    return "Please choose a period. Years are fiscal years (from April). The figures are credits up to yesterday."


def period(name: Named, half_units: int) -> str:
    return f"{_PERIODS[name]}: {_or_none(half_units)}"


def years_ending(half_units: int) -> str:
    return f"Last 2 years: {_or_none(half_units)}"


def own_dates() -> str:
    return "Choose dates"


def other_period() -> str:
    return "Choose another period"


def how_to_write_dates() -> str:
    return (
        "Please enter the first and last day like this:\n"
        "2026/4/1-2026/9/30\n"
        "R8.4.1-R8.9.30\n"
        "4/1-9/30 (without a year: the latest such period)"
    )


def earned_today(half_units: int, at: datetime) -> str:
    return f"The {common.credits(half_units)} earned today can be included from {common.moment(at)}."


def tell_me() -> str:
    return "Send it when it is ready"


def will_tell(at: datetime) -> str:
    return f"A certificate that includes today's credits will be sent on {common.moment(at)}."


def told_before(at: datetime) -> str:
    return f"This is already set. The certificate will be sent on {common.moment(at)}."


def preview_title() -> str:
    return "Certificate: check the contents"


def span(period: Period) -> str:
    return f"Period: {_span(period)}"


def total(half_units: int, codes: int, rows: int) -> str:
    return f"Total: {common.credits(half_units)}, {_of(codes, 'code')} ({_of(rows, 'entry')})"


def total_by_category(half_units: int, categories: int, rows: int) -> str:
    return f"Total: {common.credits(half_units)}, {_of(categories, 'category')} ({_of(rows, 'entry')})"


def registry(*, printed: bool) -> str:
    return f"Registry number: {'printed' if printed else 'not printed'}"


def to_registry(*, printed: bool) -> str:
    return "Leave out registry number" if printed else "Print registry number"


def nothing() -> str:
    return "No credit in this period can appear on a certificate."


def left_heading() -> str:
    return "Left out"


def left(what: str, then: str, titles: Sequence[str], half_units: int) -> str:
    units = f", {common.credits(half_units)}" if half_units else ""
    return f"{what} {then} ({titles[0] if len(titles) == 1 else _of(len(titles), 'entry')}{units})"


def more_reasons(number: int) -> str:
    return f"For {number} more, see “Left out”."


def issue() -> str:
    return "Issue this certificate"


def to_standing() -> str:
    return "Included"


def to_left() -> str:
    return "Left out"


def standing_title() -> str:
    return "Certificate: what is included"


def common_entry(day: date, title: str, category: str, half_units: int) -> str:
    return f"{common.day(day)} {title}, {common_lectures.category(category, half_units)}"


def left_title() -> str:
    return "Certificate: what is left out"


def left_entry(day: date, title: str, half_units: int, state: str) -> str:
    units = f", {common.credits(half_units)}" if half_units else ""
    return f"{common.day(day)} {title}{units}: {state}"


def nothing_left() -> str:
    return "Nothing is left out."


def on_its_way(period: Period) -> str:
    return f"Your certificate for {_span(period)} is on its way."


def caption(period: Period, half_units: int) -> str:
    return f"{_span(period)}\nTotal: {common.credits(half_units)}"


def file_name(period: Period) -> str:
    return f"certificate_{period.first:%Y%m%d}-{period.last:%Y%m%d}.pdf"


def ready_title() -> str:
    return "Your certificate has been issued"


def ready(half_units: int) -> str:
    return f"It includes the {common.credits(half_units)} earned yesterday."


def held(*, by_name: bool) -> str:
    where = "Your name" if by_name else "The title of a course or training, not your name,"
    return (
        f"{where} contains a character that cannot be printed, so the certificate was not issued. "
        "Your credits are unchanged. The operator has been notified automatically and will check it."
    )


def _or_none(half_units: int) -> str:
    return common.credits(half_units) if half_units else "none"


def _figure(half_units: int) -> str:
    """Credits as a bare figure, where there is no room for the word."""
    whole, half = divmod(half_units, 2)
    return f"{whole}.5" if half else str(whole)


def _of(number: int, what: str) -> str:
    plural = f"{what.removesuffix('y')}ies" if what.endswith("y") else f"{what}s"
    return f"{number} {what if number == 1 else plural}"


def _span(period: Period) -> str:
    return f"{common.day(period.first)} to {common.day(period.last)}"
