from content.words.en import common

_NAMES = {"必修講習A": "Compulsory A", "必修講習B": "Compulsory B", "任意講習": "Optional"}


def title() -> str:
    return "Specialist common lectures (専門医共通講習)"


def to_common() -> str:
    return "See common lectures"


def apart() -> str:
    return "Credits by category and fiscal year. They are not part of the 60 for the certificate."


def year(year: int) -> str:
    return common.fiscal_year(year).capitalize()


def category(category: str, half_units: int) -> str:
    name, _, _ = category.partition(" ")
    said = f"{_NAMES[name]} ({category})" if name in _NAMES else category
    return f"{said}: {common.credits(half_units)}"


def nothing() -> str:
    return "You have no specialist common lecture credits yet."


def not_judged() -> str:
    return "Renewal requirements differ by specialty and year, so they are not judged here. Please ask your society."
