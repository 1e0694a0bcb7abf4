from datetime import datetime, time

from content.links import Desk
from content.operator import Profile
from content.words.ja import common as forms
from content.words.ja import operator


def title() -> str:
    return "関連リンク"


def to_links() -> str:
    return "関連リンク"


def described(title: str, about: str) -> str:
    return f"{title}：{about}"


def found(where: str) -> str:
    return f"開いたページの{where}からお進みください。"


def unverified() -> str:
    return "アドレスは日本医師会の案内などによるものです。リンク先の現状は未確認です。"


def desk_title() -> str:
    return "お問い合わせ"


def to_desk() -> str:
    return "お問い合わせ"


def desk_about(name: str) -> str:
    return f"このボットの操作と証明書、申請・申告の結果、パスワード：{name}"


def whom_to_ask(profile: Profile) -> tuple[str, ...]:
    return (
        f"個人情報：{operator.whom_first_about_privacy(profile)}",
        f"申告書の提出先：{profile.declarations_to.ja}",
        "ユーザーIDと会員資格、MAMISの受講証明書：日本医師会",
        "研修会の登録の時期：主催者",
    )


def desk_for(name: str) -> str:
    return f"MAMISのログイン：{name}"


def phone(desk: Desk) -> str:
    return f"電話 {desk.phone}　平日 {_clock(desk.opens)}～{_clock(desk.closes)}（土・日・祝日、年末年始を除く）"


def open_now(until: datetime) -> str:
    return f"ただいま受付時間内です（本日{forms.time(until)}まで）。"


def opens(at: datetime) -> str:
    return f"受付時間外です。次の受付は{forms.moment(at)}からです。"


def copy_phone() -> str:
    return "MAMISの番号をコピー"


def _clock(time: time) -> str:
    return f"{time.hour}:{time.minute:02}"
