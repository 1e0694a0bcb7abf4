from content.words.ja import common


def title() -> str:
    return "専門医共通講習"


def to_common() -> str:
    return "専門医共通講習を見る"


def apart() -> str:
    return "カテゴリー別・年度別の単位です。認定証の60には含まれません。"


def year(year: int) -> str:
    return common.fiscal_year(year)


def category(category: str, half_units: int) -> str:
    return f"{category}　{common.credits(half_units)}"


def nothing() -> str:
    return "専門医共通講習の単位は、まだありません。"


def not_judged() -> str:
    return (
        "更新に必要な単位は、専門領域と更新の年によって異なるため、ここでは判定しません。所属の学会にご確認ください。"
    )
