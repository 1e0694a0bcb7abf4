from collections.abc import Sequence
from datetime import date

from content.words.ja import common as forms


def title(year: int) -> str:
    return f"取得単位　{forms.fiscal_year(year)}"


def total(half_units: int, codes: int) -> str:
    return f"合計　{forms.credits(half_units)}・{codes}コード"


def codes(numbers: Sequence[int]) -> str:
    return f"取得したCC　{'・'.join(map(str, numbers))}"


def entry(day: date, title: str, code: int, half_units: int) -> str:
    return f"{forms.short_day(day)} {title}（CC {code}）　{forms.credits(half_units)}"


def nothing(year: int) -> str:
    return f"{forms.fiscal_year(year)}に取得した単位は、まだありません。"


def other_years() -> str:
    return "ほかの年度"


def year(year: int, half_units: int, codes: int) -> str:
    return f"{forms.fiscal_year(year)}　{forms.credits(half_units)}・{codes}コード"


def certificate() -> str:
    return "📄 受講証明書は、取得した日の翌日以降に /certificate から発行できます。"


def to_certificate() -> str:
    return "受講証明書"
