from collections.abc import Sequence
from datetime import date, datetime

from content.text.periods import Named, Period
from content.values import CertificatePurpose
from content.words.ja import common

_PURPOSES = {
    CertificatePurpose.GENERAL: "一般",
    CertificatePurpose.E_LEARNING: "日医e-ラーニングのみ",
    CertificatePurpose.CHRONIC: "地域包括診療",
    CertificatePurpose.PSYCHOTROPIC: "向精神薬長期処方",
    CertificatePurpose.SPECIALIST: "専門医共通講習",
}
_LABELS = {
    CertificatePurpose.GENERAL: "一般",
    CertificatePurpose.E_LEARNING: "e-ラーニング",
    CertificatePurpose.CHRONIC: "地域包括診療",
    CertificatePurpose.PSYCHOTROPIC: "向精神薬処方",
    CertificatePurpose.SPECIALIST: "専門医共通講習",
}
_STRAIGHT = {
    CertificatePurpose.GENERAL: "一般",
    CertificatePurpose.E_LEARNING: "e-ラーニング",
    CertificatePurpose.CHRONIC: "地域包括",
    CertificatePurpose.PSYCHOTROPIC: "向精神薬",
    CertificatePurpose.SPECIALIST: "共通講習",
}
_PERIODS = {
    Named.THIS_YEAR: "今年度",
    Named.LAST_YEAR: "前年度",
    Named.TWO_YEARS: "前年度と今年度",
    Named.THIS_MONTH: "今月",
    Named.LAST_MONTH: "先月",
}


def title() -> str:
    return "受講証明書"


def what_it_holds() -> str:
    return "前日までに取得した、日医e-ラーニングと研修会の単位を記載します。"


def choose_purpose() -> str:
    return "用途をお選びください。「一般」は、記載できる単位をすべて記載します。"


def chronic_elsewhere() -> str:
    return "📄 地域包括診療の手続きには、MAMISで出力した受講証明書をご利用ください。"


def purpose(purpose: CertificatePurpose) -> str:
    return _PURPOSES[purpose]


def purpose_label(purpose: CertificatePurpose) -> str:
    return _LABELS[purpose]


def for_purpose(purpose: CertificatePurpose) -> str:
    return f"用途：{_PURPOSES[purpose]}"


def straight(purpose: CertificatePurpose, name: Named, half_units: int) -> str:
    return f"{_STRAIGHT[purpose]} {_PERIODS[name]} {_or_none(half_units)}"


def period_title() -> str:
    return "受講証明書　期間"


def choose_period() -> str:
    return "期間をお選びください。単位数は、前日までの分です。"


def period(name: Named, half_units: int) -> str:
    return f"{_PERIODS[name]}　{_or_none(half_units)}"


def years_ending(half_units: int) -> str:
    return f"昨日までの2年　{_or_none(half_units)}"


def own_dates() -> str:
    return "期間を指定する"


def other_period() -> str:
    return "ほかの期間で発行する"


def how_to_write_dates() -> str:
    return (
        "始めの日と終わりの日を、次のようにご入力ください。\n"
        "2026/4/1-2026/9/30\n"
        "令和8年4月1日から令和8年9月30日まで\n"
        "4/1-9/30（年を省くと、直近の期間になります）"
    )


def earned_today(half_units: int, at: datetime) -> str:
    return f"本日取得した{common.credits(half_units)}は、翌日以降、{common.moment(at)}から記載できます。"


def tell_me() -> str:
    return "発行できる日に受け取る"


def will_tell(at: datetime) -> str:
    return f"本日の単位を記載した受講証明書を、{common.moment(at)}にお送りします。"


def told_before(at: datetime) -> str:
    return f"すでに受け付けています。{common.moment(at)}にお送りします。"


def preview_title() -> str:
    return "受講証明書　内容の確認"


def span(period: Period) -> str:
    return f"期間：{_span(period)}"


def total(half_units: int, codes: int, rows: int) -> str:
    return f"合計：{common.credits(half_units)}・{codes}コード（{rows}件）"


def total_by_category(half_units: int, categories: int, rows: int) -> str:
    return f"合計：{common.credits(half_units)}・{categories}区分（{rows}件）"


def registry(*, printed: bool) -> str:
    return f"医籍登録番号：{'記載する' if printed else '記載しない'}"


def to_registry(*, printed: bool) -> str:
    return "医籍登録番号を載せない" if printed else "医籍登録番号を載せる"


def nothing() -> str:
    return "この期間に、受講証明書に記載できる単位はありません。"


def left_heading() -> str:
    return "記載しないもの"


def left(what: str, then: str, titles: Sequence[str], half_units: int) -> str:
    units = f"・{common.credits(half_units)}" if half_units else ""
    return f"{what}{then}（{titles[0] if len(titles) == 1 else f'{len(titles)}件'}{units}）"


def more_reasons(number: int) -> str:
    return f"ほか{number}件の理由は、「記載しないもの」でご覧いただけます。"


def issue() -> str:
    return "この内容で発行する"


def to_standing() -> str:
    return "記載する単位"


def to_left() -> str:
    return "記載しないもの"


def standing_title() -> str:
    return "受講証明書　記載する単位"


def common_entry(day: date, title: str, category: str, half_units: int) -> str:
    return f"{common.day(day)} {title}　{category}　{common.credits(half_units)}"


def left_title() -> str:
    return "受講証明書　記載しないもの"


def left_entry(day: date, title: str, half_units: int, state: str) -> str:
    units = f"　{common.credits(half_units)}" if half_units else ""
    return f"{common.day(day)} {title}{units}：{state}"


def nothing_left() -> str:
    return "記載しないものはありません。"


def on_its_way(period: Period) -> str:
    return f"{_span(period)}の受講証明書をお送りします。"


def caption(period: Period, half_units: int) -> str:
    return f"{_span(period)}\n合計 {common.credits(half_units)}"


def file_name(period: Period) -> str:
    return f"受講証明書_{period.first:%Y%m%d}-{period.last:%Y%m%d}.pdf"


def ready_title() -> str:
    return "受講証明書を発行しました"


def ready(half_units: int) -> str:
    return f"前日に取得した{common.credits(half_units)}を記載しています。"


def held(*, by_name: bool) -> str:
    where = "お名前" if by_name else "講座・研修会の名称など、公開側の記載"
    return (
        f"{where}に、証明書に印字できない文字が含まれているため、受講証明書を作成できませんでした。"
        "取得単位の記録はそのままです。運営者に自動で通知しました。確認をお待ちください。"
    )


def _or_none(half_units: int) -> str:
    return common.credits(half_units) if half_units else "単位なし"


def _span(period: Period) -> str:
    return f"{common.day(period.first)}から{common.day(period.last)}まで"
