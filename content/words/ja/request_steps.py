from collections.abc import Sequence

from content.declarations.evidence import Bad
from content.requests.ceilings import RequestRules
from content.requests.requesting import Kind, Slip
from content.words.ja import common as forms

_KINDS = {
    Kind.OSAKA: "大阪府の研修会",
    Kind.NAME: "氏名の表記",
    Kind.POST: "書面の郵送",
    Kind.WRONG: "記載内容の誤り",
    Kind.OTHER: "その他",
    Kind.ERASURE: "記録の消去",
    Kind.DECLARATION: "申告書についての確認",
    Kind.CLAIM: "出席確認の申請についての確認",
}
_HINTS = {
    Kind.OSAKA: "研修会の名称と開催日をお書きください。受講証明書は大阪府医師会が発行します。",
    Kind.NAME: "受講証明書に記載する氏名と、その理由をお書きください。確認できる書類があれば添付してください。",
    Kind.POST: "必要な証明書と期間、送付先をお書きください。",
    Kind.WRONG: "どの証明書のどの記載が、正しくは何かをお書きください。",
    Kind.OTHER: "ご依頼の内容をお書きください。",
    Kind.ERASURE: "消去について、担当者に伝えることをお書きください。",
    Kind.DECLARATION: "お尋ねへの回答をお書きください。",
    Kind.CLAIM: "お尋ねへの回答をお書きください。",
}
_MEGABYTE = 1024 * 1024


def kinds_title() -> str:
    return "ご依頼の種類"


def ask_kind() -> str:
    return "内容に近いものをお選びください。"


def by_button() -> str:
    return "⚠️ 種類は文字では入力できません。まだ何も送信していません。ボタンからお選びください。"


def kind(kind: Kind) -> str:
    return _KINDS[kind]


def hint(kind: Kind) -> str:
    return _HINTS[kind]


def writing_title(kind: Kind, *, first: bool) -> str:
    return f"ご依頼{'' if first else 'への追記'}　{_KINDS[kind]}"


def how_to_write(rules: RequestRules) -> Sequence[str]:
    return (
        f"本文（{rules.longest:,}文字まで）を入力してください。続けて入力した文は、行を改めて加わります。",
        f"写真またはPDFも{rules.files}件まで添付できます（1件20MBまで）。患者の氏名は書かないでください。",
    )


def how_anew() -> str:
    return "次に入力された文で、これまでの本文を置き換えます。"


def said(text: str) -> Sequence[str]:
    return ("本文：", text) if text else ("本文：未入力",)


def file(number: int, name: str, size: int) -> str:
    shown = f"{max(size // 1024, 1)}KB" if size < _MEGABYTE else f"{size / _MEGABYTE:.1f}MB"
    return f"📄 添付{number}：{name}（{shown}）"


def taken(length: int, longest: int) -> str:
    return f"✅ 本文を保存しました（{length:,} / {longest:,}文字）。まだ送信していません。"


def to_summary() -> str:
    return "確認に進む"


def to_rewrite() -> str:
    return "本文を書き直す"


def to_kind() -> str:
    return "種類を変える"


def remove(number: int) -> str:
    return f"{number}を外す"


def removed() -> str:
    return "添付から外しました。"


def slip(slip: Slip, rules: RequestRules) -> str:
    why, now = {
        Slip.EMPTY: ("文字がありません。", "ご依頼の内容をご入力ください。"),
        Slip.LONG: (f"本文は{rules.longest:,}文字までです。", "短くするか、PDFにして添付してください。"),
        Slip.REST: ("長すぎた文の続きとして届いた部分です。", "短くするか、PDFにして添付してください。"),
        Slip.NO_MORE: (
            f"これまでの本文と合わせて{rules.longest:,}文字を超えます。",
            "短くするか、PDFにして添付してください。",
        ),
    }[slip]
    return f"⚠️ {why}今回の入力は加えていません。これまでの本文と添付は保存されています。{now}"


def bad_file(bad: Bad) -> str:
    why, now = forms.not_taken(bad)
    return f"⚠️ {why}これまでの本文と添付はそのままです。{now}"


def added(name: str, number: int, most: int) -> str:
    return f"✅ 「{name}」を添付しました（{number} / {most}件）。まだ送信していません。"


def added_before() -> str:
    return "同じファイルがすでに添付されています。添付に変更はありません。"


def full(most: int) -> str:
    return f"⚠️ 一度に添付できるのは{most}件までです。このファイルは保存していません。不要なものを外してお送りください。"


def no_room(files: int, megabytes: int) -> str:
    return (
        f"⚠️ 回答までお預かりできる添付は、合わせて{files}件、{megabytes}MBまでです。"
        "このファイルは保存していません。本文でご説明いただくか、回答をお待ちください。"
    )


def too_late() -> str:
    return "⚠️ 送信または削除が済んでいるため、お送りいただいたものは加えていません。"


def summary_title() -> str:
    return "ご依頼の内容の確認"


def kind_line(kind: Kind) -> str:
    return f"種類：{_KINDS[kind]}"


def final() -> str:
    return "送信したものは変更できませんが、追記はできます。この内容で送信しますか。"


def nothing_written() -> str:
    return "⚠️ 本文が未入力のため、まだ送信できません。添付だけでは送信できません。本文をご入力ください。"


def send() -> str:
    return "送信する"


def to_discard() -> str:
    return "下書きを削除する"


def ask_discard() -> str:
    return "書きかけの本文と添付を削除します。元には戻せません。送信済のものは残ります。削除しますか。"


def discarded() -> str:
    return "下書きを削除しました。"
