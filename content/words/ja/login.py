from datetime import datetime

from content.access.passwords import LONGEST, Reason
from content.operator import Profile
from content.words.ja import common, operator

_BAD = {
    Reason.LONG: f"長すぎるため、使えません。{LONGEST}文字以内にしてください。",
    Reason.COMMAND: "「/」で始まるものは、コマンドと区別できないため使えません。",
    Reason.BIRTH_DATE: "生年月日が含まれているため、使えません。",
    Reason.OWN_NUMBER: "ユーザーID、MAMIS ID、医籍登録番号のいずれかが含まれているため、使えません。",
    Reason.COMMON: "よく使われる語や並びで、推測されるおそれがあるため、使えません。",
}


def title() -> str:
    return "ログイン"


def ask_id(member_no: bool, mamis_id: bool) -> tuple[str, ...]:
    if not member_no:
        return ("MAMIS IDを入力してください。", "会員IDでのログインは終了しました。")
    return (
        "ユーザーIDを入力してください。日医雑誌などの宛名欄に印刷されている、10桁の会員IDです。",
        "",
        "宛名の例",
        "○○○○ 様",
        "2024/3/1 13-0",
        "0000000000　← ユーザーID",
        *(("", "MAMIS IDでもログインできます。") if mamis_id else ()),
        "",
        "はじめてログインする方は、この後、新しいパスワードを設定していただきます。",
    )


def id_unreadable() -> str:
    return "ユーザーIDとして読み取れませんでした。記録に変更はありません。数字と英字で、もう一度入力してください。"


def again() -> str:
    return "IDを入力し直す"


def ask_password() -> tuple[str, ...]:
    return (
        "パスワードを入力してください。入力されたメッセージは、確認の前に削除します。",
        "",
        "初期設定は、生年月日の「西暦の下2桁、月2桁、日2桁」を並べた6桁の数字です"
        "（1972年2月4日生まれの場合は 720204）。すでに変更された方は、そのパスワードです。",
    )


def digits(typed: int) -> str:
    return f"入力されたIDは{typed}桁です。会員IDは10桁ですので、会員IDの場合はご確認ください。"


def tried(typed: str, at: datetime) -> str:
    return f"{f'ユーザーID　{typed}' if typed else '入力されたID'}（{common.time(at)}:{at.second:02}）"


def to_forgotten() -> str:
    return "お忘れの方"


def wrong_title() -> str:
    return "ログインできませんでした"


def wrong() -> str:
    return (
        "ユーザーIDまたはパスワードが違います。受講の記録に変更はありません。"
        "パスワードをもう一度入力するか、IDを入力し直してください。"
    )


def forgotten(profile: Profile) -> str:
    return f"お忘れの場合は、{operator.whom(profile)}にお問い合わせください。1回限りのコードを発行します。"


def wait(seconds: int, until: datetime) -> str:
    left = f"ログインの失敗が続いているため、あと{common.wait(seconds)}お待ちください。"
    return left if seconds < 60 else f"{left}{common.moment(until)}から入力できます。"


def delete_yourself() -> str:
    return "⚠️ パスワードのメッセージを削除できませんでした。お手数ですが、ご自身で削除してください。"


def new_title() -> str:
    return "新しいパスワードの設定"


def ask_new(shortest: int, minutes: int) -> tuple[str, ...]:
    return (
        f"ログインを完了するため、新しいパスワードを{minutes}分以内に入力してください。"
        "設定すると、現在のパスワードは無効になります。",
        "",
        f"{shortest}文字以上です。文字の種類に決まりはなく、長い語句も使えます。",
        "生年月日、ユーザーID、医籍登録番号を含むものと、推測されやすいものは使えません。",
        "入力されたメッセージは直ちに削除しますので、控えをおとりください。",
    )


def bad_title() -> str:
    return "別のパスワードを入力してください"


def bad(reason: Reason, shortest: int) -> str:
    return _BAD.get(reason, f"短すぎるため、使えません。{shortest}文字以上にしてください。")


def think_again() -> str:
    return "パスワードはまだ設定されていません。もう一度入力してください。"


def too_late() -> str:
    return (
        "この手続きは、時間を過ぎたか、ほかで設定が済んだため終了しました。ここでは何も変更していません。"
        "/login からもう一度お進みください。"
    )


def welcome() -> str:
    return "ログインしました。"


def welcome_new() -> str:
    return "新しいパスワードを設定し、ログインしました。次回からは新しいパスワードをお使いください。"


def moved_here() -> str:
    return "これまでのチャットでのログインは終了しました。"


def already(name: str) -> str:
    return f"{name} 様としてログインしています。"


def other_account() -> str:
    return "別のIDでログインする"


def not_member_title() -> str:
    return "会員でない方へ"


def not_member() -> tuple[str, ...]:
    return (
        "日医e-ラーニングは日本医師会員向けのコンテンツのため、会員以外の方は受講できません。",
        "ご自身のユーザーIDやパスワード、入会については、日本医師会にご確認ください。",
    )


def logout_title() -> str:
    return "ログアウト"


def ask_logout() -> str:
    return (
        "このチャットからログアウトしますか。視聴、解答、単位の記録は保存されており、"
        "次にログインすると続きから受講できます。"
    )


def do_logout() -> str:
    return "ログアウトする"


def logged_out() -> str:
    return "ログアウトしました。受講の記録は保存されています。/login から、いつでも続きを受講できます。"


def ended_title() -> str:
    return "このチャットのログインを終了しました"


def ended(at: datetime, profile: Profile) -> tuple[str, ...]:
    return (
        f"{common.moment(at)}に、別のTelegramアカウントで同じ会員のログインがありました。"
        "受講の記録は保存されており、新しいチャットで続きを受講できます。",
        f"お心当たりのない場合は、{operator.whom(profile)}に至急お知らせください。",
    )
