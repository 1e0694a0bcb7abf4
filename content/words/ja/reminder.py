from collections.abc import Sequence

from content.values import Reminder

_KINDS = {
    Reminder.COURSE: "受講途中の講座",
    Reminder.JOURNAL: "未提出の日医雑誌の解答",
    Reminder.DECLARATION: "申告書の下書き",
}


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


def no_more() -> str:
    return "今後は知らせない"


def kind(kind: Reminder) -> str:
    return _KINDS[kind]


def stopped(kinds: Sequence[Reminder]) -> str:
    which = "、".join(_KINDS[one] for one in kinds)
    rest = "ほかのお知らせは、これまでどおりお送りします。" if len(kinds) < len(Reminder) else ""
    return f"次のお知らせを止めました：{which}。{rest}/settings でいつでも再開できます。"
