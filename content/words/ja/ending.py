from collections.abc import Sequence
from datetime import datetime

from content.certificates.certificate import CertificateLine
from content.staff.certificates import Outcome
from content.verifying.differing import Part
from content.verifying.standing import Reason
from content.words.ja import common, issued, verify

_OUTCOMES = {
    Outcome.OWN: "⚠️ ご自身の証明書は扱えません。ほかの担当者が扱います。何も変更していません。",
    Outcome.ENDED: "⚠️ この証明書は、すでに差し替えまたは取り消しが済んでいます。何も変更していません。",
    Outcome.UNDER_WAY: "⚠️ この証明書は差し替えの途中です。新しい証明書の記録が済むまで、ほかの操作はできません。",
    Outcome.ERASED: "⚠️ 会員の記録が消去されたため、差し替えはできません。取り消しはできます。",
    Outcome.SAME: "今日発行しても、記載は同じです。差し替えるものはありません。",
    Outcome.NOTHING: "⚠️ この期間に証明できる単位がないため、差し替えはできません。取り消しを選んでください。",
    Outcome.UNPRINTABLE: "⚠️ 印字できない文字があるため、差し替えていません。システム運用者に知らせてください。",
    Outcome.CHANGED: "⚠️ 表示した後に記録が変わりました。現在の内容を確かめて、もう一度選んでください。",
    Outcome.SETTLED: "判断を待つ変更は、もうありません。",
}


def replace_title() -> str:
    return "受講証明書の差し替え"


def part(part: Part, before: str, after: str) -> str:
    return f"・{issued.PARTS[part]}　{before or 'なし'} → {after or 'なし'}"


def gone(line: CertificateLine) -> str:
    return f"・なくなる行　{_line(line)}"


def new(line: CertificateLine) -> str:
    return f"・加わる行　{_line(line)}"


def sums(before: int, after: int) -> str:
    if before == after:
        return f"合計　{common.credits(before)}（変わりません）"
    return f"合計　{common.credits(before)} → {common.credits(after)}"


def other() -> str:
    return "・そのほかの記載（記録の開始日など）"


def how_replaced() -> str:
    return (
        "理由を選ぶと、同じ用途と期間の証明書を、今日の記録で新しい番号で発行し、会員に送ります。"
        "前の証明書は、新しいものの作成が済んだ時から「差し替え済み」になります。元には戻せません。"
        "理由は、証明書のQRコードから確かめる人にも表示されます。"
    )


def replacing(number: str) -> str:
    return f"✅ 新しい証明書 {number} を発行しました。会員と、写しとしてあなたに送ります。"


def reason(reason: Reason) -> str:
    return verify.reason(reason)


def revoke_title() -> str:
    return "受講証明書の取り消し"


def how_revoked() -> Sequence[str]:
    return (
        "取り消しには、二人での確認が必要です。取り消すと、元には戻せません。会員にお知らせします。",
        "理由を選んでください。選んだ理由は、会員と、証明書のQRコードから確かめる人に表示されます。",
    )


def ask_words(reason: Reason) -> Sequence[str]:
    return (
        f"理由　{verify.reason(reason)}",
        "経緯を入力してください（2文字以上200文字以内）。記録に残し、確認する担当者に表示します。会員には表示しません。",
    )


def leave_title() -> str:
    return "このままとする"


def how_left() -> str:
    return "証明書は有効のままです。理由を選ぶか、入力してください。理由は記録されます。会員には知らせません。"


def leaving() -> Sequence[str]:
    return ("記載は当時のまま正しい", "会員が差し替えを望まない", "別の証明書を発行済み")


def left() -> str:
    return "✅ このままとしました。後でまた記載が変わると、もう一度表示されます。"


def said_of(outcome: Outcome) -> str:
    return _OUTCOMES[outcome]


def revoked_title() -> str:
    return "⚠️ 受講証明書が取り消されました"


def revoked(number: str, at: datetime, reason: Reason) -> Sequence[str]:
    return (
        f"証明書番号　{number}",
        f"取り消し　{verify.issued_at(at)}",
        f"理由　{verify.reason(reason)}",
        "",
        "この証明書は、もう使えません。すでに提出された場合は、提出先にお知らせください。",
        "取得単位に変わりがないかを確かめて、必要なときは新しい証明書を発行してください。",
        "お心当たりがないときは、「ご依頼」からお問い合わせください。",
    )


def replaced_title() -> str:
    return "受講証明書を差し替えました"


def replaced(former: str, number: str, reason: Reason) -> Sequence[str]:
    return (
        f"前の証明書　{former}",
        f"新しい証明書　{number}",
        f"理由　{verify.reason(reason)}",
        "",
        "今後は、この証明書をお使いください。前の証明書を提出された場合は、お手数ですが、こちらを提出し直してください。",
    )


def _line(line: CertificateLine) -> str:
    return f"{common.day(line.day)}「{line.title}」{common.credits(line.half_units)}"
