from collections.abc import Iterable
from datetime import date

from content.credits.fees import Group
from content.text.periods import Period
from content.values import CreditKind
from content.words.en import common, ledger


def title() -> str:
    return "Training requirements"


def opening() -> tuple[str, ...]:
    return (
        "Your credits, added up for the fee schedule (診療報酬: community-based comprehensive care and long-term "
        "psychotropic prescription), specialist common lectures, and the primary care function report.",
        "",
        not_judged(),
    )


def to_fees() -> str:
    return "Requirements"


def to_chronic() -> str:
    return "See comprehensive care"


def to_psychotropic() -> str:
    return "See psychotropics"


def not_judged() -> str:
    return (
        "This bot does not judge whether a requirement is met. "
        "Please ask your institution and the regional bureau of health (地方厚生局)."
    )


def chronic_title() -> str:
    return "Comprehensive care: training on chronic disease"


def period(period: Period) -> str:
    return f"{common.day(period.first)} to {common.day(period.last)}"


def other_length(years: int) -> str:
    return f"⚠️ The requirement is for {years} consecutive years; this period has a different length."


def counted(half_units: int, hours: int, years: int) -> str:
    return f"Total: {_hours(half_units)} (required: {hours} hours or more in {years} consecutive years)"


def part(group: Group, half_units: int, codes: Iterable[int]) -> str:
    return f"{_group(group, codes)}: {_sum(group, half_units)}"


def by_code(hours: int, *, both: bool) -> str:
    where = "Trainings and e-learning" if both else "Trainings"
    return f"{where} by code (required: {_hours(2 * hours)} or more each)"


def e_learning_too(codes: Iterable[int]) -> str:
    return f"You have filed twice or more, so e-learning in {_codes(codes)} counts too (a ruling of 2018). {_ask()}"


def if_filed(times: int) -> str:
    return f"If you have filed {times} times or more, e-learning in these codes counts too (a ruling of 2018). {_ask()}"


def next_filing(day: date | None, years: int, hours: int, *, over: bool) -> str:
    needs = f"It needs a record of {hours} hours or more in {years} years."
    if day is None:
        return f"It is filed every {years} years. {needs}"
    if over:
        return f"A filing was due by {common.day(day)}. If you have filed since, please enter the date. {needs}"
    return f"Next filing: by {common.day(day)}. {needs}"


def code(number: int, name: str, half_units: int) -> str:
    return f"CC {number} {name}: {_hours(half_units)}"


def apart(half_units: int, codes: Iterable[int]) -> str:
    sums = part(Group.APART, half_units, codes)
    return f"{sums}. Not counted under the basic rule; please see the association's Q&A."


def other(half_units: int) -> str:
    return f"{part(Group.OTHER, half_units, ())} (not counted)"


def topics_too() -> str:
    return "⬜ Topics without a code, such as medication or home care: please check these yourself."


def elsewhere() -> str:
    return "For trainings held in Osaka, please ask the Osaka Medical Association (大阪府医師会) for the certificate."


def to_rows() -> str:
    return "See each credit"


def to_paper() -> str:
    return "Issue for this period"


def until_today(years: int) -> str:
    return f"Last {years} years"


def fiscal_years() -> str:
    return "2 fiscal years"


def own_dates() -> str:
    return "Choose dates"


def how_to_write_dates(years: int) -> str:
    return (
        "Please enter the first and last day like this:\n2024/4/1-2026/3/31\n"
        f"The requirement is for {years} consecutive years, but you can add up any period."
    )


def to_topics() -> str:
    return "What to check"


def rows_title() -> str:
    return "Comprehensive care, credit by credit"


def unit() -> str:
    return "One credit is counted as one hour."


def heading(group: Group, half_units: int, codes: Iterable[int]) -> str:
    uncounted = " (not counted)" if group in {Group.APART, Group.OTHER} else ""
    return f"{part(group, half_units, codes)}{uncounted}"


def entry(day: date, title: str, code: int, half_units: int, kind: CreditKind) -> str:
    return f"{common.day(day)}: {title} (CC {code}), {common.credits(half_units)}, {ledger.kind(kind).lower()}"


def nothing() -> str:
    return "No credits were earned in this period."


def _ask() -> str:
    return "Please ask the regional bureau whether it still holds."


def topics_title() -> str:
    return "Comprehensive care: what to check yourself"


def topics_opening() -> str:
    return (
        "The training must also cover topics such as these. They have no curriculum code, so this bot can't add "
        "them up. Please check what you attended."
    )


def topics() -> tuple[str, ...]:
    return (
        "Medication (服薬管理)",
        "Health advice (健康相談)",
        "Long-term care insurance (介護保険)",
        "Smoking cessation (禁煙指導)",
        "Home care (在宅医療)",
    )


def see_questions() -> str:
    return (
        "Temporary rules, such as those for COVID-19, are not reflected in these figures. "
        "Please see the association's Q&A for members."
    )


def psychotropic_title() -> str:
    return "Psychotropics: training on anxiety or insomnia"


def whole_record() -> str:
    return "All the credits you have ever earned. We found no rule on how long they remain valid."


def credits(half_units: int, needed: int, codes: Iterable[int]) -> str:
    return f"Total: {common.credits(half_units)} (required: {common.credits(needed)} or more in {_codes(codes)})"


def code_credits(number: int, name: str, half_units: int) -> str:
    return f"CC {number} {name}: {common.credits(half_units)}"


def no_filing() -> str:
    return "Nothing needs to be filed. Please keep a record of what you attended."


def _group(group: Group, codes: Iterable[int]) -> str:
    return {
        Group.TRAINING: "Trainings",
        Group.E_LEARNING: f"E-learning except {_codes(codes)}" if codes else "E-learning",
        Group.APART: f"E-learning in {_codes(codes)}",
        Group.OTHER: "Journal quiz and declarations",
    }[group]


def _codes(numbers: Iterable[int]) -> str:
    return f"CC {', '.join(map(str, sorted(numbers)))}"


def _sum(group: Group, half_units: int) -> str:
    """What is not a training is not said in hours."""
    return common.credits(half_units) if group is Group.OTHER else _hours(half_units)


def _hours(half_units: int) -> str:
    whole, half = divmod(half_units, 2)
    if half:
        return f"{whole}.5 hours"
    return f"{whole} hour{'' if whole == 1 else 's'}"
