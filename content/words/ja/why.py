from collections.abc import Sequence
from datetime import date

from content.credits.goal import Sum, Window
from content.values import CreditKind
from content.words.ja import common as forms
from content.words.ja import goal

_PICKS = {
    CreditKind.LECTURE: "講座",
    CreditKind.COOPERATION: "講座",
    CreditKind.JOURNAL: "日医雑誌",
    CreditKind.TRAINING: "研修会",
    CreditKind.DECLARATION: "申告書",
}


def to_why() -> str:
    return "単位が反映されないときは"


def title() -> str:
    return "単位・証明書に反映されない理由"


def to_line() -> str:
    return "記載がないときは"


def about(pending: int) -> str:
    return "単位または受講証明書に、まだ反映されていないものです。" if pending else "反映を待っているものはありません。"


def others() -> str:
    return "ほかは、ボタンで選ぶか、講座名・号（2026-11）・研修会名を入力してください。"


def item(number: int, title: str, state: str) -> str:
    return f"{number}　{title}：{state}"


def kind(kind: CreditKind) -> str:
    return _PICKS[kind]


def list_title(kind: CreditKind) -> str:
    return f"{title()}　{_PICKS[kind]}"


def empty(kind: CreditKind) -> str:
    return f"{_PICKS[kind]}の記録は、まだありません。"


def unlisted() -> str:
    return "ここにないものは、名称を入力してください。"


def found_title(text: str) -> str:
    return f"{title()}　「{text}」"


def found_more(further: int) -> str:
    return f"ほかに{further}件あります。名称を詳しく入力してください。"


def not_found(text: str) -> Sequence[str]:
    return (
        f"「{text}」という講座・号・研修会は、登録されていません。",
        "",
        "研修会は、主催者が登録するまで表示されず、単位も付与されません。登録の有無は主催者にお問い合わせください。",
        "大阪府で開催された研修会等の証明は、大阪府医師会にご依頼ください。",
        "学会への出席や執筆などは、/declare から申告してください。",
    )


def too_long(most: int) -> str:
    return f"名称は{most}文字までです。記録に変更はありません。短くして、もう一度入力してください。"


def brought_along(day: date) -> str:
    return f"これまでの記録（MAMIS）から、{forms.day(day)}に移行した単位です。"


def in_year(year: int) -> str:
    return f"{forms.fiscal_year(year)}の合計に含まれています。"


def in_goal(window: Window, half_units: int, code: int) -> str:
    return f"{_goal(window)}に、{forms.credits(half_units)}と1コード（CC {code}）が含まれています。"


def in_goal_without_code(window: Window, half_units: int, code: int, day: date, title: str) -> str:
    return (
        f"{_goal(window)}に、{forms.credits(half_units)}が含まれています。"
        f"CC {code}は、{forms.day(day)}の「{title}」で計上済のため、増えません。"
    )


def outside_goal(window: Window) -> str:
    return f"{_goal(window)}の期間の外のため、60には含まれません。"


def falls(on: date, *, code: bool) -> str:
    what = "単位とコード" if code else "単位"
    return f"{forms.day(on)}に、この{what}は期間から外れます。"


def common(category: str, half_units: int) -> str:
    return f"専門医共通講習：{category}　{forms.credits(half_units)}（60には含みません）"


def on_paper() -> str:
    return "📄 取得日を含む期間の受講証明書に記載されます。"


def open(kind: CreditKind) -> str:
    return "この号の画面を見る" if kind is CreditKind.JOURNAL else f"{_PICKS[kind]}の画面を見る"


def to_numbers() -> str:
    return "60の内訳を見る"


def numbers_title(window: Window) -> str:
    return f"60の内訳　{goal.years(window)}"


def numbers_sum(sum: Sum) -> str:
    return f"{forms.credits(sum.half_units)} ＋ {sum.codes}コード ＝ {goal.points(sum.halves)}"


def numbers_row(number: int, day: date, title: str, half_units: int, code: int, *, counts: bool) -> str:
    plus = f"＋CC {code}" if counts else f"（CC {code}は計上済）"
    return f"{number}　{forms.day(day)} {title}　{forms.credits(half_units)}{plus}"


def numbers_fall(on: date) -> str:
    return f"（{on.month}月{on.day}日まで）"


def numbers_legend() -> str:
    return "同じコードは、期間内で1回だけ数えます。単位を押すと、その単位の計上方法を確認できます。"


def no_numbers() -> str:
    return "この期間に取得した単位は、まだありません。"


def _goal(window: Window) -> str:
    return f"認定証（60）の{goal.years(window)}"
