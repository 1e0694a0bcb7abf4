from collections.abc import Sequence
from datetime import date

from content.rules import local
from content.staff.certificates import DoubtLine, Ended, Issued, IssuedLine
from content.verifying.differing import Part
from content.verifying.doubts import Change, Kind
from content.verifying.standing import State
from content.words.ja import certificate, common, verify

MOST_SHOWN = 99  # ボタンに収まる数
_STATES = {State.VALID: "✅ 有効", State.REPLACED: "⚠️ 差し替え済み", State.REVOKED: "⚠️ 取り消し済み"}
PARTS = {
    Part.NAME: "氏名",
    Part.REGISTRY_NO: "医籍登録番号",
    Part.MEMBER_NO: "会員ID",
    Part.ISSUER: "発行者",
}


def title() -> str:
    return "担当者用　受講証明書"


def room() -> Sequence[str]:
    return (
        "証明書番号を入力すると、その証明書と履歴を表示します。",
        "会員の証明書の一覧は、会員の情報の画面から開けます。",
        "表示と操作は、すべて担当者名とともに記録されます。",
    )


def unknown() -> str:
    return "この番号の証明書は、記録にありません。番号を確かめて、もう一度入力してください。"


def to_doubts(waiting: int) -> str:
    return f"変わった記載を見る{_number(waiting)}"


def to_members() -> str:
    return "会員を探す"


def to_list(number: int) -> str:
    return f"受講証明書{_number(number)}"


def list_title(name: str) -> str:
    return f"受講証明書　{name}"


def none() -> str:
    return "発行した証明書はありません。"


def line(place: int, one: IssuedLine) -> Sequence[str]:
    state = _STATES[one.state] if one.drawn or one.state is not State.VALID else "未作成"
    purpose = certificate.purpose(one.purpose) if one.purpose else "記載は消去済み"
    return (
        f"{place}　{state}　{common.day(local(one.asked_at).date())}発行",
        f"{verify.span(one.first, one.last)}　{purpose}",
    )


def card_title(number: str) -> str:
    return f"受講証明書　{number}" if number else "受講証明書"


def not_drawn() -> str:
    return "⚠️ まだ作成されていません（番号は、確認ページではまだ有効になりません）"


def under_way(number: str) -> str:
    return f"▶️ 差し替えの途中です。{number}の作成が済むと、差し替わります。それまでは、この証明書が有効です。"


def holder(name: str, member_no: str) -> str:
    return f"氏名　{name}（会員ID {member_no}）"


def today(name: str) -> str:
    return f"現在の登録氏名　{name}"


def erased() -> str:
    return "氏名　会員の記録が消去されたため、記載の内容は残っていません"


def totals(half_units: int, codes: int, lines: int) -> str:
    if not codes:
        return "取得単位　記録が消去されたため、残っていません"
    return f"取得単位　{verify.totals(half_units, codes)}{f'　{lines}行' if lines else ''}"


def replaces(numbers: Sequence[str]) -> str:
    return f"前の番号　{'、'.join(numbers)}"


def purpose(name: str) -> str:
    return f"用途　{name}"


def span(first: date, last: date) -> str:
    return f"対象期間　{verify.span(first, last)}"


def history(one: Issued) -> Sequence[str]:
    drawn = f"作成　{verify.issued_at(one.drawn_at)}" if one.drawn_at else "作成　まだです"
    sent = f"会員に送信　{verify.issued_at(one.sent_at)}" if one.sent_at else "会員に送信　記録がありません"
    return (f"受付　{verify.issued_at(one.asked_at)}", drawn, sent)


def ended(end: Ended) -> Sequence[str]:
    what = "差し替え" if end.state is State.REPLACED else "取り消し"
    by = f"　担当 {end.by}" if end.by else ""
    lines = [f"{what}　{verify.issued_at(end.at)}{by}", f"理由　{verify.reason(end.reason)}"]
    return (*lines, f"新しい番号　{end.instead}") if end.instead else lines


def changed() -> str:
    return "▶️ 発行後に変わった記載"


def change(change: Change) -> str:
    day = common.short_day(local(change.at).date())
    if change.kind is Kind.CREDIT and change.day is not None:
        why = f"　理由：{change.after}" if change.after else ""
        return f"・{common.day(change.day)}「{change.before}」の単位を{day}に取り消し{why}"
    return f"・{PARTS[Part(change.kind.value)]}　{_or_none(change.before)} → {_or_none(change.after)}（{day}に訂正）"


def more(number: int) -> str:
    return f"ほか{number}件"


def nothing_changed() -> str:
    return "この証明書の記載に変わったものはありません。"


def to_file() -> str:
    return "ファイルを見る"


def file_comes() -> str:
    return "ファイルを送ります。記録しました。"


def copy() -> str:
    return "担当者用の写しです。会員に送ったものと同じファイルです。"


def to_card() -> str:
    return "証明書の画面を見る"


def to_replace() -> str:
    return "差し替える"


def to_revoke() -> str:
    return "取り消す"


def to_leave() -> str:
    return "このままとする"


def queue_title(waiting: int) -> str:
    return f"受講証明書　変わった記載（{waiting}件）"


def queue_line(place: int, one: DoubtLine, waited: str) -> Sequence[str]:
    what = [change(each) for each in one.changes[:2]] or [f"・{nothing_changed()}"]
    further = [more(len(one.changes) - 2)] * (len(one.changes) > 2)
    return (f"{place}　{one.name}（会員ID {one.member_no}）　待ち時間 {waited}", *what, *further)


def _or_none(text: str) -> str:
    return text or "なし"


def _number(number: int) -> str:
    return f"（{min(number, MOST_SHOWN)}{'+' if number > MOST_SHOWN else ''}）" if number else ""
