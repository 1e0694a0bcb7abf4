from collections.abc import Sequence
from datetime import datetime

from content.staff.rights import Role, works_in_chat
from content.words.ja import common
from content.words.ja.rights import role as _name


def title() -> str:
    return "担当者用　役割"


def listed(people: int) -> tuple[str, ...]:
    return (
        f"役割を持つ担当者：{people}名。番号を押すと、付与の日時と付与した人を表示します。",
        "ほかの方に役割を付与するときは、その方の会員IDまたはMAMIS IDを入力してください。",
    )


def person(number: int, name: str, member_no: str, roles: Sequence[Role]) -> str:
    return f"{number}　{name}　{member_no}　{'・'.join(map(_name, roles))}"


def no_such() -> str:
    return "このIDの会員は見つかりませんでした。会員IDは10桁です。続けて入力できます。"


def card_title(name: str) -> str:
    return f"役割　{name}"


def ids(member_no: str) -> str:
    return f"会員ID {member_no}"


def holds(role: Role, since: datetime, by: str) -> str:
    return f"✅ {_name(role)}　{common.moment(since)}から　付与：{by or 'システム運用者'}"


def holds_none() -> str:
    return "役割はありません。"


def does(role: Role, what: str) -> str:
    return f"{_name(role)}：{what}"


def to_change(role: Role, *, give: bool) -> str:
    return f"{_name(role)}を{'付与' if give else '取り消す'}"


def ask_why_title(role: Role, name: str, *, give: bool) -> str:
    return f"「{_name(role)}」を{'付与する' if give else '取り消す'}　{name}"


def ask_why(role: Role, what: str, *, give: bool) -> tuple[str, ...]:
    does = f"{what}ができるようになります" if give else f"この役割での{what}が、次の操作からできなくなります"
    return (
        f"{does if works_in_chat(role) else what}。ご本人にお知らせします。",
        "",
        "理由を選ぶか、入力してください。理由は記録されます。",
    )


def reasons(*, give: bool) -> Sequence[str]:
    return ("着任", "担当の変更", "一時的な代理") if give else ("退任・異動", "担当の変更", "代理の終了")


def bad_reason(longest: int) -> str:
    return f"理由は2文字以上{longest}文字以内で入力してください。まだ何も変更していません。"


def changed(role: Role, *, give: bool) -> str:
    return f"✅ 「{_name(role)}」を{'付与しました' if give else '取り消しました'}。"


def same(role: Role, *, give: bool) -> str:
    held = "すでに付与されています" if give else "付与されていません"
    return f"「{_name(role)}」は{held}。変更はありません。"


def last_owner() -> str:
    return "⚠️ 最後の管理責任者の役割は取り消せません。先に、ほかの方に付与してください。"


def told_title(*, give: bool) -> str:
    return "役割が付与されました" if give else "役割が取り消されました"


def told(role: Role, what: str, *, give: bool) -> tuple[str, ...]:
    if give:
        return (f"{_name(role)}：{what}", "/staff から始められます。")
    return (f"{_name(role)}：{what}", "開いたままの画面は使えません。")
