from collections.abc import Sequence

from content.attendance.attending import Claim
from content.attendance.training import Training
from content.words.ja import common as forms

_VERDICTS = {
    Claim.ACCEPTED: "✅ 認めました",
    Claim.REFUSED: "⚠️ 認めませんでした",
    Claim.SETTLED: "✅ 登録済として閉じました",
}
_ACCEPTING = ("主催者の名簿で確認", "主催者に問い合わせて確認", "受付の記録で確認")
_REFUSING = ("主催者の名簿に記載なし", "主催者が出席を確認できず", "入室・退室の時刻が不足")


def title(waiting: int) -> str:
    return f"出席確認の申請　{waiting}件"


def line(number: int, name: str, member_no: str, training: str, waited: str) -> str:
    return f"{number}　{name}　{member_no}　{training}　{waited}"


def card_title(name: str, kana: str) -> str:
    return f"出席確認の申請　{name}{f'（{kana}）' if kana else ''}"


def member_no(member_no: str) -> str:
    return f"会員ID {member_no}"


def registered(half_units: int, *, others: bool) -> str:
    if half_units:
        return f"主催者の登録：登録済（{forms.credits(half_units)}）"
    if others:
        return "主催者の登録：ほかの出席者は登録済（認めると、すぐに単位が付与されます）"
    return "主催者の登録：未登録（認めると、主催者の登録を待ちます）"


def said(note: str) -> str:
    return f"「{note}」"


def earlier(total: int, accepted: int, refused: int) -> str:
    if not total:
        return "これまでの申請：なし"
    return f"これまでの申請：{total}件（認めたもの {accepted}・認めなかったもの {refused}）"


def cannot_earn() -> str:
    return "⚠️ このユーザーIDでは単位の取得ができないため、認めることはできません。"


def verdict(claim: Claim) -> str:
    return _VERDICTS[claim]


def to_close() -> str:
    return "登録済として閉じる"


def why_closed() -> str:
    return "主催者の登録を確認"


def to_accept() -> str:
    return "認める"


def to_refuse() -> str:
    return "認めない"


def ask_why_title(name: str, *, accept: bool) -> str:
    return f"申請を{'認める' if accept else '認めない'}　{name}"


def what_follows(half_units: int, *, accept: bool, at_once: bool) -> str:
    if not accept:
        return "単位は付与されません。同じ研修会について、会員がもう一度申請することはできません。"
    if at_once:
        return f"主催者が登録済のため、{forms.credits(half_units)}がすぐに付与されます。"
    return "入室と退室の両方を登録した会員と同じく、主催者の登録後に単位が付与されます。"


def reasons(*, accept: bool) -> Sequence[str]:
    return _ACCEPTING if accept else _REFUSING


def done(claim: Claim, half_units: int) -> str:
    if claim is Claim.REFUSED:
        return "✅ 認めないと記録しました。理由とともに会員にお知らせします。"
    if claim is Claim.SETTLED:
        return "✅ 登録済として閉じました。"
    if half_units:
        return f"✅ 認めました。{forms.credits(half_units)}を付与し、会員にお知らせします。"
    return "✅ 認めました。会員にお知らせします。単位は、主催者の登録後に付与されます。"


def nothing_to_decide() -> str:
    return "⚠️ 主催者が登録済のため、判断の必要はありません。記録に変更はありません。"


def not_registered() -> str:
    return "⚠️ まだ登録されていないため、閉じることはできません。認めるか認めないかを判断してください。"


def accepted_title() -> str:
    return "出席確認の申請が認められました"


def refused_title() -> str:
    return "出席確認の申請は認められませんでした"


def accepted(training: Training) -> tuple[str, ...]:
    return (
        f"{forms.day(training.held_on)}の「{training.title}」に出席されたことを確認しました。",
        f"主催者（{training.organiser}）が出席を登録すると、"
        f"CC {training.code}の{forms.credits(training.half_units)}が付与されます。登録されましたら、お知らせします。",
    )


def refused(training: Training, reason: str) -> tuple[str, ...]:
    return (
        f"{forms.day(training.held_on)}の「{training.title}」への出席を確認できませんでした。",
        f"理由：{reason}",
        "取得済の単位と、入室・退室の記録はそのままです。",
        f"ご不明の点は、主催者（{training.organiser}）にお問い合わせください。主催者が出席を登録すると、単位が付与されます。",
    )
