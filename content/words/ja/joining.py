from collections.abc import Sequence

from content.operator import Profile
from content.words.ja import operator


def title() -> str:
    return "入会について"


def to_joining() -> str:
    return "入会について"


def called() -> tuple[str, ...]:
    return ("入会", "入会方法", "入会手続", "入会の手続き", "会員になる", "会員になりたい", "医師会に入る")


def members_only() -> str:
    return "日医e-ラーニングを受講して単位を取得できるのは、日本医師会会員の方です。"


def open_to_all() -> str:
    return "会員でない方も、カリキュラムコードと講座の一覧、ラジオの番組表、使い方をご覧になれます。"


def procedure() -> Sequence[str]:
    return (
        "入会・異動・退会の手続には、MAMIS（医師会会員情報システム）が使われています。"
        "承認は、郡市区医師会、都道府県医師会、日本医師会の順に行われます。",
        "入会の条件や会費、必要な書類は、このボットではご案内できません。",
    )


def whom_to_ask(profile: Profile) -> Sequence[str]:
    desk = profile.joining_contact
    if desk is None:
        return ("入会については、郡市区医師会または都道府県医師会にお問い合わせください。",)
    return (
        f"入会のお問い合わせ先：{operator.office(profile, desk)}",
        *operator.ways(desk, form=False),
    )


def afterwards() -> str:
    return "入会後は、日医雑誌などの宛名欄に印刷された10桁のユーザーIDでログインできます。"
