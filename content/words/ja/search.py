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


def near(text: str) -> str:
    return f"「{text}」という名の講座やコードはありません。近いものは、下のボタンからお選びください。"


def code(number: int, name: str) -> str:
    return f"CC {number} {name}"


def hint() -> str:
    return (
        "講座名、章の題、監修者名、カリキュラムコードの番号や名称でかなの読みでも探せます。例：高血圧、こうけつあつ、74"
    )


def ask_title() -> str:
    return "検索語を入力してください"


def secret_title() -> str:
    return "入力されたメッセージを削除しました"


def may_be_secret() -> str:
    return (
        "受付コードの形ですが、ただいま受付中の研修会はありません。パスワードの可能性もあるため、検索せずに削除しました。"
        "記録に変更はありません。研修会の受付は、開始の前後に会場のコードをお送りください。"
    )


def too_long(longest: int) -> str:
    return f"検索語は{longest}文字までです。記録に変更はありません。短くして、もう一度入力してください。"
