from collections.abc import Sequence


def begin() -> str:
    return "間違えた問題を練習する"


def title(course: str, number: int, many: int) -> str:
    return f"{course}　練習　{number} / {many}"


def once() -> str:
    return "1問につき1回お答えください。テストの記録には残りません。"


def title_at_end(course: str) -> str:
    return f"{course}　練習"


def give() -> str:
    return "この解答にする"


def nothing_ticked() -> str:
    return "選択肢を選んでから押してください。複数の解答を選べます。"


def answered(numbers: Sequence[int]) -> str:
    return "あなたの解答：" + "・".join(map(str, numbers))


def right() -> str:
    return "正解です"


def again(place: str) -> str:
    return f"もう一度：{place}"


def answered_before() -> str:
    return "この問題には解答済です。練習で答えられるのは、1問につき1回です。"


def onward() -> str:
    return "次の問題"


def outcome(right: int, many: int) -> str:
    return f"練習は終わりです　{many}問中{right}問正解"


def no_record() -> str:
    return "練習の結果は、テストの記録には残りません。"
