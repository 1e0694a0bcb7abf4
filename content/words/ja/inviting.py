from collections.abc import Sequence
from datetime import datetime

from content.staff.inviting import Invitation, State
from content.staff.rights import Role
from content.words.ja import common
from content.words.ja.rights import role as _name


def to_invite() -> str:
    return "会員ではない職員を招待する"


def title() -> str:
    return "職員の招待"


def about() -> tuple[str, ...]:
    return (
        "会員ではない事務局の職員に、職員アカウントを用意します。リンクは1人が1回だけ、24時間以内に開けます。",
        "開いた方のTelegramアカウントをあなたが確認するまで、その方は何もできません。",
        "",
        "招待する方の氏名を入力してください。",
    )


def line(number: int, shown: Invitation) -> str:
    state = "確認待ち" if shown.state is State.OPENED else "未開封"
    return f"{number}　{shown.name}　{state}　{common.moment(shown.until)}まで"


def bad_name(longest: int) -> str:
    return f"氏名は1文字以上{longest}文字以内で入力してください。まだ招待していません。"


def ask_role_title(name: str) -> str:
    return f"職員の招待　{name}"


def ask_role() -> str:
    return "確認した後に付与する役割を選んでください。管理責任者には、二人での確認も必要です。"


def ask_why_title(name: str) -> str:
    return f"職員の招待　{name}"


def ask_why(role: Role | None) -> tuple[str, ...]:
    if role is None:
        what = (
            "この職員アカウントに、もう一度ログインするためのリンクを作ります。"
            "確認すると、現在のチャットからはログアウトします。"
        )
    else:
        what = f"役割：{_name(role)}"
    return (what, "", "理由を選ぶか、入力してください。理由は記録されます。")


def reasons(*, again: bool) -> Sequence[str]:
    return (
        ("Telegramアカウントの変更", "ログアウトした", "アカウントの乗っ取り")
        if again
        else ("着任", "担当の変更", "一時的な代理")
    )


def bad_reason(longest: int) -> str:
    return f"理由は2文字以上{longest}文字以内で入力してください。まだ招待していません。"


def made_title(name: str) -> str:
    return f"招待のリンク　{name}"


def made(until: datetime, address: str) -> tuple[str, ...]:
    return (
        "このリンクを、ご本人だけに伝えてください。グループには送らないでください。",
        "",
        address,
        "",
        f"{common.moment(until)}まで、最初に開いた1人だけが使えます。開かれると、ここにお知らせします。",
    )


def to_copy() -> str:
    return "リンクをコピー"


def card_title(name: str) -> str:
    return f"職員の招待　{name}"


def role(shown: Invitation) -> str:
    if shown.again:
        return "既存の職員アカウントに、もう一度ログインするための招待"
    return f"付与する役割：{_name(Role(shown.role))}"


def by(inviter: str, why: str) -> str:
    return f"招待：{inviter or 'システム運用者'}　理由：{why}"


def stands(state: State, until: datetime) -> str:
    said = {
        State.SENT: f"まだ開かれていません。{common.moment(until)}まで開けます。",
        State.OPENED: f"リンクが開かれました。{common.moment(until)}までに確認してください。",
        State.CONFIRMED: "確認し、ログインできるようにしました。",
        State.REFUSED: "断りました。このリンクはもう使えません。",
        State.WITHDRAWN: "取り消しました。このリンクはもう使えません。",
        State.LAPSED: "期限を過ぎました。このリンクはもう使えません。",
    }
    return said[state]


def opener(telegram_id: int, name: str, username: str) -> tuple[str, ...]:
    return (
        "開いたTelegramアカウント",
        f"名前：{name or '（なし）'}",
        f"ユーザー名：{'@' + username if username else '（なし）'}",
        f"ID：{telegram_id}",
        "",
        "ご本人に電話などで、このアカウントかどうかを確かめてから、確認してください。",
    )


def turned_away(times: int) -> str:
    return f"⚠️ このリンクは、ほかにも{times}回開かれました。ご本人以外に渡っているおそれがあります。"


def to_open() -> str:
    return "内容を確かめる"


def to_confirm() -> str:
    return "本人と確認した"


def to_refuse() -> str:
    return "断る"


def to_withdraw() -> str:
    return "招待を取り消す"


def to_invite_again() -> str:
    return "もう一度招待する"


def over() -> str:
    return "この招待は、すでに決まったか、期限を過ぎました。今回の操作では何も変更していません。"


def not_yours() -> str:
    return "⚠️ 確認できるのは、招待した担当者だけです。何も変更していません。"


def busy() -> str:
    return (
        "⚠️ 開いた方のチャットは、その後ほかの方がログインしています。招待を終わりにしました。新しく招待してください。"
    )


def roles_changed() -> str:
    return "⚠️ 招待した後に、この職員アカウントの役割が変わりました。招待を終わりにしました。新しく招待してください。"


def confirmed(role: Role | None) -> str:
    if role is None:
        return "✅ 職員アカウントに、もう一度ログインできるようにしました。"
    return f"✅ 職員アカウントを用意し、「{_name(role)}」を付与しました。"


def to_roles() -> str:
    return "この方の役割を見る"


def waits_for_second() -> str:
    return "✅ 職員アカウントを用意しました。管理責任者の付与には、二人での確認が必要です。"


def refused() -> str:
    return "✅ 記録しました。開いた方は何もできません。"


def withdrawn() -> str:
    return "✅ 記録しました。"


def opened_letter() -> str:
    return "あなたの招待のリンクが開かれました。Telegramアカウントを確かめて、確認するか、断ってください。"
