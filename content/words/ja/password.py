from datetime import datetime, timedelta

from content.words.ja import common
from content.words.password import ForWhat

_TITLES = {ForWhat.DATA: "自分の記録の受け取り"}


def title(what: ForWhat) -> str:
    return _TITLES[what]


def ask() -> str:
    return (
        "ご本人の確認のため、ログイン用のパスワードを入力してください。入力されたメッセージは、確認の前に削除します。"
    )


def wrong() -> str:
    return "パスワードが違います。手続きは進めていません。もう一度入力してください。"


def wait(seconds: int, until: datetime) -> str:
    left = f"パスワードの誤りが続いているため、あと{common.wait(seconds)}お待ちください。"
    return left if seconds < 60 else f"{left}{common.moment(until + timedelta(seconds=59))}から入力できます。"


def forgotten() -> str:
    return "お忘れの場合は、いったん /logout でログアウトし、/login の案内に沿って再設定してください。"


def again() -> str:
    return "はじめからやり直す"
