from content.search.entry import Entry, Kind
from content.words.ja import common as forms

_KINDS = {
    Kind.COURSE: "講座",
    Kind.CODE: "コード",
    Kind.TRAINING: "研修会",
    Kind.ISSUE: "日医雑誌",
    Kind.BROADCAST: "ラジオ",
    Kind.HELP: "使い方",
}


def title(text: str) -> str:
    return f"検索　{text}"


def count(found: int) -> str:
    return f"{found}件の講座が見つかりました。"


def found(found: int) -> str:
    return f"{found}件見つかりました。"


def heading(kind: Kind, total: int) -> str:
    return f"{_KINDS[kind]}　{total}件" if total else _KINDS[kind]


def line(kind: Kind, name: str, one: Entry) -> str:
    title = f"{name}（{forms.sample()}）" if one.sample else name
    if kind is Kind.COURSE:
        return f"{title}（CC {one.code}）"
    if kind is Kind.CODE:
        return f"CC {one.code} {title}"
    beside = [one.parts[0].title] if kind in (Kind.TRAINING, Kind.BROADCAST) and one.parts else []
    day = [forms.day(one.day)] if kind in (Kind.TRAINING, Kind.BROADCAST) and one.day else []
    return "　".join([*day, title, *beside])


def to_more(kind: Kind) -> str:
    return f"{_KINDS[kind]}をもっと見る"


def chapter(number: int, title: str) -> str:
    return f"第{number}章 {title}"


def supervisor(name: str) -> str:
    return f"総監修：{name}"


def more(further: int) -> str:
    return f"ほかに{further}件あります。検索語を具体的にすると絞り込めます。"


def nothing(text: str) -> str:
    return f"「{text}」に近いものは見つかりませんでした。"


def near(text: str) -> str:
    return f"「{text}」に一致するものはありません。近いものは、次のとおりです。"


def other_ways() -> str:
    return "別の言葉で検索するか、下のボタンからお探しください。"


def wordless_title() -> str:
    return "検索できる言葉がありません"


def wordless() -> str:
    return "文字や数字が含まれていないため、検索できませんでした。記録に変更はありません。"


def account_title() -> str:
    return "職員アカウントでご利用中です"


def for_account() -> str:
    return "講座などの検索は会員の方の機能です。担当者の機能は、下のボタンからお選びください。"


def hint() -> str:
    return (
        "講座、カリキュラムコード、研修会、日医雑誌、ラジオを、題名、章の題、監修者や講師の名前、コードの番号で探せます。"
        "かなの読みでも探せます。例：高血圧、こうけつあつ、74、12月号"
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
