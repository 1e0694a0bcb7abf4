from collections.abc import Mapping
from datetime import date, datetime

from content.declarations.evidence import Bad
from content.rules import local
from content.titled import Titled, title_in

_SAMPLE = "見本"
_WEEKDAYS = "月火水木金土日"


def day(day: date) -> str:
    return f"{day.year}年{short_day(day)}"


def short_day(day: date) -> str:
    return f"{day.month}月{day.day}日（{_WEEKDAYS[day.weekday()]}）"


def time(moment: datetime) -> str:
    here = local(moment)
    return f"{here.hour}:{here.minute:02}"


def moment(moment: datetime) -> str:
    return f"{short_day(local(moment).date())}{time(moment)}"


def length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest}秒"
    return f"{minutes}分{rest}秒" if rest else f"{minutes}分"


def wait(seconds: int) -> str:
    if seconds < 60:
        return f"{max(seconds, 1)}秒"
    if seconds < 3600:
        return f"{-(-seconds // 60)}分"
    return f"{-(-seconds // 3600)}時間"


def credits(half_units: int) -> str:
    whole, half = divmod(half_units, 2)
    return f"{whole}.5単位" if half else f"{whole}単位"


def fiscal_year(year: int) -> str:
    return f"{year}年度"


def back() -> str:
    return "‹ 戻る"


def page_of(page: int, pages: int) -> str:
    return f"{page} / {pages}"


def choose_page() -> str:
    return "ページを選ぶ"


def pages_line(page: int) -> str:
    return f"現在は{page}ページです。"


def span(first: int, last: int) -> str:
    return f"{first}～{last}"


def show_more(further: int) -> str:
    return f"もっと見る（あと{further}件）"


def home() -> str:
    return "はじめの画面"


def to_courses() -> str:
    return "講座を探す"


def to_credits() -> str:
    return "取得単位を見る"


def to_login() -> str:
    return "ログインする"


def sample() -> str:
    return _SAMPLE


def marked(title: str, *, sample: bool) -> str:
    return f"{_SAMPLE}　{title}" if sample else title


def sample_credit() -> str:
    return "見本の単位です。実際の単位ではありません。"


def sample_total() -> str:
    return "⚠️ デモのため、見本の単位も合計に含みます。実際の単位ではありません。"


def without_samples() -> str:
    return "「見本」の単位は、合計に含まれません。"


def titled(one: Titled) -> str:
    return title_in(one, "ja")


_NOT_TAKEN: Mapping[Bad, tuple[str, str]] = {
    Bad.NO_FILE: ("写真またはPDF以外のメッセージは添付できません。", "写真またはPDFをお送りください。"),
    Bad.EMPTY: ("ファイルの内容が空です。", "ファイルを確かめて、もう一度お送りください。"),
    Bad.TOO_BIG: ("20MBを超えるファイルは添付できません。", "小さくするか、写真でお送りください。"),
    Bad.LOCKED: (
        "このPDFはパスワードがないと開けません。",
        "パスワードを外したPDFか、写真をお送りください。",
    ),
    Bad.BROKEN: ("このファイルは壊れていて開けません。", "開けることを確かめて、もう一度お送りください。"),
    Bad.OTHER: (
        "内容が写真（JPEG・PNG・HEIC）でもPDFでもないファイルは添付できません。",
        "PDFか写真にしてお送りください。",
    ),
}


def not_taken(bad: Bad) -> tuple[str, str]:
    return _NOT_TAKEN[bad]
