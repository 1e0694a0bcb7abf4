from collections.abc import Sequence
from datetime import datetime

from content.words.ja import common
from content.words.staff import Act, Link

_LINKS: dict[Link, str] = {
    "none": "ログインしていません",
    "linked": "ログイン中",
    "blocked": "ログイン中（ボットがブロックされています）",
}
_ACTS: dict[Act, str] = {"lift_lock": "制限を解除する", "give_code": "1回限りのコードを発行する"}


def room_title() -> str:
    return "担当者用　会員の検索"


def room() -> tuple[str, ...]:
    return (
        "会員ID、MAMIS ID、または氏名（漢字・カナ・ローマ字）を入力してください。",
        "検索、表示、変更は、すべて担当者名とともに記録されます。",
    )


def too_long(longest: int) -> str:
    return f"検索語は{longest}文字までです。記録に変更はありません。短くして、もう一度入力してください。"


def nothing(text: str) -> str:
    return f"「{text}」に当てはまる会員は見つかりませんでした。会員IDは10桁です。続けて入力できます。"


def results_title(text: str) -> str:
    return f"会員の検索　{text}"


def results(total: int) -> str:
    return f"{total}名が見つかりました。番号を押すと、会員の情報を表示します。"


def near(total: int) -> str:
    return f"一致する会員はいません。似た氏名の会員が{total}名います。番号を押すと、会員の情報を表示します。"


def result(number: int, name: str, kana: str, member_no: str) -> str:
    return f"{number}　{name}{f'（{kana}）' if kana else ''}　{member_no}"


def card_title(name: str, kana: str) -> str:
    return f"{name}（{kana}）" if kana else name


def ids(member_no: str, mamis_id: str) -> str:
    return f"会員ID {member_no}\nMAMIS ID {mamis_id or 'なし'}"


def link(link: Link, has_password: bool) -> str:
    password = "設定済" if has_password else "初期設定のまま"
    return f"{_LINKS[link]}　パスワード：{password}"


def locked(until: datetime) -> str:
    return f"⚠️ ログイン制限中：{common.moment(until)}まで"


def not_locked() -> str:
    return "ログイン制限：なし"


def code_out(until: datetime) -> str:
    return f"1回限りのコード：{common.moment(until)}まで有効"


def cannot_earn() -> str:
    return "⚠️ このユーザーIDでは、単位の取得ができません。"


def under_way(courses: int) -> str:
    return f"受講中：{courses}講座" if courses else "受講中：なし"


def course(title: str, code: int, touched_at: datetime) -> str:
    return f"▶️ {title}（CC {code}）　{common.moment(touched_at)}"


def more_courses(further: int) -> str:
    return f"ほかに{further}講座"


def year(year: int, half_units: int, codes: int) -> str:
    return f"{common.fiscal_year(year)}：{common.credits(half_units)}・{codes}コード"


def to_act(act: Act) -> str:
    return _ACTS[act]


def to_room() -> str:
    return "別の会員を検索する"


def ask_why_title(act: Act, name: str) -> str:
    return f"{_ACTS[act]}　{name}"


def ask_why(act: Act, hours: int) -> tuple[str, ...]:
    does = {
        "lift_lock": "このIDでのログインの失敗の回数を消します。"
        "ご本人のTelegramでの失敗による待ち時間は、そのまま残ります。",
        "give_code": f"パスワードの代わりに1回だけ使える、{hours}時間有効のコードを発行します。"
        "以前に発行したコードは無効になります。",
    }
    return (does[act], "", "理由を選ぶか、入力してください。理由は記録されます。")


def reasons() -> Sequence[str]:
    return ("電話で本人を確認", "窓口で本人を確認", "書面で本人を確認")


def bad_reason(longest: int) -> str:
    return f"理由は2文字以上{longest}文字以内で入力してください。まだ何も変更していません。"


def lifted() -> str:
    return "✅ このIDのログイン制限を解除しました。"


def was_not_locked() -> str:
    return "ログインの制限はありませんでした。理由は記録しました。"


def no_own_code() -> str:
    return "⚠️ ご自身のコードは発行できません。記録に残り、管理責任者にお知らせします。"


def code_title(name: str) -> str:
    return f"1回限りのコード　{name}"


def code(code: str, until: datetime) -> tuple[str, ...]:
    return (
        code,
        "",
        f"{common.moment(until)}まで、1回だけパスワードの代わりに使えます。使うと、新しいパスワードの設定に進みます。",
        "この画面を離れると、もう一度表示することはできません。ご本人にだけお伝えください。",
    )


def copy() -> str:
    return "コードをコピーする"


def to_card() -> str:
    return "会員の情報を見る"
