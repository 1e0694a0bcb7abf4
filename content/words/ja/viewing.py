from collections.abc import Sequence
from datetime import datetime

from content.operator import Profile
from content.staff.viewing import Ended
from content.words.ja import common, operator

_ENDED: dict[Ended, str] = {
    Ended.BUTTON: "閲覧を終了しました。",
    Ended.COMMAND: "閲覧を終了しました。",
    Ended.TIME: "時間になったため、閲覧を終了しました。今回の操作は行っていません。",
    Ended.RIGHT: "役割がなくなったため、閲覧を終了しました。今回の操作は行っていません。",
    Ended.ROLE: "この会員に役割が付与されたため、閲覧を終了しました。今回の操作は行っていません。",
}


def to_view() -> str:
    return "会員の画面を見る"


def ask_title(name: str) -> str:
    return f"会員の画面を見る　{name}"


def ask(minutes: int) -> Sequence[str]:
    return (
        f"この会員に見える画面を、{minutes}分間そのまま表示します。閲覧のみで、記録は変わりません。",
        "証明書などのファイル、個人データの控え、動画、コードは開けません。",
        "閲覧は担当者名とともに記録され、終了後に、理由を添えて会員に通知されます。",
        "",
        "理由を選ぶか、入力してください。",
    )


def reasons() -> Sequence[str]:
    return ("本人からの問い合わせ", "不具合の確認", "案内の準備")


def own() -> str:
    return "⚠️ ご自身の画面は、この方法では閲覧できません。何も記録していません。"


def holds_a_role() -> str:
    return "⚠️ 役割を持つ方の画面は閲覧できません。何も記録していません。"


def banner(name: str, until: datetime) -> str:
    return f"🔒 {name}の画面（閲覧のみ・{common.time(until)}まで）"


def begun() -> Sequence[str]:
    return (
        "これから表示するのは、この会員に見える画面です。コマンドや検索にも、この会員への内容で応答します。",
        "終了するときは「閲覧を終了する」を押すか、/end_view を送信してください。",
    )


def to_begin() -> str:
    return "ホームを見る"


def to_end() -> str:
    return "閲覧を終了する"


def ended_title() -> str:
    return "会員の画面の閲覧"


def ended(name: str, how: Ended) -> Sequence[str]:
    return (name, _ENDED[how], "閲覧したことを会員に知らせます。")


def over() -> str:
    return "閲覧は終了しています。もう一度見るときは、会員の情報の画面から始めてください。"


def told_title() -> str:
    return "担当者があなたの画面を閲覧しました"


def told(at: datetime, until: datetime, why: str, profile: Profile) -> Sequence[str]:
    return (
        f"{common.moment(at)}から{common.time(until)}までの間のことです。",
        *[f"理由：{why}"] * bool(why),
        "",
        "担当者は画面を閲覧しただけで、記録は変わっていません。証明書などのファイルと動画は開いていません。",
        operator.ask(profile),
    )
