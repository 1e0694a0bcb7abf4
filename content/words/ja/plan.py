from datetime import date

from content.credits.plan import PlanStanding, PlanState
from content.words.ja import common as forms
from content.words.ja import goal


def title() -> str:
    return "60に向けた毎月の計画"


def to_plan() -> str:
    return "60までの毎月の計画"


def explained() -> str:
    return (
        "いつまでに60（単位＋コード）に達するかを決めると、毎月いくつ必要かがわかります。"
        "毎月1回、進み具合と次に受講する講座をお知らせします。"
    )


def choose() -> str:
    return "60に達する日をお選びください。"


def offer(standing: PlanStanding) -> str:
    if not standing.goal.missing:
        return f"・{forms.day(standing.plan.until)}まで：すでに達しています"
    return f"・{forms.day(standing.plan.until)}まで：あと{_missing(standing)}、{_monthly(standing)}"


def to_until(until: date) -> str:
    return f"{until.year}年{until.month}月{until.day}日まで"


def to_other_day() -> str:
    return "ほかの日を入力する"


def ask_day(last: date) -> str:
    return f"60に達する日を、2027/9/30 のようにご入力ください（{forms.day(last)}まで）。"


def bad_day(first: date, last: date) -> str:
    return (
        f"⚠️ 日付を確認できませんでした。計画に変更はありません。"
        f"{forms.day(first)}から{forms.day(last)}までの日をご入力ください。"
    )


def by(until: date) -> str:
    return f"{forms.day(until)}までに60"


def falls(halves: int, until: date) -> str:
    return f"{forms.day(until)}までに、現在の数のうち{goal.points(halves)}が期間から外れます（上の数には含みません）。"


def state(standing: PlanStanding) -> str:
    missing, months = _missing(standing), standing.months
    match standing.state:
        case PlanState.REACHED:
            return "✅ 計画の60に達しています。"
        case PlanState.OVER:
            return f"⚠️ 計画の日を過ぎました。60まで、あと{missing}でした。"
        case PlanState.BEHIND:
            return (
                f"⚠️ 計画より遅れています。あと{missing}、残り{months}か月で{_monthly(standing)}です"
                f"（計画を立てたときは毎月{goal.points(standing.plan.monthly)}）。"
            )
        case PlanState.ON_WAY:
            return f"計画どおりです。あと{missing}、残り{months}か月で{_monthly(standing)}です。"


def told_by(day: int, *, wanted: bool) -> str:
    return f"毎月{day}日にお知らせします。" if wanted else "毎月のお知らせは止めています（/settings で再開できます）。"


def to_change() -> str:
    return "日を変える"


def to_end() -> str:
    return "計画をやめる"


def is_set(until: date) -> str:
    return f"{forms.day(until)}までに60に達する計画を立てました。"


def ended() -> str:
    return "計画をやめました。毎月のお知らせはお送りしません。"


def cannot_plan() -> str:
    return "⚠️ このユーザーIDでは単位の取得ができないため、計画は立てられません。"


def told_title(standing: PlanStanding) -> str:
    if standing.state is PlanState.OVER:
        return "計画の日を過ぎました"
    return f"今月の計画：{goal.points(standing.monthly)}"


def following() -> str:
    return "次に受講する講座："


def at_year_end(standing: PlanStanding) -> str:
    if standing.state is PlanState.REACHED:
        return f"ご自身の計画（{by(standing.plan.until)}）は達成しています。"
    if standing.state is PlanState.OVER:
        return f"ご自身の計画（{by(standing.plan.until)}）の日を過ぎました。"
    return f"ご自身の計画：{by(standing.plan.until)}。{_monthly(standing)}（残り{standing.months}か月）です。"


def _missing(standing: PlanStanding) -> str:
    return goal.points(standing.goal.missing)


def _monthly(standing: PlanStanding) -> str:
    return f"毎月{goal.points(standing.monthly)}"
