from collections.abc import Sequence
from datetime import date

from content.declarations.declaring import Declared, State
from content.values import CreditKind
from content.words.ja import common as forms
from content.words.ja import declare_steps, ledger

_VERDICTS = {
    State.SUBMITTED: "▶️ 確認待ち",
    State.ACCEPTED: "✅ 受理しました",
    State.REFUSED: "⚠️ 受理しませんでした",
}
_STATES = {State.SUBMITTED: "提出済", State.ACCEPTED: "受理", State.REFUSED: "不受理"}
_ACCEPTING = ("証明書類を確認", "証明書類と主催者に確認", "所属の医師会に確認")
_REFUSING = ("証明書類を読み取れない", "証明書類と内容が不一致", "ほかの申告と重複", "申告の対象外")
_MEGABYTE = 1024 * 1024


def title(waiting: int) -> str:
    return f"申告書　{waiting}件"


def line(number: int, name: str, member_no: str, one: Declared, waited: str) -> str:
    return f"{number}　{name}　{member_no}　{declare_steps.kind(one.kind)}　{forms.credits(one.half_units)}　{waited}"


def card_title(number: int, name: str, kana: str) -> str:
    return f"申告書 {number}　{name}{f'（{kana}）' if kana else ''}"


def fact(name: str, value: str) -> str:
    return f"{name}：{value}"


def year(year: int) -> str:
    return f"年度：{forms.fiscal_year(year)}"


def file(number: int, name: str, size: int) -> str:
    return f"📄 添付{number}：{name}（{_size(size)}）"


def to_file(number: int) -> str:
    return f"添付{number}"


def alike(one: Declared, *, same_day: bool, same_code: bool, same_file: bool) -> str:
    same = [name for name, is_same in (("日", same_day), ("CC", same_code), ("ファイル", same_file)) if is_same]
    what = f"{declare_steps.kind(one.kind)}　{forms.credits(one.half_units)}　{_STATES[one.state]}"
    return f"⚠️ 申告書 {one.id} と同じ{'・'.join(same)}：{what}"


def earned(kind: CreditKind, title: str, half_units: int, *, same_code: bool) -> str:
    same = "同じ日・CC" if same_code else "同じ日"
    return f"⚠️ {same}の単位：{ledger.kind(kind)}「{title}」{forms.credits(half_units)}"


def further(number: int) -> str:
    return f"ほかに{number}件"


def cannot_earn() -> str:
    return "⚠️ このユーザーIDでは単位の取得ができないため、受理することはできません。"


def verdict(state: State) -> str:
    return _VERDICTS[state]


def to_accept() -> str:
    return "受理する"


def to_refuse() -> str:
    return "受理しない"


def ask_why_title(name: str, *, accept: bool) -> str:
    return f"申告書を{'受理する' if accept else '受理しない'}　{name}"


def what_follows(half_units: int, day: date, year: int, *, accept: bool) -> str:
    if not accept:
        return "単位は付与されません。会員は、内容を改めて申告し直すことができます。"
    return f"{forms.day(day)}付、{forms.fiscal_year(year)}の{forms.credits(half_units)}がすぐに付与されます。"


def reasons(*, accept: bool) -> Sequence[str]:
    return _ACCEPTING if accept else _REFUSING


def done(state: State) -> str:
    if state is State.REFUSED:
        return "✅ 受理しないと記録しました。理由とともに会員にお知らせします。"
    return "✅ 受理しました。単位を付与し、理由とともに会員にお知らせします。"


def gone() -> str:
    return "この申告書は見つかりません。会員が取り下げると、ここには表示されません。記録に変更はありません。"


def file_title(number: int) -> str:
    return f"申告書 {number}　証明書類"


def file_caption(number: int, name: str) -> str:
    return f"添付{number}：{name}　個人情報です。確認が終わりましたら、このメッセージを削除してください。"


def file_comes() -> str:
    return "証明書類をお送りします。表示したことは記録されます。"


def _size(size: int) -> str:
    if size < _MEGABYTE:
        return f"{max(size // 1024, 1)}KB"
    return f"{size / _MEGABYTE:.1f}MB"
