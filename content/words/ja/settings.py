from content.rules import MORNING_HOUR, Rules
from content.values import Reminder
from content.words.ja import reminder as reminders

_SHORT = {Reminder.COURSE: "講座", Reminder.JOURNAL: "雑誌", Reminder.DECLARATION: "申告書"}


def title() -> str:
    return "設定"


def language() -> str:
    return "言語：日本語"


def reminder(kind: Reminder, wanted: bool, rules: Rules) -> str:
    named = f"{reminders.kind(kind)}のお知らせ"
    return f"{named}：受け取る（{_when(kind, rules)}）" if wanted else f"{named}：受け取らない"


def account(name: str) -> str:
    return f"ログイン：{name} 様"


def no_account() -> str:
    return "ログイン：していません"


def other_language() -> str:
    return "English"


def language_changed() -> str:
    return "日本語に変更しました。"


def to_remind(kind: Reminder, wanted: bool) -> str:
    return f"{_SHORT[kind]}のお知らせを{'受け取る' if wanted else '止める'}"


def reminders_changed(kind: Reminder, wanted: bool) -> str:
    return f"{reminders.kind(kind)}のお知らせを{'お送りします' if wanted else '止めました'}。"


def to_privacy() -> str:
    return "個人情報を確認"


def to_logout() -> str:
    return "ログアウトする"


def _when(kind: Reminder, rules: Rules) -> str:
    """The times of the rules, all in Japan."""
    month, day = rules.declared_reminder
    return {
        Reminder.COURSE: f"最後に受講した日の{rules.reminder_after_days}日後の{MORNING_HOUR}:00に、一度",
        Reminder.JOURNAL: f"締切の前日の{rules.journal_reminder_hour}:00に、一度",
        Reminder.DECLARATION: f"毎年{month}月{day}日に、一度",
    }[kind]
