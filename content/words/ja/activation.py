from collections.abc import Sequence
from datetime import datetime

from content.activating.batch import LASTS, Batch, State
from content.operator import Profile
from content.words.ja import common as forms
from content.words.ja import operator


def title() -> str:
    return "登録コードでのログイン"


def read_as(hidden: str) -> str:
    return f"登録コード：{hidden}"


def ask_birth() -> str:
    return "生年月日を西暦の8桁（例：19720204）または6桁（例：720204）で入力してください。入力はすぐに消去します。"


def mistyped() -> str:
    return (
        "⚠️ 登録コードに入力の誤りがあります。4文字ずつ7組を、書面と見比べてもう一度入力してください。"
        "数字と紛らわしい文字は、どちらで入力しても構いません。回数には数えていません。"
    )


def wrong(at: datetime) -> str:
    return f"⚠️ 登録コードと生年月日が一致しないか、コードが無効です（{forms.moment(at)}）。もう一度入力してください。"


def wait(until: datetime) -> str:
    return f"⚠️ 続けて誤りがあったため、{forms.moment(until)}まで入力できません。"


def whom(profile: Profile) -> str:
    return f"コードの期限が切れた場合や、書面をなくされた場合は、{operator.whom(profile)}にお問い合わせください。"


def to_password() -> str:
    return "ユーザーIDでログインする"


def room_title() -> str:
    return "登録コードの書面"


def how() -> Sequence[str]:
    return (
        "まだログインしていない会員の登録コードを、差込印刷用のファイルに作成します。役割を持つ方の分は作成しません。",
        f"作成には二人での確認が必要です。コードは{LASTS.days}日で無効になり、作り直すと前のコードは無効になります。",
        "作成後、その会員は生年月日だけではログインできなくなります。",
    )


def line(number: int, one: Batch) -> str:
    return f"{number}　{forms.moment(one.begun_at)}　{audience(one.prefecture)}　{_STATES[one.state]}"


def to_all() -> str:
    return "全員の分を作成する"


def to_prefecture() -> str:
    return "都道府県を選んで作成する"


def ask_prefecture() -> str:
    return "都道府県名を入力してください（例：東京都）。"


def no_prefecture() -> str:
    return "⚠️ 都道府県名として読み取れません。もう一度入力してください（例：東京都）。"


def usual_why() -> str:
    return "登録コードの書面の送付"


def card_title(one: Batch) -> str:
    return f"登録コードの書面　{forms.moment(one.begun_at)}"


def audience(prefecture: str) -> str:
    return f"対象：未ログインの会員（{prefecture or '全員'}）"


def state(one: Batch) -> Sequence[str]:
    name = _STATES[one.state]
    if one.state is State.ASKED:
        return (name,)
    until = f"コードの期限：{forms.moment(one.until)}"
    if one.state is State.OPENED and one.opened_at:
        return (f"{name}（{forms.moment(one.opened_at)}　{one.opened_by}）", f"件数：{one.made:,}件", until)
    return (name, f"件数：{one.made:,}件", until) if one.state is not State.VOID else (name, f"件数：{one.made:,}件")


def to_file() -> str:
    return "ファイルを受け取る"


def link(pin: str, until: datetime) -> Sequence[str]:
    return (
        f"確認番号：{pin}",
        f"下のボタンでページを開き、確認番号を入力すると、一度だけダウンロードできます（{forms.moment(until)}まで）。",
        "番号と名前とコードが入ったファイルです。印刷が終わりましたら、必ず削除してください。",
    )


def to_open() -> str:
    return "ページを開く"


def nothing_to_open() -> str:
    return "⚠️ ファイルはまだできていないか、すでに受け取られています。"


def effect(prefecture: str) -> tuple[str, ...]:
    return (
        audience(prefecture),
        f"実行すると、対象の会員の登録コードを作成します。前のコードは無効になり、新しいコードは{LASTS.days}日有効です。",
        "対象の会員は、生年月日だけではログインできなくなります。ファイルは、依頼した方が一度だけ受け取れます。",
    )


def begun() -> str:
    return "✅ 作成を始めました。依頼した方が「登録コードの書面」で受け取れます。"


def page_title() -> str:
    return "登録コードのファイル"


def page_how() -> str:
    return "チャットに表示された6桁の確認番号を入力してください。ファイルは一度だけダウンロードできます。"


def page_pin() -> str:
    return "確認番号"


def page_open() -> str:
    return "ダウンロードする"


def page_wrong() -> str:
    return "確認番号が違います。チャットの番号をご確認ください。"


def page_over() -> str:
    return "このリンクは使えません。期限が過ぎたか、すでに使われています。チャットで新しいリンクを作成してください。"


def columns() -> Sequence[str]:
    return ("会員ID", "氏名", "都道府県", "登録コード", "有効期限", "リンク")


_STATES = {
    State.ASKED: "確認待ち",
    State.MAKING: "▶️ 作成中",
    State.READY: "✅ 受け取れます",
    State.OPENED: "受け取り済",
    State.VOID: "無効（受け取られませんでした）",
}
