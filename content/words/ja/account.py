from collections.abc import Sequence

from content.staff.inviting import Opening
from content.staff.rights import Role
from content.words.ja.rights import role as _name

_OPENING: dict[Opening, tuple[str, ...]] = {
    Opening.NEW: (
        "招待を受け付けました。",
        "招待した担当者が、あなたのTelegramアカウントを確認します。確認されると、このチャットにお知らせします。",
        "それまで、担当者用の操作はできません。",
    ),
    Opening.AGAIN: ("招待した担当者の確認を待っています。確認されると、このチャットにお知らせします。",),
    Opening.TAKEN: (
        "この招待のリンクは、すでにほかの方が開いています。使えるのは、最初に開いた1人だけです。",
        "ご自身あての招待である場合は、招待した担当者に新しいリンクを依頼してください。",
    ),
    Opening.OVER: (
        "この招待のリンクは、もう使えません。期限（24時間）を過ぎたか、取り消されたか、すでに使われています。",
        "招待した担当者に、新しいリンクを依頼してください。",
    ),
    Opening.MEMBER: (
        "このチャットは、会員としてログインしています。職員の招待は使えません。招待は未使用のままです。",
        "会員の方には、管理責任者が会員IDで役割を付与できます。招待した担当者にお伝えください。",
    ),
    Opening.STAFF: ("このチャットは、すでに職員アカウントでログインしています。招待は未使用のままです。",),
    Opening.UNKNOWN: ("この招待のリンクは確認できませんでした。リンク全体をもう一度開いてください。",),
}


def opening_title() -> str:
    return "職員の招待"


def opening(what: Opening) -> tuple[str, ...]:
    return _OPENING[what]


def ready_title() -> str:
    return "職員アカウントの用意ができました"


def ready(name: str, roles: Sequence[Role]) -> tuple[str, ...]:
    held = "、".join(map(_name, roles))
    return (
        f"{name}さん",
        f"あなたの役割：{held}。/staff から始められます。" if held else "役割が付与されると、お知らせします。",
        "Telegramアカウントを替えるときや、/logout の後は、管理責任者の新しい招待が必要です。",
    )


def to_rooms() -> str:
    return "担当者用の画面を開く"


def home_title(name: str) -> str:
    return f"{name}さん（職員アカウント）"


def home(roles: Sequence[Role]) -> tuple[str, ...]:
    held = "、".join(map(_name, roles))
    return (
        f"あなたの役割：{held}" if held else "現在、役割はありません。必要なときは、管理責任者にご連絡ください。",
        "職員アカウントでは、講座の受講や単位の取得など、会員の機能は使えません。",
    )


def number(account: int) -> str:
    return f"職員アカウント　番号 staff-{account}"


def no_number() -> str:
    return "職員"


def logged_in(name: str) -> tuple[str, ...]:
    return (
        f"このチャットは、職員アカウント（{name}さん）でログインしています。",
        "会員としてログインするには、先に /logout でログアウトしてください。"
        "職員アカウントに戻るには、管理責任者の新しい招待が必要です。",
    )


def ask_logout() -> str:
    return "ログアウトします。職員アカウントに戻るには、管理責任者の新しい招待が必要です。"


def logged_out() -> str:
    return "ログアウトしました。担当者用の操作は、このチャットではできません。"
