from content.maintenance import Concerned, Maintenance
from content.words.ja import common as forms

_CONCERNED = {
    Concerned.CERTIFICATES: "このボットの受講証明書",
    Concerned.MAMIS: "MAMIS",
    Concerned.ELEARNING: "日本医師会の日医 e-ラーニング",
    Concerned.BOT: "このボット",
}


def title() -> str:
    return "メンテナンスのお知らせ"


def to_list() -> str:
    return "メンテナンス"


def planned(period: Maintenance) -> str:
    span = f"{forms.moment(period.starts_at)}～{forms.moment(period.ends_at)}"
    return f"{_named(period)}　{span} メンテナンスの予定です。"


def going_on(period: Maintenance) -> str:
    return f"{_named(period)}　ただいまメンテナンス中です（{forms.moment(period.ends_at)}まで）。"


def further(number: int) -> str:
    return f"　ほか{number}件"


def nothing() -> str:
    return "予定されているメンテナンスはありません。"


def _named(period: Maintenance) -> str:
    return f"{forms.sample()}　{_CONCERNED[period.concerns]}" if period.sample else _CONCERNED[period.concerns]
