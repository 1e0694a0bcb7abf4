def title() -> str:
    return "設定"


def language() -> str:
    return "言語：日本語"


def reminders(wanted: bool, days: int, hour: int) -> str:
    if not wanted:
        return "受講のお知らせ：受け取らない"
    return f"受講のお知らせ：受け取る（途中の講座を、{days}日後の{hour}:00に一度お知らせします）"


def account(name: str) -> str:
    return f"ログイン：{name} 様"


def no_account() -> str:
    return "ログイン：していません"


def other_language() -> str:
    return "English"


def language_changed() -> str:
    return "日本語に変更しました。"


def stop_reminders() -> str:
    return "お知らせを止める"


def want_reminders() -> str:
    return "お知らせを受け取る"


def reminders_changed(wanted: bool) -> str:
    return "受講のお知らせをお送りします。" if wanted else "受講のお知らせを止めました。"


def to_privacy() -> str:
    return "個人情報を確認"


def to_logout() -> str:
    return "ログアウトする"
