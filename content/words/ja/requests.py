from collections.abc import Sequence
from datetime import date

from content.absence import given
from content.requests.requesting import By, Message, Request, State
from content.words.ja import caring
from content.words.ja import common as forms
from content.words.ja import request_steps as steps

_SIGNS = {State.DRAFT: "⬜ ", State.RECEIVED: "▶️ ", State.TAKEN: "▶️ ", State.ANSWERED: "✅ "}
_STATES = {
    State.DRAFT: "下書き",
    State.RECEIVED: "受付済",
    State.TAKEN: "担当者が確認中",
    State.ANSWERED: "回答済",
    State.CLOSED: "終了",
    State.WITHDRAWN: "取り下げ済",
    State.DECIDED: "判断済",
}
_BY = {
    By.MEMBER: "あなた",
    By.ANSWER: "事務局の回答",
    By.REASON: "事務局（終了の理由）",
    By.NOTE: "メモ",
    By.QUESTION: "事務局からのお尋ね",
}


def title() -> str:
    return "ご依頼"


def to_requests() -> str:
    return "事務局に依頼する"


def about(days: int) -> Sequence[str]:
    return (
        "このチャットでできないことを、このボットの事務局に依頼できます。日本医師会の従来のWebフォームとは別のものです。",
        f"受付日の翌日から{days}営業日以内に、このチャットで回答します（土・日・祝日、年末年始を除く）。",
    )


def nothing() -> str:
    return "ご依頼はまだありません。"


def line(number: int, one: Request) -> str:
    at = one.sent_at or one.begun_at
    state = "回答待ち" if one.asked else _STATES[one.state]
    return f"{number}　{_SIGNS.get(one.state, '')}{steps.kind(one.kind)}　{forms.moment(at)}　{state}"


def to_new() -> str:
    return "新しく依頼する"


def to_draft() -> str:
    return "下書きの続きを書く"


def due(day: date, *, late: bool) -> str:
    return f"⚠️ 回答の期限（{forms.day(day)}）を過ぎています。" if late else f"回答の期限：{forms.day(day)}"


def receipt_title(*, first: bool) -> str:
    return "ご依頼を受け付けました" if first else "ご依頼への追記を受け付けました"


def receipt(number: int, due: date | None) -> str:
    until = f"{forms.day(due)}までに、" if due else ""
    return f"受付番号 {number}　{until}このチャットで回答します。"


def sent_before() -> str:
    return "送信済です。"


def card_title(one: Request) -> str:
    return f"ご依頼 {one.id}　{steps.kind(one.kind)}"


def state(one: Request, *, late: bool) -> Sequence[str]:
    if one.decided_apart:
        return caring.state(one)
    name = f"{_SIGNS.get(one.state, '')}{_STATES[one.state]}"
    if one.waits:
        return given(name, due(one.due_on, late=late) if one.due_on else None)
    return (f"{name}　{forms.moment(one.settled_at)}" if one.settled_at else name,)


def message(one: Message) -> str:
    return f"{_BY[one.by]}（{forms.moment(one.sent_at or one.begun_at)}）"


def to_file(number: int) -> str:
    return f"添付{number}"


def file_comes() -> str:
    return "添付をお送りします。"


def file_title(number: int) -> str:
    return f"ご依頼 {number}　添付"


def file_caption(number: int, name: str) -> str:
    return f"添付{number}：{name}"


def to_add() -> str:
    return "追記する"


def to_go_on() -> str:
    return "追記の続きを書く"


def to_again() -> str:
    return "追記して再開する"


def to_withdraw() -> str:
    return "取り下げる"


def ask_withdraw() -> str:
    return "取り下げると、事務局は回答しません。後から追記して再開できます。取り下げますか。"


def withdrawn() -> str:
    return "ご依頼を取り下げました。"


def settled_before() -> str:
    return "このご依頼は取り下げられません。現在の状態をご確認ください。"


def settled_title(*, answered: bool) -> str:
    return "ご依頼への回答" if answered else "ご依頼は終了しました"


def settled_about(one: Request) -> str:
    return f"受付番号 {one.id}　{steps.kind(one.kind)}"


def how_to_go_on() -> str:
    return "ご不明の点は、追記して再開できます。"


def to_card() -> str:
    return "ご依頼を見る"


def same_credit(title: str, code: int, imported: str, day: date) -> str:
    return (
        f"修了した「{title}」（CC {code}）の単位は、これまでの記録（MAMIS）から移行した"
        f"「{imported}」（{forms.day(day)}取得）と同じ内容かもしれないため、まだ登録されていません。同じ内容かどうか、ご確認をお願いします。（自動で作成したご依頼です）"
    )
