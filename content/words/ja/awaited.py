from datetime import datetime

from content.attendance.checkin import Hours
from content.attendance.training import Training
from content.words.ja import common as forms


def to_ask() -> str:
    return "事前に知らせる"


def to_take_back() -> str:
    return "お知らせを取り消す"


def asked(at: datetime | None) -> str:
    if at is None:
        return "受付が始まるときにお知らせします。"
    return f"{forms.moment(at)}と、受付が始まるときにお知らせします。"


def taken_back() -> str:
    return "この研修会のお知らせを取り消しました。"


def tomorrow_title(training: Training, *, today: bool) -> str:
    when = "本日" if today else "明日"
    return f"{when}の研修会：{forms.marked(training.title, sample=training.sample)}"


def doors(hours: Hours) -> str:
    return (
        f"入室の受付：{forms.time(hours.entry_from)}から{forms.time(hours.entry_until)}まで　"
        f"退室の受付：{forms.time(hours.exit_from)}から{forms.time(hours.exit_until)}まで"
    )


def opened_title() -> str:
    return "研修会の受付が始まりました"


def opened(hours: Hours) -> str:
    return f"入室の受付は{forms.time(hours.entry_until)}までです。会場の画面のコードを入力してください。"


def reason() -> str:
    return "お知らせをご希望の研修会です。"
