from collections.abc import Sequence

from content.words.ja import common as forms


def play(title: str, chapter: int, left: int, begun: bool) -> str:
    rest = f"の続き　残り{forms.length(left)}" if begun else f"　{forms.length(left)}"
    return f"{title}　第{chapter}章{rest}"


def offered() -> str:
    return "新しいコードの単位を、最も短い時間で取得できる講座です。"


def test(title: str, begun: bool) -> str:
    return f"{title}　セルフアセスメント{'の続き' if begun else ''}"


def to_play(title: str, chapter: int, left: int, begun: bool) -> Sequence[str]:
    at, length = f"第{chapter}章", forms.length(left)
    short = f"▶ {at}（{length}）"
    return (f"▶ {title} {at}（{length}）", f"▶ {at}の続き（{length}）" if begun else short, short)


def to_test(title: str, begun: bool) -> Sequence[str]:
    short = "▶ テストの続き" if begun else "▶ テストを受ける"
    return (f"▶ {title} {short.removeprefix('▶ ')}", short)
