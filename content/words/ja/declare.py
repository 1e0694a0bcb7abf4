from collections.abc import Sequence
from datetime import date, datetime

from content.absence import given
from content.declarations.declaring import Declared, State, Step
from content.operator import Profile
from content.rules import Rules
from content.words.ja import common as forms
from content.words.ja import declare_steps as steps

_SIGNS = {State.DRAFT: "⬜ ", State.SUBMITTED: "▶️ ", State.ACCEPTED: "✅ ", State.REFUSED: "⚠️ ", State.WITHDRAWN: ""}
_STATES = {
    State.DRAFT: "下書き",
    State.SUBMITTED: "提出済",
    State.ACCEPTED: "受理",
    State.REFUSED: "不受理",
    State.WITHDRAWN: "取り下げ済",
}
_SHOWN = 16


def title() -> str:
    return "申告書"


def to_declare() -> str:
    return "学習を申告する"


def card_title(kind: str) -> str:
    return f"申告書　{kind}"


def to_drafts() -> str:
    return "申告書の下書き"


def about(rules: Rules) -> Sequence[str]:
    month, day = rules.declared_until
    return (f"ご自身で申告される学習の記録です。年度内の学習を、翌年度の{month}月{day}日までに提出してください。",)


def nothing() -> str:
    return "申告書はまだありません。"


def line(number: int, one: Declared, *, closed: bool) -> str:
    state = "受付終了" if closed else _STATES[one.state]
    what = one.what if len(one.what) <= _SHOWN else one.what[:_SHOWN] + "…"
    parts = [steps.kind(one.kind), what, forms.short_day(one.held_on) if one.held_on else "", state]
    return f"{number}　{_SIGNS[one.state]}" + "　".join(part for part in parts if part)


def to_new() -> str:
    return "新しく申告する"


def facts(one: Declared) -> Sequence[str]:
    return [f"{steps.step(step)}：{steps.value(step, one) or '未入力'}" for step in Step if step not in _optional(one)]


def state(one: Declared, until: date | None, *, closed: bool) -> str:
    name = f"{_SIGNS[one.state]}{_STATES[one.state]}"
    if one.state is State.DRAFT:
        return name if until is None or closed else f"{name}　{forms.day(until)}までに提出してください"
    if one.state is State.WITHDRAWN:
        return name
    if one.state is State.SUBMITTED:
        return "　".join(given(name, _moment(one.submitted_at), "担当者が確認します"))
    return "　".join(given(name, _moment(one.decided_at)))


def _moment(at: datetime | None) -> str | None:
    return None if at is None else forms.moment(at)


def missing(left: Sequence[Step]) -> str:
    return f"未入力：{'、'.join(steps.step(step) for step in left)}"


def closed(last: date, profile: Profile) -> str:
    return (
        f"⚠️ この年度の申告は{forms.day(last)}に締め切りました。下書きは残っています。"
        f"日付に誤りがあれば直し、なければ{profile.declarations_to.ja}にご相談ください。"
    )


def reason(reason: str) -> str:
    return f"担当者から：{reason}"


def credited_on(day: date, year: int) -> str:
    return f"{forms.day(day)}付、{forms.fiscal_year(year)}の単位です。受講証明書には記載されません。"


def reversed() -> str:
    return "⚠️ この単位は、その後取り消されました。"


def go_on() -> str:
    return "続きを入力する"


def to_submit() -> str:
    return "提出に進む"


def confirm_title() -> str:
    return "申告書の提出"


def final() -> str:
    return "提出後は変更できません（確認が終わるまでは取り下げられます）。提出しますか。"


def submit() -> str:
    return "提出する"


def receipt_title() -> str:
    return "申告書を提出しました"


def receipt(number: int) -> str:
    return f"受付番号 {number}　担当者の確認が終わると、このチャットでお知らせします。"


def submitted_before() -> str:
    return "この申告書は提出済です。"


def to_discard() -> str:
    return "下書きを削除する"


def ask_discard() -> str:
    return "下書きと添付を削除します。元には戻せません。削除しますか。"


def discarded() -> str:
    return "下書きを削除しました。"


def to_withdraw() -> str:
    return "取り下げる"


def ask_withdraw() -> str:
    return "取り下げると、担当者の確認は行われません。同じ内容で、もう一度申告できます。取り下げますか。"


def withdrawn() -> str:
    return "申告書を取り下げました。"


def decided_before() -> str:
    return "この申告書は取り下げられません。現在の状態をご確認ください。"


def to_again() -> str:
    return "もう一度申告する"


def decided_title(*, accepted: bool) -> str:
    return "申告書が受理されました" if accepted else "申告書は受理されませんでした"


def to_card() -> str:
    return "申告書を見る"


def _optional(one: Declared) -> set[Step]:
    """The kind stands in the title, and an empty note is none."""
    return {Step.KIND} if one.note else {Step.KIND, Step.NOTE}
