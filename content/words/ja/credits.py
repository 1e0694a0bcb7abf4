from collections.abc import Sequence
from datetime import date

from content.values import E_LEARNING, CreditKind
from content.words.ja import common as forms
from content.words.ja import ledger


def title(year: int) -> str:
    return f"取得単位　{forms.fiscal_year(year)}"


def total(half_units: int, codes: int) -> str:
    return f"合計　{forms.credits(half_units)}・{codes}コード"


def codes(numbers: Sequence[int]) -> str:
    return f"取得したCC　{'・'.join(map(str, numbers))}"


def kinds(sums: Sequence[tuple[CreditKind, int]]) -> str:
    return "　".join(f"{ledger.kind(kind)} {forms.credits(half_units)}" for kind, half_units in sums)


def entry(number: int, day: date, title: str, code: int, half_units: int, kind: CreditKind) -> str:
    what = "" if kind in E_LEARNING else f"　{ledger.kind(kind)}"
    return f"{number}　{forms.short_day(day)} {title}（CC {code}）　{forms.credits(half_units)}{what}"


def how_counted() -> str:
    return "単位を押すと、その単位の計上方法と証明書への記載を確認できます。"


def nothing(year: int) -> str:
    return f"{forms.fiscal_year(year)}に取得した単位は、まだありません。"


def year(year: int, half_units: int, codes: int) -> str:
    return f"{forms.fiscal_year(year)}　{forms.credits(half_units)}・{codes}コード"


def common(sums: Sequence[tuple[str, int]]) -> str:
    said = "・".join(f"{category} {forms.credits(half_units)}" for category, half_units in sums)
    return f"専門医共通講習（60には含みません）　{said}"


def to_year() -> str:
    return "明細を見る"


def certificate() -> str:
    return "📄 受講証明書は、取得した日の翌日以降に /certificate から発行できます。"


def to_certificate() -> str:
    return "証明書を発行"
