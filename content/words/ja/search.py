def title(text: str) -> str:
    return f"検索　{text}"


def count(found: int) -> str:
    return f"{found}件の講座が見つかりました。"


def chapter(number: int, title: str) -> str:
    return f"第{number}章 {title}"


def supervisor(name: str) -> str:
    return f"総監修：{name}"


def more(further: int) -> str:
    return f"ほかに{further}件あります。検索語を具体的にすると絞り込めます。"


def nothing(text: str) -> str:
    return f"「{text}」に当てはまる講座は見つかりませんでした。"


def no_readings() -> str:
    return "かなの読みでは、漢字の題や名称を探せません。「高血圧」のように、漢字でご入力ください。"


def hint() -> str:
    return "講座名、章の題、監修者名、カリキュラムコードの番号や名称で探せます。例：高血圧、74"


def ask_title() -> str:
    return "検索語を入力してください"


def too_long(longest: int) -> str:
    return f"検索語は{longest}文字までです。記録に変更はありません。短くして、もう一度入力してください。"
