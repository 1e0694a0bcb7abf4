from collections.abc import Sequence
from datetime import datetime

from content.rules import Rules
from content.values import Reminder
from content.words.ja import common as forms

_KINDS = {
    Reminder.COURSE: "受講途中の講座",
    Reminder.JOURNAL: "未提出の日医雑誌の解答",
    Reminder.DECLARATION: "申告書の下書き",
    Reminder.YEAR_END: "年度末までに必要な単位",
    Reminder.FALLING: "期間から外れる単位",
    Reminder.NEW_COURSES: "新しい講座（未取得のカリキュラムコード）",
    Reminder.TRAINING: "ご希望の研修会",
    Reminder.PLAN: "毎月の計画",
}

SHORT = {
    Reminder.COURSE: "講座",
    Reminder.JOURNAL: "雑誌",
    Reminder.DECLARATION: "申告書",
    Reminder.YEAR_END: "年度末",
    Reminder.FALLING: "期間外",
    Reminder.NEW_COURSES: "新講座",
    Reminder.TRAINING: "研修会",
    Reminder.PLAN: "計画",
}
"""The kinds as buttons name them."""


def title() -> str:
    return "受講の続きがあります"


def unfinished(title: str) -> str:
    return f"「{title}」は受講の途中です。視聴記録は保存されています。"


def left(chapters: tuple[int, ...]) -> str:
    if not chapters:
        return "残りはセルフアセスメントです。"
    return f"未受講：第{'・'.join(map(str, chapters))}章"


def go_on() -> str:
    return "続きを受講する"


def to_course() -> str:
    return "講座の画面を見る"


def no_more() -> str:
    return "今後は知らせない"


def snooze() -> str:
    return "明日もう一度"


def snoozed(at: datetime) -> str:
    return f"{forms.moment(at)}に、もう一度お知らせします。それまでにお済みになれば、お知らせはお送りしません。"


def to_why() -> str:
    return "届いた理由"


def reason(kind: Reminder, rules: Rules) -> str:
    return {
        Reminder.COURSE: f"受講を始めた講座があり、最後に受講した日から{rules.reminder_after_days}日以上たったため",
        Reminder.JOURNAL: "解答を始めた日医雑誌の号があり、提出しないまま締切が近づいたため",
        Reminder.DECLARATION: "前年度の学習の申告書に、提出していない下書きがあるため",
        Reminder.YEAR_END: "年度末が近づき、認定証の60にまだ達していないため",
        Reminder.FALLING: "4月1日に、認定証の期間から外れる単位があるため",
        Reminder.NEW_COURSES: "この1週間に、まだ取得していないカリキュラムコードの講座が公開されたため",
        Reminder.TRAINING: "お知らせをご希望の研修会が近づいたため",
        Reminder.PLAN: "60に達する日を決めた計画があり、その進み具合を月に1回お知らせするため",
    }[kind]


def why(kind: Reminder, rules: Rules) -> str:
    return f"{reason(kind, rules)}、お送りしました。/settings で止めることができます。"


def several(number: int) -> str:
    return f"お知らせが{number}件あります"


def numbered(place: int, label: str) -> str:
    return f"{place}. {label}"


def to_reasons() -> str:
    return "理由・停止"


def reasons_title() -> str:
    return "お知らせが届いた理由"


def no_more_of(kind: Reminder) -> str:
    return f"{SHORT[kind]}のお知らせを止める"


def kind(kind: Reminder) -> str:
    return _KINDS[kind]


def stopped(kinds: Sequence[Reminder]) -> str:
    if len(kinds) == len(Reminder):
        return "お知らせをすべて止めました。/settings でいつでも再開できます。"
    which = "、".join(_KINDS[one] for one in kinds)
    rest = "ほかのお知らせは、これまでどおりお送りします。"
    return f"次のお知らせを止めました：{which}。{rest}/settings でいつでも再開できます。"
