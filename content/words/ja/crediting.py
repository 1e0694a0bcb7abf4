from collections.abc import Mapping, Sequence
from datetime import date

from content.certificates.unlisted import CertifiedElsewhere, LineReason
from content.operator import Profile
from content.staff.crediting import LONGEST_TITLE, SHORTEST, Of, Outcome, Slip, Step, Told
from content.words.ja import common, course, ledger, operator, why

_OF: Mapping[Of, str] = {
    Of.COURSE: "講座",
    Of.JOURNAL: "日医雑誌 問題解答",
    Of.TRAINING: "研修会",
    Of.OTHER: "そのほか",
}
_NAMES: Mapping[Of, str] = {
    Of.COURSE: "公開中の講座を選びます。講座名、章、総監修またはCCの番号を入力してください。",
    Of.JOURNAL: "解答が公表された号を選びます。号（2026-11）、特集の題名またはCCの番号を入力してください。",
    Of.TRAINING: "終了した、登録のある研修会を選びます（録画の視聴を除く）。研修会名または主催者名を入力してください。",
    Of.OTHER: "",
}
_ASKS: Mapping[Step, Sequence[str]] = {
    Step.TITLE: (
        "何の単位かを入力してください。",
        "題名は会員に表示され、単位の記録に残ります。氏名など、個人が分かることは書かないでください。",
    ),
    Step.ORGANISER: ("主催者の名称を入力してください。",),
    Step.CODE: ("カリキュラムコードの番号（0から83）を入力してください。",),
    Step.UNITS: ("単位数を選ぶか、入力してください（0.5単位刻み）。",),
    Step.DAY: ("単位を取得した日を選ぶか、入力してください（例：2026年11月3日）。",),
    Step.WHY: (
        "付与の理由を選ぶか、入力してください（2文字以上200文字以内）。",
        "理由は会員に表示され、記録に残ります。",
    ),
}
_SLIPS: Mapping[Slip, str] = {
    Slip.LENGTH: f"{SHORTEST}文字以上{LONGEST_TITLE}文字以内で入力してください。",
    Slip.REASON: "理由は2文字以上200文字以内で入力してください。",
    Slip.NO_CODE: "0から83の番号を1つ入力してください。",
    Slip.NO_UNITS: "0.5単位刻みの単位数を入力してください（例：1.5）。",
    Slip.NO_DAY: "日付として読み取れません。2026年11月3日のように入力してください。",
    Slip.AHEAD: "今日より後の日の単位は付与できません。",
    Slip.EARLY: "制度の開始（1987年4月）より前の日の単位は付与できません。",
}
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.DONE: "✅ 完了しました。",
    Outcome.OWN: "⚠️ ご自身の単位は扱えません。ほかの担当者が扱います。何も変更していません。",
    Outcome.CANNOT_EARN: "⚠️ 単位を取得できないユーザーIDです。何も変更していません。",
    Outcome.STANDS: "⚠️ この内容の単位は、すでに取得済です。付与できるのは一度だけです。何も変更していません。",
    Outcome.GONE: "⚠️ この単位は、すでに取り消されています。何も変更していません。",
    Outcome.CHANGED: "⚠️ 表示した後に記録が変わりました。現在の内容を確かめて、もう一度選んでください。",
}


def to_list() -> str:
    return "単位の付与・取り消し"


def list_title(name: str) -> str:
    return f"取得単位　{name}"


def line(place: int, day: date, title: str, code: int, half_units: int) -> str:
    return f"{place}　{common.day(day)} {course.title(title, code, half_units)}"


def how(credits: int) -> str:
    return "取り消す単位の番号を押してください。" if credits else "有効な単位はありません。"


def to_grant() -> str:
    return "単位を付与する"


def grant_title(name: str) -> str:
    return f"単位の付与　{name}"


def ask_of() -> Sequence[str]:
    return (
        "何の単位を付与しますか。",
        "受講証明書に記載されるのは、講座と、主催者が登録した研修会です。",
        "登録されていない研修会や学会は「そのほか」です。申告書と同じく60に算入し、受講証明書には記載されません。",
    )


def of(of: Of) -> str:
    return _OF[of]


def ask_name(of: Of) -> Sequence[str]:
    return (_NAMES[of],)


def found(place: int, title: str, code: int, half_units: int) -> str:
    return f"{place}　{course.title(title, code, half_units)}"


def further(number: int) -> str:
    return f"ほかに{number}件あります。詳しく入力してください。"


def not_found(of: Of, text: str) -> str:
    return f"「{text}」に当たるものはありません。別の言葉を入力してください。"


def ask(step: Step) -> Sequence[str]:
    return _ASKS[step]


def today() -> str:
    return "今日"


def yesterday() -> str:
    return "昨日"


def slip(slip: Slip) -> str:
    return f"⚠️ {_SLIPS[slip]}"


def granting() -> Sequence[str]:
    return ("主催者の名簿で確認", "受講の記録を確認", "不具合による不足の補正")


def do_grant() -> str:
    return "この内容で付与する"


def reverse_title(name: str) -> str:
    return f"単位の取り消し　{name}"


def ask_reverse() -> str:
    return "取り消しの理由を選ぶか、入力してください（2文字以上200文字以内）。理由は会員に表示され、記録に残ります。"


def shown_on(numbers: Sequence[str]) -> str:
    if not numbers:
        return "この単位を記載した有効な受講証明書はありません。"
    return f"この単位を記載した受講証明書：{'、'.join(numbers)}。取り消すと「記載の確認」に入ります。"


def reversing() -> Sequence[str]:
    return ("二重の登録", "登録の誤り", "主催者からの訂正")


def do_reverse() -> str:
    return "この内容で取り消す"


def preview() -> str:
    return "会員には、次のように届きます。"


def final() -> str:
    return "まだ何も変更していません。ボタンを押すと記録し、会員に知らせます。"


def said_of(outcome: Outcome) -> str:
    return _OUTCOMES[outcome]


def granted() -> str:
    return "✅ 単位を付与しました。会員に知らせます。"


def reversed(certificates: int) -> str:
    waits = f"受講証明書{certificates}件が「記載の確認」に入りました。" if certificates else ""
    return f"✅ 単位を取り消しました。会員に知らせます。{waits}"


def granted_title() -> str:
    return "単位が付与されました"


def told_granted(told: Told, profile: Profile) -> Sequence[str]:
    return (
        *_credit(told),
        *(why.common(one.category, one.half_units) for one in told.common),
        f"付与の理由：{told.why}",
        "",
        _certified(told.never_certified),
        operator.ask(profile),
    )


def reversed_title() -> str:
    return "⚠️ 単位が取り消されました"


def told_reversed(told: Told, profile: Profile) -> Sequence[str]:
    numbers = "、".join(told.certificates)
    shown = [f"記載のある受講証明書：{numbers}", "証明書の扱いは、担当者が確認してお知らせします。"] if numbers else []
    return (
        *_credit(told),
        f"取り消しの理由：{told.why}",
        "",
        "この単位は、合計にも60にも含まれません。",
        *shown,
        operator.ask(profile),
    )


def _credit(told: Told) -> Sequence[str]:
    title = course.title(common.marked(told.title, sample=told.sample), told.code, told.half_units)
    by = f"　主催：{told.organiser}" if told.organiser else ""
    return title, f"{common.day(told.day)}　{ledger.kind(told.kind)}{by}"


def _certified(never: LineReason | None) -> str:
    if never is None:
        return "📄 取得日の翌日から、受講証明書に記載できます。"
    if isinstance(never, CertifiedElsewhere):
        return "受講証明書には記載されません。大阪府で開催された研修会等の証明は、大阪府医師会にご依頼ください。"
    return "60に算入されます。受講証明書には記載されません。"
