from collections.abc import Sequence
from datetime import datetime

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


def instead() -> str:
    return "登録コードの書面を受け取った方は、はじめてのログインでは、生年月日ではなく登録コードを入力してください。"


def page_title() -> str:
    return "登録コードのファイル"


def page_how() -> str:
    return "チャットに表示された6桁の確認番号を入力してください。ファイルは一度だけダウンロードできます。"


def page_pin() -> str:
    return "確認番号"


def page_open() -> str:
    return "ダウンロードする"


def page_begun() -> str:
    return "ファイルを準備しています。ダウンロードが始まったら、このページは閉じて構いません。"


def page_after() -> str:
    return (
        "会員の氏名と登録コードが入ったCSVファイルです。ファイルを保存できるブラウザ（パソコンなど）で開いてください。"
        "印刷が終わりましたら、必ず削除してください。"
    )


def page_wrong() -> str:
    return "確認番号が違います。チャットの番号をご確認ください。"


def page_over() -> str:
    return "このリンクは使えません。期限が過ぎたか、すでに使われています。チャットの /letters でご確認ください。"


def columns() -> Sequence[str]:
    return ("会員ID", "氏名", "都道府県", "登録コード", "有効期限", "リンク")
