def title(number: int) -> str:
    return f"新しい講座が{number}件あります"


def lacking() -> str:
    return "いずれも、認定証の期間にまだ取得していないカリキュラムコードの講座です。"


def line(title: str) -> str:
    return f"・{title}"


def more(number: int) -> str:
    return f"ほか{number}件"
