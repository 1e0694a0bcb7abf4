from collections.abc import Sequence
from datetime import datetime

from content.hours import HourOf, Hours
from content.rules import Rules
from content.values import Reminder
from content.words.ja import common as forms
from content.words.ja import reminder as reminders


def title() -> str:
    return "設定"


def language() -> str:
    return "言語：日本語"


def kinds_title() -> str:
    return "お知らせの種類"


def reminder(kind: Reminder, wanted: bool, rules: Rules) -> str:
    named = f"{reminders.kind(kind)}のお知らせ"
    return f"{named}：受け取る（{_when(kind, rules)}）" if wanted else f"{named}：受け取らない"


def nudges_at(hours: Hours) -> str:
    return f"お知らせの時刻：{_clock(hours.nudge_hour)}（1日1通まで）"


def quiet(hours: Hours) -> str:
    when = f"{_clock(hours.quiet_from)}～{_clock(hours.quiet_until)}" if hours.has_quiet else "なし"
    return f"お送りしない時間帯：{when}"


def coming(at: datetime, kinds: Sequence[Reminder]) -> str:
    return f"次のお知らせ：{forms.moment(at)}　{_list(kinds)}"


def nothing_comes(days: int) -> str:
    return f"次のお知らせ：今後{days}日間の予定はありません"


def last(at: datetime, kinds: Sequence[Reminder]) -> str:
    return f"前回のお知らせ：{forms.moment(at)}　{_list(kinds)}"


def because(reason: str) -> str:
    return f"届いた理由：{reason}"


def goes_on(on: bool) -> str:
    return f"テスト：選択すると{'自動で次の問に進む' if on else 'その問にとどまる'}"


def to_go_on(on: bool) -> str:
    return "テストを自動で進める" if on else "テストを自動で進めない"


def go_on_changed(on: bool) -> str:
    return "選択すると、自動で次の問に進みます。" if on else "選択しても、その問にとどまります。"


def to_kinds() -> str:
    return "種類を選ぶ"


def to_hours() -> str:
    return "時刻を選ぶ"


def hours_title() -> str:
    return "お知らせの時刻"


def at_once() -> str:
    return "証明書などご依頼のものと、ログインに関するお知らせは、時刻にかかわらずお送りします。時刻は日本時間です。"


def to_pick(what: HourOf) -> str:
    return {HourOf.NUDGE: "お知らせの時刻", HourOf.FROM: "時間帯の始まり", HourOf.UNTIL: "時間帯の終わり"}[what]


def pick(what: HourOf) -> str:
    return {
        HourOf.NUDGE: "受け取る時刻をお選びください。",
        HourOf.FROM: "お送りしない時間帯の始まりをお選びください。",
        HourOf.UNTIL: "お送りしない時間帯の終わりをお選びください。",
    }[what]


def hour(hour: int, *, ticked: bool) -> str:
    return f"{_clock(hour)} ✓" if ticked else _clock(hour)


def to_quiet(wanted: bool) -> str:
    return "時間帯を設ける" if wanted else "時間帯を設けない"


def hours_changed() -> str:
    return "変更しました。"


def account(name: str) -> str:
    return f"ログイン：{name} 様"


def no_account() -> str:
    return "ログイン：していません"


def other_language() -> str:
    return "English"


def language_changed() -> str:
    return "日本語に変更しました。"


def to_remind(kind: Reminder, wanted: bool) -> str:
    return f"{reminders.SHORT[kind]}のお知らせを{'受け取る' if wanted else '止める'}"


def reminders_changed(kind: Reminder, wanted: bool) -> str:
    return f"{reminders.kind(kind)}のお知らせを{'お送りします' if wanted else '止めました'}。"


def to_privacy() -> str:
    return "個人情報を確認"


def to_logout() -> str:
    return "ログアウトする"


_WEEKDAYS = "月火水木金土日"


def _when(kind: Reminder, rules: Rules) -> str:
    """The days of the rules, all in Japan. The hour is that of the member."""
    first, last = rules.reminder_after_days, rules.reminder_again_after_days
    return {
        Reminder.COURSE: f"最後に受講した日の{first}日後と{last}日後",
        Reminder.JOURNAL: f"締切の{rules.journal_reminder_days}日前",
        Reminder.DECLARATION: f"毎年{_day(rules.declared_reminder)}",
        Reminder.YEAR_END: f"毎年{_day(rules.year_end_reminder)}",
        Reminder.FALLING: f"毎年{_day(rules.falling_reminder)}",
        Reminder.NEW_COURSES: f"毎週{_WEEKDAYS[rules.new_courses_weekday]}曜日（新しい講座がある週のみ）",
        Reminder.TRAINING: "前日と、受付が始まるとき",
        Reminder.PLAN: f"毎月{rules.plan_told_day}日（計画がある場合のみ）",
    }[kind]


def _day(of_year: tuple[int, int]) -> str:
    month, day = of_year
    return f"{month}月{day}日"


def _clock(hour: int) -> str:
    return f"{hour}:00"


def _list(kinds: Sequence[Reminder]) -> str:
    return "、".join(reminders.kind(one) for one in kinds)
