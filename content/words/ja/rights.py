from collections.abc import Sequence
from datetime import datetime

from content.staff.rights import Act, Role, works_in_chat
from content.words.ja import common

_ROLES: dict[Role, str] = {
    Role.SUPPORT: "会員対応",
    Role.ORGANISER: "研修会",
    Role.EDITOR: "編集",
    Role.OFFICER: "審査",
    Role.OWNER: "管理責任者",
}
_DOES: dict[Role, str] = {
    Role.SUPPORT: "会員の検索と画面の閲覧、ログインの手助け",
    Role.ORGANISER: "研修会の受付",
    Role.EDITOR: "会員へのお知らせの送信",
    Role.OFFICER: "出席確認・申告書の判断、ご依頼への回答、単位と証明書の変更・取り消し、会員資格の終了・再開、"
    "会員名簿の取り込み",
    Role.OWNER: "すべての操作と、役割の付与・取消",
}
_ACTS: dict[Act, str] = {
    Act.SEE_ROOMS: "担当者用の画面",
    Act.FIND_MEMBERS: "会員の検索と表示",
    Act.HELP_MEMBERS: "ログインの手助け",
    Act.VIEW_AS_MEMBER: "会員の画面の閲覧",
    Act.SHOW_CHECKIN_CODES: "受付コードの表示",
    Act.SEE_DESK: "出席確認・申告・依頼の一覧",
    Act.DECIDE_CLAIMS: "出席確認の申請の判断",
    Act.DECIDE_DECLARATIONS: "申告書の判断",
    Act.ANSWER_REQUESTS: "ご依頼への回答",
    Act.HANDLE_CERTIFICATES: "受講証明書の表示・差し替え・取り消し",
    Act.HANDLE_CREDITS: "単位の付与・取り消し",
    Act.GRANT_BY_FILE: "ファイルによる単位の一括付与",
    Act.END_MEMBERSHIP: "会員資格の終了・再開",
    Act.IMPORT_MEMBERS: "会員名簿の取り込み",
    Act.IMPORT_CREDITS: "これまでの単位の取り込み",
    Act.EXPORT_CREDITS: "単位の書き出し",
    Act.MAKE_LETTERS: "登録コードの書面の作成",
    Act.SEND_ANNOUNCEMENTS: "会員へのお知らせの送信",
    Act.MANAGE_ROLES: "役割の付与・取消",
    Act.CONFIRM_JOINT: "依頼された操作の確認",
    Act.READ_LOG: "操作の記録の表示と出力",
}
_ROOMS: dict[Act, str] = {
    Act.FIND_MEMBERS: "会員を探す",
    Act.SHOW_CHECKIN_CODES: "受付コードを表示する",
    Act.HANDLE_CERTIFICATES: "証明書を探す",
    Act.IMPORT_MEMBERS: "会員名簿を取り込む",
    Act.IMPORT_CREDITS: "これまでの単位を取り込む",
    Act.GRANT_BY_FILE: "単位をまとめて付与する",
    Act.EXPORT_CREDITS: "単位を書き出す",
    Act.MAKE_LETTERS: "登録コードの書面を作る",
    Act.SEND_ANNOUNCEMENTS: "会員にお知らせを送る",
    Act.MANAGE_ROLES: "役割を管理する",
    Act.READ_LOG: "操作の記録を見る",
}


def role(role: Role) -> str:
    return _ROLES[role]


def does(role: Role) -> str:
    return _DOES[role] if works_in_chat(role) else f"{_DOES[role]}（チャットでできる操作は、まだありません）"


def act(act: Act) -> str:
    return _ACTS[act]


_OTHERS = {"own_code": "ご自身への1回限りのコードの発行", "pin": "二人での確認のPIN（3回の誤り）"}


def attempted(what: str) -> str:
    return {**{one.value: name for one, name in _ACTS.items()}, **_OTHERS}.get(what, what)


def not_yours_title() -> str:
    return "この操作はできません"


def not_yours(act: Act, roles: Sequence[Role]) -> tuple[str, ...]:
    return (
        f"「{_ACTS[act]}」ができるのは、次の役割の担当者です：{'、'.join(map(role, roles))}",
        "何も変更していません。この操作があったことは記録しました。",
    )


def attempt_title() -> str:
    return "⚠️ 権限のない操作がありました"


def attempt(name: str, what: str, at: datetime) -> tuple[str, ...]:
    return (
        f"{common.moment(at)}　{name}",
        f"操作：{attempted(what)}",
        "この操作は受け付けず、何も変更していません。記録に残っています。",
    )


def rooms_title() -> str:
    return "担当者用"


def rooms(roles: Sequence[Role]) -> tuple[str, ...]:
    return (
        f"あなたの役割：{'、'.join(map(role, roles))}",
        "表示と操作は、すべて担当者名とともに記録されます。",
    )


def can_search() -> str:
    return "会員ID、MAMIS ID、または氏名を入力すると、会員を検索します。"


def room(act: Act, command: str) -> str:
    return f"{_ACTS[act]}：/{command}"


def to_room(act: Act) -> str:
    return _ROOMS[act]
