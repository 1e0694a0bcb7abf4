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


def stopped() -> str:
    return "受講途中のお知らせを停止しました。/settings でいつでも再開できます。"
