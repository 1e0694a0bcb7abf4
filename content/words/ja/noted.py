from datetime import date

from content.credits.noted import Noted
from content.words.ja import common

_NUMBERS = ("届出なし", "1回", "2回以上")


def title() -> str:
    return "届出・認定証の登録"


def to_noted() -> str:
    return "届出・認定証を登録する"


def own() -> str:
    return "ご自身で登録された内容を、集計の期間と算入の方法に用います。届出や認定証を証明するものではありません。"


def filings(noted: Noted) -> str:
    if noted.filings is None:
        return "地域包括診療の届出：未登録"
    last = f"（前回 {common.day(noted.filed_on)}）" if noted.filed_on else ""
    return f"地域包括診療の届出：{_NUMBERS[noted.filings]}{last}"


def certificate(noted: Noted) -> str:
    said = f"{common.day(noted.certified_on)}発行" if noted.certified_on else "未登録"
    return f"前回の日医生涯教育認定証：{said}"


def to_filings() -> str:
    return "届出の回数を登録する"


def ask_filings() -> str:
    return "地域包括診療の「慢性疾患の指導に係る適切な研修」を、これまでに届け出た回数をお選びください。"


def number(filings: int) -> str:
    return _NUMBERS[filings]


def to_certificate() -> str:
    return "認定証の発行日を登録する"


def ask_filed_on() -> str:
    return "回数を登録しました。前回の届出の日を、2025/4/1 のようにご入力ください。"


def ask_certified_on() -> str:
    return "前回の日医生涯教育認定証の発行日を、2024/12/1 のようにご入力ください。"


def bad_day(today: date) -> str:
    return f"⚠️ 日付を確認できませんでした。記録に変更はありません。{common.day(today)}までの日をご入力ください。"


def forget() -> str:
    return "登録を取り消す"
