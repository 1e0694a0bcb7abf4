from collections.abc import Sequence
from datetime import date

from content import curriculum
from content.curriculum import Code
from content.declarations.declaring import LONGEST_NOTE, LONGEST_WHAT, SHORTEST_WHAT, Declared, Kind, Slip, Step
from content.declarations.evidence import Bad
from content.rules import Rules
from content.words.ja import common as forms

_KINDS = {
    Kind.CONGRESS: "日本医学会分科会の学会",
    Kind.EXPERIENCE: "体験学習",
    Kind.TEACHING: "臨床実習・臨床研修の指導",
    Kind.EXAM: "医師国家試験問題の作成",
    Kind.WRITING: "医学学術論文・医学著書の執筆",
}
_STEPS = {
    Step.KIND: "種別",
    Step.WHAT: "内容",
    Step.DAY: "日付",
    Step.UNITS: "単位",
    Step.CODE: "CC",
    Step.NOTE: "備考",
    Step.EVIDENCE: "証明書類",
}
_LOCKED = (
    "このPDFはパスワードがないと開けないため、担当者が確認できません。",
    "パスワードを外したPDFか、写真をお送りください。",
)


def kind(kind: Kind) -> str:
    return _KINDS[kind]


def step(step: Step) -> str:
    return _STEPS[step]


def step_title(step: Step) -> str:
    return f"申告書　{_STEPS[step]}（{list(Step).index(step) + 1} / {len(Step)}）"


def ask(step: Step, rules: Rules, first: date) -> Sequence[str]:
    return {
        Step.KIND: ("申告する学習をお選びください。",),
        Step.WHAT: (
            f"学習の内容を{LONGEST_WHAT}文字以内でご入力ください（例：第100回 見本学会総会）。",
            "患者の氏名は記載しないでください。",
        ),
        Step.DAY: (
            "学習した日をご入力ください（例：11/3、2026年11月3日、令和8年11月3日）。",
            f"{forms.day(first)}から今日までの日を申告できます。",
        ),
        Step.UNITS: (
            "申告する単位をお選びいただくか、数字でご入力ください。30分の学習が0.5単位です。",
            f"0.5単位刻みで、1件につき{forms.credits(rules.declared_half_units)}までです。",
        ),
        Step.CODE: ("カリキュラムコードの番号（0～83）または名称をご入力ください（例：74、高血圧）。",),
        Step.NOTE: (f"担当者へ伝えることがあれば、{LONGEST_NOTE}文字以内でご入力ください。",),
        Step.EVIDENCE: (
            "参加証や依頼状などを、写真またはPDFでお送りください。患者の氏名は隠してください。",
            f"{rules.declared_evidence}件まで、1件20MBまでです。続けて送れます。",
        ),
    }[step]


def by_button() -> str:
    return "⚠️ 種別は文字では入力できません。まだ何も保存していません。ボタンからお選びください。"


def present(said: str) -> str:
    return f"現在：{said}"


def value(step: Step, one: Declared) -> str:
    return {
        Step.KIND: _KINDS[one.kind],
        Step.WHAT: one.what,
        Step.DAY: forms.day(one.held_on) if one.held_on else "",
        Step.UNITS: forms.credits(one.half_units) if one.half_units else "",
        Step.CODE: "" if one.code is None else f"{one.code} {curriculum.load().code(one.code).ja}",
        Step.NOTE: one.note,
        Step.EVIDENCE: "、".join(file.name for file in one.evidence),
    }[step]


def today() -> str:
    return "今日"


def yesterday() -> str:
    return "昨日"


def number(half_units: int) -> str:
    return forms.credits(half_units).removesuffix("単位")


def skip() -> str:
    return "備考なしで進む"


def several(found: Sequence[Code], further: int) -> Sequence[str]:
    lines = ["次のどれですか。", *(f"{code.number}　{code.ja}" for code in found)]
    return [*lines, f"ほかに{further}件あります。もう少し詳しくご入力ください。"] if further else lines


def code(number: int) -> str:
    return f"CC {number}"


def remove(number: int) -> str:
    return f"{number}を外す"


def to_review() -> str:
    return "確認に進む"


def later() -> str:
    return "あとで添付する"


def slip(slip: Slip, rules: Rules, first: date) -> str:
    most = forms.credits(rules.declared_half_units)
    why, now = {
        Slip.SHORT: ("内容が短すぎます。", f"{SHORTEST_WHAT}文字以上でご入力ください。"),
        Slip.LONG: (f"内容は{LONGEST_WHAT}文字、備考は{LONGEST_NOTE}文字までです。", "短くしてご入力ください。"),
        Slip.NO_DAY: ("日付を確認できませんでした。", "2026/11/3 のようにご入力ください。"),
        Slip.AHEAD: ("明日以降の日は申告できません。", "学習が終わってからご入力ください。"),
        Slip.CLOSED: (f"{forms.day(first)}より前の学習は、申告の受付が終わっています。", "日付をご確認ください。"),
        Slip.NO_UNITS: ("単位を確認できませんでした。", "0.5、1、1.5 のような数字でご入力ください。"),
        Slip.NOT_HALF: ("単位は0.5刻みです。", "30分の学習を0.5単位として、端数を除いてご入力ください。"),
        Slip.TOO_FEW: ("単位は0.5以上です。", "0.5、1、1.5 のような数字でご入力ください。"),
        Slip.TOO_MANY: (f"1件で申告できるのは{most}までです。", "分けて申告してください。"),
        Slip.NO_CODE: (
            "当てはまるカリキュラムコードがありません。",
            "0から83までの算用数字か、名称の一部でご入力ください。",
        ),
        Slip.NO_TEXT: (
            "ここでは文字を受け付けていません。",
            "写真またはPDFをお送りください。備考は確認の画面から入力できます。",
        ),
    }[slip]
    return f"⚠️ {why}これまでの入力は保存されています。{now}"


def bad_file(bad: Bad) -> str:
    why, now = _LOCKED if bad is Bad.LOCKED else forms.not_taken(bad)
    return f"⚠️ {why}これまでの添付はそのままです。{now}"


def added(name: str, number: int, most: int) -> str:
    return f"✅ 「{name}」を添付しました（{number} / {most}件）。"


def added_before() -> str:
    return "同じファイルがすでに添付されています。添付に変更はありません。"


def full(most: int) -> str:
    return f"⚠️ 添付できるのは{most}件までです。このファイルは保存していません。不要なものを外してお送りください。"


def no_room(files: int, megabytes: int) -> str:
    return (
        f"⚠️ 担当者の確認が終わるまでお預かりできる添付は、合わせて{files}件、{megabytes}MBまでです。"
        "このファイルは保存していません。不要な下書きを削除してください。"
        "取り下げた申告書は「もう一度申告する」で下書きに戻せます。"
    )


def too_late_for_file() -> str:
    return "⚠️ この申告書は下書きではないため、お送りいただいたファイルは添付していません。"


def removed() -> str:
    return "添付から外しました。"
