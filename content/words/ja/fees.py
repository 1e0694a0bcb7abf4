from collections.abc import Iterable
from datetime import date

from content.credits.fees import Group
from content.text.periods import Period
from content.values import CreditKind
from content.words.ja import common, ledger


def title() -> str:
    return "診療報酬などの研修"


def opening() -> tuple[str, ...]:
    return (
        "診療報酬（地域包括診療、向精神薬長期処方）、専門医共通講習、かかりつけ医機能報告制度の研修について、"
        "取得した単位を集計して表示します。",
        "",
        not_judged(),
    )


def to_fees() -> str:
    return "研修要件を見る"


def to_chronic() -> str:
    return "地域包括診療を見る"


def to_psychotropic() -> str:
    return "向精神薬長期処方を見る"


def not_judged() -> str:
    return "要件を満たすかどうかは、ここでは判定しません。医療機関と地方厚生局でご確認ください。"


def chronic_title() -> str:
    return "地域包括診療　慢性疾患の指導に係る適切な研修"


def period(period: Period) -> str:
    return f"{common.day(period.first)}から{common.day(period.last)}まで"


def other_length(years: int) -> str:
    return f"⚠️ 要件の「連続する{years}年間」と長さの異なる期間です。"


def counted(half_units: int, hours: int, years: int) -> str:
    return f"合計　{_hours(half_units)}（要件：連続する{years}年間に{hours}時間以上）"


def part(group: Group, half_units: int, codes: Iterable[int]) -> str:
    return f"{_group(group, codes)}　{_sum(group, half_units)}"


def by_code(hours: int, *, both: bool) -> str:
    where = "研修会とe-ラーニング" if both else "研修会"
    return f"うち{where}のコード別（要件：それぞれ{hours}時間以上）"


def e_learning_too(codes: Iterable[int]) -> str:
    return f"届出が2回以上のため、{_codes(codes)}もe-ラーニングを算入しています（2018年の疑義解釈）。{_ask()}"


def if_filed(times: int) -> str:
    return f"届出が{times}回以上の場合は、上記のコードもe-ラーニングを算入します（2018年の疑義解釈）。{_ask()}"


def next_filing(day: date | None, years: int, hours: int, *, over: bool) -> str:
    needs = f"{years}年間に{hours}時間以上の受講の記録が必要です。"
    if day is None:
        return f"届出は{years}年ごとです。{needs}"
    if over:
        return f"届出の時期（{common.day(day)}）を過ぎました。届出がお済みの場合は、その日を登録してください。{needs}"
    return f"次の届出：{common.day(day)}まで。{needs}"


def code(number: int, name: str, half_units: int) -> str:
    return f"CC {number} {name}　{_hours(half_units)}"


def apart(half_units: int, codes: Iterable[int]) -> str:
    sums = part(Group.APART, half_units, codes)
    return f"{sums}：基本の要件には算入されません。日本医師会のQ&Aをご確認ください。"


def other(half_units: int) -> str:
    return f"{part(Group.OTHER, half_units, ())}（算入されません）"


def topics_too() -> str:
    return "⬜ 服薬管理、在宅医療など、コードのない項目はご自身でご確認ください。"


def elsewhere() -> str:
    return "大阪府で開催された研修会等の受講証明書は、大阪府医師会にご依頼ください。"


def to_rows() -> str:
    return "内訳を見る"


def to_paper() -> str:
    return "この期間の証明書を発行する"


def until_today(years: int) -> str:
    return f"今日までの{years}年"


def fiscal_years() -> str:
    return "前年度と今年度"


def own_dates() -> str:
    return "期間を指定する"


def how_to_write_dates(years: int) -> str:
    return (
        "始めの日と終わりの日を、次のようにご入力ください。\n2024/4/1-2026/3/31\n"
        f"要件は連続する{years}年間についてのものですが、ほかの長さの期間も集計できます。"
    )


def to_topics() -> str:
    return "項目を確認する"


def rows_title() -> str:
    return "地域包括診療　内訳"


def unit() -> str:
    return "1単位を1時間として集計しています。"


def heading(group: Group, half_units: int, codes: Iterable[int]) -> str:
    uncounted = "（算入されません）" if group in {Group.APART, Group.OTHER} else ""
    return f"{part(group, half_units, codes)}{uncounted}"


def entry(day: date, title: str, code: int, half_units: int, kind: CreditKind) -> str:
    return f"{common.day(day)} {title}（CC {code}）　{common.credits(half_units)}・{ledger.kind(kind)}"


def nothing() -> str:
    return "この期間に取得した単位はありません。"


def _ask() -> str:
    return "現在の取扱いは地方厚生局でご確認ください。"


def topics_title() -> str:
    return "地域包括診療　ご自身で確認する項目"


def topics_opening() -> str:
    return (
        "次のような内容を適切に含むことも求められます。カリキュラムコードが示されていないため、"
        "ここでは集計できません。受講した内容からご確認ください。"
    )


def topics() -> tuple[str, ...]:
    return ("服薬管理", "健康相談", "介護保険", "禁煙指導", "在宅医療")


def see_questions() -> str:
    return (
        "新型コロナウイルス感染症における臨時的な取扱いなどは、ここには反映していません。"
        "日本医師会のQ&A（会員専用）をご確認ください。"
    )


def psychotropic_title() -> str:
    return "向精神薬長期処方　不安又は不眠に係る適切な研修"


def whole_record() -> str:
    return "これまでに取得したすべての単位です。有効期間の定めは確認できていません。"


def credits(half_units: int, needed: int, codes: Iterable[int]) -> str:
    return f"合計　{common.credits(half_units)}（要件：{_codes(codes)}で{common.credits(needed)}以上）"


def code_credits(number: int, name: str, half_units: int) -> str:
    return f"CC {number} {name}　{common.credits(half_units)}"


def no_filing() -> str:
    return "届出は必要ありません。受講の記録は、ご自身で保管してください。"


def _group(group: Group, codes: Iterable[int]) -> str:
    return {
        Group.TRAINING: "研修会",
        Group.E_LEARNING: f"e-ラーニング（{_codes(codes)}を除く）" if codes else "e-ラーニング",
        Group.APART: f"e-ラーニングの{_codes(codes)}",
        Group.OTHER: "日医雑誌 問題解答・申告書",
    }[group]


def _codes(numbers: Iterable[int]) -> str:
    return f"CC {'・'.join(map(str, sorted(numbers)))}"


def _sum(group: Group, half_units: int) -> str:
    """What is no training at all is not said in hours."""
    return common.credits(half_units) if group is Group.OTHER else _hours(half_units)


def _hours(half_units: int) -> str:
    whole, half = divmod(half_units, 2)
    return f"{whole}.5時間" if half else f"{whole}時間"
