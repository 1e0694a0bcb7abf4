from collections.abc import Mapping
from datetime import date, datetime

from content.announcing.announcement import Audience, Of
from content.staff.rights import Role
from content.verifying.standing import Reason, State
from content.words.ja import activating, announcing, common, erasing, verify
from content.words.ja.rights import role as _name

_TITLES = {
    "grant_owner": "管理責任者の付与",
    "code_for_staff": "担当者への1回限りのコード",
    "reenter_account": "職員アカウントへの再招待",
    "erase_member": "会員の記録の消去",
    "revoke_certificate": "受講証明書の取り消し",
    "make_letters": "登録コードの書面の作成",
    "send_announcement": "お知らせの送信",
}


def title(kind: str, name: str) -> str:
    return f"{_TITLES[kind]}　{name}" if name else _TITLES[kind]


def effect(kind: str, facts: Mapping[str, str]) -> tuple[str, ...]:
    if kind == "revoke_certificate":
        return _on_certificate(facts)
    if kind == "erase_member":
        return erasing.effect(facts)
    if kind == "send_announcement":
        return _of_announcement(facts)
    if kind == "make_letters":
        return activating.effect(facts)
    roles = "・".join(_name(Role(one)) for one in facts["roles"].split(",")) if facts["roles"] else "なし"
    about = (f"{facts['name']}　{_who(facts)}", f"現在の役割：{roles}")
    if kind == "reenter_account":
        return (
            *about,
            "実行すると、この職員アカウントにもう一度ログインするためのリンクを作ります。開いた方はあなたが確認します。",
            "確認すると、現在のチャットは使えなくなります。",
        )
    if kind == "grant_owner":
        return (
            *about,
            "実行すると、この方は管理責任者になり、すべての操作と、役割の付与・取消ができるようになります。",
            f"管理責任者は、{facts['owners']}名から{int(facts['owners']) + 1}名になります。",
        )
    return (
        *about,
        "実行すると、この方のパスワードの代わりに1回だけ使えるコードを発行します。前のコードは無効になります。",
    )


def _on_certificate(facts: Mapping[str, str]) -> tuple[str, ...]:
    first, last, issued = (date.fromisoformat(facts[name]) for name in ("first", "last", "issued_on"))
    instead = [f"差し替えの途中です（新しい番号 {facts['instead']}）。今は取り消せません。"] * bool(facts["instead"])
    return (
        f"氏名　{facts['name']}（会員ID {facts['member_no']}）",
        f"証明書番号　{facts['number']}",
        f"発行　{common.day(issued)}",
        f"対象期間　{verify.span(first, last)}",
        f"取得単位　{verify.totals(int(facts['half_units']), int(facts['codes']))}",
        f"現在の状態　{verify.state(State(facts['state']))}",
        *instead,
        f"表示する理由　{verify.reason(Reason(facts['reason']))}",
        "",
        "実行すると、この証明書は取り消され、番号やQRコードで確かめる人に、そのことが表示されます。理由は、QRコードで確かめる人に表示されます。"
        "元には戻せません。会員にお知らせします。",
    )


def _of_announcement(facts: Mapping[str, str]) -> tuple[str, ...]:
    at = datetime.fromisoformat(facts["starts_at"]) if facts["starts_at"] else None
    return (
        announcing.audience(Audience(Of(facts["of"]), facts["value"]), facts["course"]),
        announcing.people(int(facts["people"]), None),
        announcing.when(at),
        "",
        "実行すると、下の2通のどちらかが、会員の言語で届きます。送信したものは取り消せません。",
    )


def _who(facts: Mapping[str, str]) -> str:
    """The member ID, or the number of the staff account and the Telegram account that is logged in."""
    if facts["member_no"]:
        return f"会員ID {facts['member_no']}"
    number, _, telegram = facts["account"].partition(":")
    return f"職員アカウント {number}（TelegramのID：{telegram or 'ログインしていません'}）"


def asked(others: int, until: datetime) -> tuple[str, ...]:
    return (
        f"この操作には、二人での確認が必要です。確認できる方（{others}名）にお知らせしました。",
        f"{common.moment(until)}までに確認されないときは、実行されません。まだ何も変更していません。",
    )


def alone_title() -> str:
    return "二人での確認が必要です"


def alone(kind: str) -> str:
    if kind in ("revoke_certificate", "erase_member", "make_letters"):
        return (
            f"確認できる方がほかにいません。「{_name(Role.OFFICER)}」か「{_name(Role.OWNER)}」の方がもう一人必要です。"
            "管理責任者に、役割の付与を依頼してください。何も変更していません。"
        )
    if kind == "send_announcement":
        return (
            f"確認できる方がほかにいません。「{_name(Role.EDITOR)}」か「{_name(Role.OWNER)}」の方がもう一人必要です。"
            "管理責任者に、役割の付与を依頼してください。何も送信していません。"
        )
    return (
        "確認できる方がほかにいません。システム運用者に、コマンドラインでの操作を依頼してください。"
        "何も変更していません。"
    )


def by(asker: str, why: str, until: datetime) -> tuple[str, ...]:
    return (f"依頼：{asker}　理由：{why}", f"確認の期限：{common.moment(until)}")


def wanted() -> str:
    return "二人での確認が必要な操作の依頼がありました。内容を確かめて、確認するか、断ってください。"


def to_open() -> str:
    return "内容を確かめる"


def to_confirm() -> str:
    return "確認して実行する"


def to_refuse() -> str:
    return "断る"


def own() -> str:
    return "⚠️ ご自身が依頼した操作、ご自身に対する操作は確認できません。何も変更していません。"


def over(state: str) -> str:
    how = {"done": "すでに実行されました", "refused": "断られました"}.get(state, "期限を過ぎました")
    return f"この依頼は{how}。今回の操作では何も変更していません。"


def changed() -> str:
    return "⚠️ 表示した後に記録が変わりました。現在の内容を確かめて、もう一度選んでください。"


def pin_title() -> str:
    return "PIN"


def ask_pin(left: int) -> str:
    return f"PINを入力してください。あと{left}回まで入力できます。入力したメッセージはすぐに削除します。"


def ask_new_pin(shortest: int, longest: int) -> tuple[str, ...]:
    return (
        f"確認に使うPINを決めて、数字{shortest}～{longest}桁で入力してください。同じ数字だけのものと連番は使えません。",
        "入力したメッセージはすぐに削除します。次からの確認でも、このPINを使います。",
    )


def bad_pin(shortest: int, longest: int) -> str:
    return f"このPINは使えません。数字{shortest}～{longest}桁で、同じ数字だけのものと連番を除いて入力してください。"


def pin_set() -> str:
    return "✅ PINを設定しました。確認のため、もう一度入力してください。"


def wrong_pin(left: int) -> str:
    return f"⚠️ PINが違います。あと{left}回まで入力できます。何も変更していません。"


def locked(until: datetime) -> str:
    return f"⚠️ PINを3回間違えたため、{common.moment(until)}まで確認できません。ほかの方は確認できます。"


def ask_refusal() -> str:
    return "断る理由を入力してください。理由は記録され、依頼した方にお知らせします。"


def bad_reason(longest: int) -> str:
    return f"理由は2文字以上{longest}文字以内で入力してください。まだ何も変更していません。"


def done() -> str:
    return "✅ 二人で確認し、実行しました。"


def refused(why: str) -> str:
    return f"断りました。理由：{why}"


def told_title(*, done: bool) -> str:
    return "依頼した操作が実行されました" if done else "依頼した操作は断られました"


def told(by: str, why: str, *, done: bool) -> tuple[str, ...]:
    if done:
        return (f"確認：{by}",)
    return (f"{by}　理由：{why}", "何も変更していません。")
