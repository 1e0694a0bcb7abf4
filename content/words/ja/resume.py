def title() -> str:
    return "続きに戻る"


def several() -> str:
    return "受講中の講座です。続ける講座をお選びください。"


def course(number: int, title: str, done: int, chapters: int) -> str:
    return f"{number}　{title}　受講済 {done} / {chapters}章"


def button(number: int, title: str) -> str:
    return f"{number}　{title}"


def nothing() -> str:
    return "受講中の講座はありません。講座一覧からお選びください。"
