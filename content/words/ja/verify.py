from datetime import date, datetime

from content.rules import local
from content.verifying.standing import End, Reason, State
from content.words.ja import common

_STATES = {
    State.VALID: "✅ 有効です",
    State.REPLACED: "⚠️ 差し替えられています",
    State.REVOKED: "⚠️ 取り消されています",
}
_REASONS = {
    Reason.NAME: "氏名の訂正",
    Reason.CREDIT: "単位の訂正",
    Reason.MISTAKE: "発行の誤り",
    Reason.WISH: "ご本人の申し出",
    Reason.MISUSE: "不正な使用",
}


def title() -> str:
    return "受講証明書の確認"


def ask(example: str) -> str:
    return f"証明書に記載の証明書番号を入力してください。\n例：{example}"


def mistyped() -> str:
    return (
        "この証明書番号には、読み違いか入力の誤りがあります。"
        "番号は「TN」で始まり、続く15桁は数字です。証明書のとおりに、もう一度入力してください。"
    )


def unknown() -> str:
    return "この証明書は、当システムの記録にありません。証明書のQRコードをもう一度読み取るか、発行者にご確認ください。"


def unknown_number() -> str:
    return "この番号の証明書は、当システムの記録にありません。番号をお確かめのうえ、発行者にご確認ください。"


def wait(seconds: int) -> str:
    return (
        f"記録にない番号が続いたため、確認を休止しています。この番号は確認していません。"
        f"あと{common.wait(seconds)}で入力できます。証明書のQRコードからは、いつでも確認できます。"
    )


def busy() -> str:
    return "記録にない証明書の確認が続いたため、お答えを休止しています。しばらくたってから、もう一度開いてください。"


def away() -> str:
    return "ただいま記録を確認できません。しばらくたってから、もう一度開いてください。"


def state(state: State) -> str:
    return _STATES[state]


def ended(end: End) -> str:
    what = "差し替え" if end.state is State.REPLACED else "取り消し"
    instead = f"\n差し替え後の証明書の番号\n{end.instead}" if end.instead else ""
    return f"{common.day(local(end.at).date())}に{what}　理由：{_REASONS[end.reason]}{instead}"


def reason(reason: Reason) -> str:
    return _REASONS[reason]


def number() -> str:
    return "証明書番号"


def issued() -> str:
    return "発行"


def period() -> str:
    return "対象期間"


def credits() -> str:
    return "取得単位"


def name() -> str:
    return "氏名"


def issued_at(at: datetime) -> str:
    return f"{common.day(local(at).date())}{common.time(at)}"


def span(first: date, last: date) -> str:
    return f"{common.day(first)}から{common.day(last)}まで"


def totals(half_units: int, codes: int) -> str:
    if not codes:
        return "会員の記録が消去されたため、残っていません"
    return f"{common.credits(half_units)}（カリキュラムコード {codes}種類）"


def erased() -> str:
    return "会員の記録が消去されたため、氏名の照合はできません"


def only_the_state() -> str:
    return "番号でお答えするのは、有効かどうかと発行日だけです。記載の内容は、証明書のQRコードから確認できます。"


def as_of(operator: str, at: datetime) -> str:
    return f"{operator}の記録による、{issued_at(at)}（日本時間）現在の状態です。"


def another() -> str:
    return "別の番号を確認する"


def to_compare() -> str:
    return "氏名を照合する"


def how_to_compare() -> str:
    return "証明書に記載の氏名を入力してください。1通につき1日5回まで照合できます。"


def agrees() -> str:
    return "✅ 氏名は、発行した証明書と一致します。"


def differs(left: int) -> str:
    return f"⚠️ 氏名は、発行した証明書と一致しません。本日は、あと{left}回照合できます。"


def no_tries() -> str:
    return "⚠️ 本日の照合は5回に達しました。この氏名は照合していません。明日、もう一度お試しください。"


def file_title() -> str:
    return "ファイルを照合する"


def file_how() -> str:
    return "お手元のPDFが、発行したファイルと一致するかを確かめます。ファイルは保存されません。"


def file_choose() -> str:
    return "PDFを選ぶ・ここに置く"


def file_checking() -> str:
    return "照合しています。"


def file_same() -> str:
    return "✅ 発行したファイルと、1バイトも違わず一致します。"


def file_other() -> str:
    return "⚠️ この証明書として発行したファイルではありません。別のファイルか、印刷・再保存・編集を経たファイルです。"


def file_too_big() -> str:
    return "⚠️ 発行したファイルではありません。1MBを超えるファイルは照合しません。"


def file_not_checked() -> str:
    return "照合できませんでした。接続を確かめて、もう一度ファイルを選んでください。"


def file_no_script() -> str:
    return "ファイルの照合には、JavaScriptが必要です。上の内容は、そのままご覧いただけます。"


def file_of_ours() -> str:
    return "✅ お送りのファイルは、発行した受講証明書と1バイトも違わず一致します。"


def file_of_nobody() -> str:
    return (
        "⚠️ お送りのファイルは、当システムが発行した受講証明書ではありません。ファイルは保存されていません。"
        "証明書を画面に表示して保存し直したものや、印刷して読み取ったものも、発行したファイルとは一致しません。"
    )
