from collections.abc import Sequence
from datetime import datetime

from content.operator import Profile
from content.words.ja import common, operator


def to_change(*, ends: bool) -> str:
    return "会員資格を終了する" if ends else "会員資格を再開する"


def ended(at: datetime) -> str:
    return f"⚠️ 会員資格：{common.moment(at)}に終了"


def title(name: str, *, ends: bool) -> str:
    return f"{to_change(ends=ends)}　{name}"


def ask(*, ends: bool) -> Sequence[str]:
    does = (
        "終了すると、新しい単位は取得できません。これまでの記録の表示と、過去の単位の受講証明書の発行は続けられます。"
        if ends
        else "再開すると、再び単位を取得できます。終了していた間に合格したテストなどは、さかのぼって単位になりません。"
    )
    return (does, "", "理由を選ぶか、入力してください。理由は会員に表示され、記録に残ります。")


def reasons(*, ends: bool) -> Sequence[str]:
    return ("退会の届出", "他の医師会への異動", "会費の未納") if ends else ("再入会の届出", "終了手続きの誤り")


def own() -> str:
    return "⚠️ ご自身の会員資格は扱えません。ほかの担当者が扱います。何も変更していません。"


def done(*, ends: bool) -> str:
    return "✅ 会員資格を終了しました。会員に知らせます。" if ends else "✅ 会員資格を再開しました。会員に知らせます。"


def is_so(*, ends: bool) -> str:
    return "会員資格は、すでに終了しています。" if ends else "会員資格は終了していません。"


def told_title(*, ends: bool) -> str:
    return "会員資格が終了しました" if ends else "会員資格が再開されました"


def told(why: str, profile: Profile, *, ends: bool) -> Sequence[str]:
    means = (
        "新しい単位は取得できません。これまでの記録は引き続きご覧いただけ、過去の単位の受講証明書も発行できます。"
        if ends
        else "再び単位を取得できます。"
    )
    return (*[f"理由：{why}"] * bool(why), means, operator.ask(profile))
