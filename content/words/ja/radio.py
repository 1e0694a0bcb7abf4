from datetime import date, datetime

from content.hours import Hours
from content.radio import Broadcast
from content.rules import day_of
from content.words.ja import common as forms


def title() -> str:
    return "ラジオNIKKEI「医学講座」"


def days(first: date, last: date) -> str:
    return f"{forms.day(first)}～{forms.short_day(last)}"


def month(first: date) -> str:
    return f"{first.year}年{first.month}月"


def no_credit() -> str:
    return "放送を聴いても、単位は付与されません。"


def line(number: int, broadcast: Broadcast, *, on_air: bool, asked: bool) -> str:
    sign = "▶️ " if on_air else ""
    sample = f"（{forms.sample()}）" if broadcast.sample else ""
    mark = ["お知らせ予定"] * asked
    when = f"{sign}{forms.moment(broadcast.starts_at)}"
    return "　".join([str(number), when, f"{broadcast.title}{sample}", broadcast.speaker, *mark])


def nothing() -> str:
    return "この期間に予定されている放送はありません。放送局の予定は、日医生涯教育のページからご覧になれます。"


def to_page() -> str:
    return "生涯教育のページを開く"


def earlier(first: date, *, month: bool) -> str:
    return f"‹ {_from(first, month)}"


def later(first: date, *, month: bool) -> str:
    return f"{_from(first, month)} ›"


def to_week() -> str:
    return "1週間分を見る"


def to_month() -> str:
    return "1か月分を見る"


def to_radio() -> str:
    return "ラジオ"


def to_schedule() -> str:
    return "番組表を見る"


def speaker(broadcast: Broadcast) -> str:
    return f"{f'{forms.sample()}　' if broadcast.sample else ''}講師：{broadcast.speaker}"


def when(broadcast: Broadcast) -> str:
    day, ends_on = day_of(broadcast.starts_at), day_of(broadcast.ends_at)
    ends = f"{'翌' if ends_on > day else ''}{forms.time(broadcast.ends_at)}"
    return f"{forms.day(day)}{forms.time(broadcast.starts_at)}～{ends}（{forms.length(broadcast.minutes * 60)}）"


def on_air() -> str:
    return "▶️ ただいま放送中です。"


def over() -> str:
    return "放送は終了しました。"


def asked(at: datetime) -> str:
    return f"✅ {forms.moment(at)}にお知らせします。"


def before_the_night(at: datetime, hours: Hours) -> str:
    quiet = f"{hours.quiet_from}:00～{hours.quiet_until}:00"
    return f"{quiet}にはお知らせをお送りしないため、{forms.moment(at)}にお知らせします。"


def too_late(at: datetime) -> str:
    return f"お知らせの時刻（{forms.moment(at)}）を過ぎています。"


def to_listen() -> str:
    return "放送を聴く"


def to_remind(minutes: int, *, on_time: bool) -> str:
    return f"{minutes}分前に知らせる" if on_time else "事前に知らせる"


def to_take_back() -> str:
    return "お知らせを取り消す"


def taken_back() -> str:
    return "お知らせを取り消しました。"


def nothing_to_take_back() -> str:
    return "この放送のお知らせの予定はありません。"


def reminder_title() -> str:
    return "「医学講座」の放送のお知らせ"


def changed_title() -> str:
    return "「医学講座」の放送予定が変わりました"


def changed(broadcast: Broadcast) -> str:
    return f"{forms.moment(broadcast.starts_at)}の「{broadcast.title}」は、番組表から削除されました。"


def again(at: datetime) -> str:
    return f"同じ題名の放送が、{forms.moment(at)}にあります。"


def to_again() -> str:
    return "その放送を見る"


def see_schedule() -> str:
    return "最新の番組表をご覧ください。"


def _from(first: date, month: bool) -> str:
    return f"{first.month}月" if month else f"{first.month}月{first.day}日～"
