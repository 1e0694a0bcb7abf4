from datetime import datetime

from content.text.periods import Named, Period
from content.words.ja import common

_PERIODS = {
    Named.THIS_YEAR: "受講証明書を発行する（今年度）",
    Named.LAST_YEAR: "前年度分を発行",
    Named.TWO_YEARS: "前年度と今年度分を発行する",
}


def title() -> str:
    return "受講証明書"


def what_it_holds() -> str:
    return "前日までに取得した、日医e-ラーニングと研修会の単位を記載します。期間をお選びください。"


def period(name: Named) -> str:
    return _PERIODS[name]


def own_dates() -> str:
    return "期間を指定する"


def other_period() -> str:
    return "ほかの期間で発行する"


def how_to_write_dates() -> str:
    return "始めの日と終わりの日を、次のようにご入力ください。\n2026/4/1-2026/9/30"


def earned_today(half_units: int, at: datetime) -> str:
    return f"本日取得した{common.credits(half_units)}は、翌日以降、{common.moment(at)}から記載できます。"


def tell_me() -> str:
    return "発行できる日に知らせる"


def will_tell(at: datetime) -> str:
    return f"発行できるようになりましたら、{common.moment(at)}にお知らせします。"


def told_before(at: datetime) -> str:
    return f"お知らせは受け付けています。{common.moment(at)}にお送りします。"


def on_its_way(period: Period) -> str:
    return f"{_span(period)}の受講証明書をお送りします。"


def caption(period: Period, half_units: int) -> str:
    return f"{_span(period)}\n合計 {common.credits(half_units)}"


def file_name(period: Period) -> str:
    return f"受講証明書_{period.first:%Y%m%d}-{period.last:%Y%m%d}.pdf"


def ready_title() -> str:
    return "受講証明書を発行できます"


def ready(half_units: int) -> str:
    return f"前日に取得した{common.credits(half_units)}を、受講証明書に記載できるようになりました。"


def held(*, by_name: bool) -> str:
    where = "お名前" if by_name else "講座・研修会の名称など、公開側の記載"
    return (
        f"{where}に、証明書に印字できない文字が含まれているため、受講証明書を作成できませんでした。"
        "取得単位の記録はそのままです。運営者に自動で通知しました。確認をお待ちください。"
    )


def _span(period: Period) -> str:
    return f"{common.day(period.first)}から{common.day(period.last)}まで"
