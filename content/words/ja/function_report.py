from collections.abc import Sequence

from content.text.periods import Named, Period
from content.values import CreditKind
from content.words.ja import common, credits, fees

_NAMED = {Named.THIS_YEAR: "今年度", Named.LAST_YEAR: "前年度", Named.TWO_YEARS: "前年度と今年度"}


def title() -> str:
    return "かかりつけ医機能報告制度にかかる研修"


def to_report() -> str:
    return "かかりつけ医機能報告の研修"


def period(period: Period) -> str:
    return fees.period(period)


def total(half_units: int) -> str:
    return f"日医生涯教育制度の単位　合計 {common.credits(half_units)}"


def kinds(sums: Sequence[tuple[CreditKind, int]]) -> str:
    return credits.kinds(sums)


def codes_play_no_part() -> str:
    return "座学研修には単位のみを用い、カリキュラムコードは問いません。実地研修はここには含まれません。"


def where_to_apply() -> str:
    return "修了の申請は、MAMISから所属の郡市区医師会に行います。"


def reported(months: tuple[int, int]) -> str:
    first, last = months
    return f"医療機関からの報告は、毎年{first}月から{last}月までにG-MISで行います。"


def not_judged() -> str:
    return "必要な単位数と対象の期間は、ここでは判定しません。所属の郡市区医師会にご確認ください。"


def named(name: Named) -> str:
    return _NAMED[name]


def own_dates() -> str:
    return "期間を指定する"


def how_to_write_dates() -> str:
    return "始めの日と終わりの日を、次のようにご入力ください。\n2025/4/1-2026/3/31"
