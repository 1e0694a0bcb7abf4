from datetime import datetime

from content.words.ja import common


def given_title() -> str:
    return "1回限りのコードが発行されました"


def given(starts: datetime, until: datetime) -> tuple[str, ...]:
    return (
        "事務局の担当者が、あなたのログイン用に1回限りのコードを発行しました。",
        f"{common.moment(starts)}から{common.moment(until)}まで使えます。",
        "依頼した覚えがないときは、「心当たりがない」を押してください。コードは直ちに無効になります。",
    )


def to_disown() -> str:
    return "心当たりがない"


def disowned_title() -> str:
    return "コードを無効にしました"


def disowned() -> str:
    return "発行されたコードは使えません。管理責任者にお知らせしました。パスワードはこれまでどおり使えます。"


def over() -> str:
    return "このコードは、すでに使えません。"


def told_title() -> str:
    return "⚠️ 心当たりのないコードの発行"


def told(name: str, at: datetime) -> tuple[str, ...]:
    return (
        f"{common.moment(at)}　{name}",
        "担当者が発行した1回限りのコードに心当たりがないとの連絡がありました。コードは無効になっています。",
    )


def waits(starts: datetime) -> str:
    return f"ご本人のチャットにお知らせしたため、{common.moment(starts)}から使えます。"


def hidden(until: datetime) -> str:
    return f"コードの表示を終えました。コードは{common.moment(until)}まで、1回だけ使えます。"


def not_good() -> str:
    return "このコードは使えません（使用済、無効、または期限切れ）。"


def early(starts: datetime) -> str:
    return f"このコードは{common.moment(starts)}から使えます。時間をおいて、もう一度入力してください。"
