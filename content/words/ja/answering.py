from collections.abc import Sequence
from datetime import date, datetime

from content.requests.ceilings import RequestRules
from content.requests.requesting import By, Message, Slip, State
from content.staff.answering import Outcome, RequestCase, RequestLine
from content.words.ja import common as forms
from content.words.ja import request_steps as steps

_STATES = {
    State.ANSWERED: "✅ 回答済",
    State.CLOSED: "終了（回答なし）",
    State.WITHDRAWN: "会員が取り下げ済",
    State.DECIDED: "✅ 判断済",
}
_BY = {
    By.MEMBER: "会員から",
    By.ANSWER: "会員への回答",
    By.REASON: "終了の理由（会員に通知）",
    By.NOTE: "担当者のメモ",
    By.QUESTION: "会員へのお尋ね",
}
_REASONS = ("ほかのご依頼と同じ内容", "このチャットで操作できる", "取り扱いのない内容", "会員に電話で回答済")


def title(waiting: int) -> str:
    return f"ご依頼　{waiting}件"


def line(number: int, one: RequestLine, *, late: bool) -> str:
    until = f"期限 {forms.short_day(one.due_on)}"
    has = f"　担当：{one.taken_by}" if one.taken_by else ""
    return f"{number}　{'⚠️ 期限超過　' if late else ''}{one.name}　{steps.kind(one.kind)}　{until}{has}"


def card_title(one: RequestCase) -> str:
    return f"ご依頼 {one.id}　{one.name}{f'（{one.kana}）' if one.kana else ''}"


def due(day: date, *, late: bool) -> str:
    return f"{'⚠️ 期限を過ぎています：' if late else '回答の期限：'}{forms.day(day)}"


def has_it(name: str, since: datetime | None, *, mine: bool) -> str:
    if not name:
        return "担当者：なし"
    at = f"（{forms.moment(since)}から）" if since else ""
    return f"担当者：{name}{'　あなた' if mine else ''}{at}"


def state(one: RequestCase) -> str:
    at = one.request.settled_at
    return f"{_STATES.get(one.request.state, '')}{f'　{forms.moment(at)}' if at else ''}"


def message(one: Message, author: str) -> str:
    return f"{_BY[one.by]}（{forms.moment(one.sent_at or one.begun_at)}{f'　{author}' if author else ''}）"


def to_take() -> str:
    return "担当する"


def to_take_over() -> str:
    return "担当を引き継ぐ"


def to_answer(*, begun: bool) -> str:
    return "回答の続きを書く" if begun else "回答を書く"


def to_hand_on() -> str:
    return "別の担当へ"


def to_put_back() -> str:
    return "担当を外れる"


def to_note() -> str:
    return "メモを書く"


def to_close() -> str:
    return "回答せず終了"


def said_of(outcome: Outcome, name: str) -> str:
    return {
        Outcome.DONE: "✅ 記録しました。",
        Outcome.OWN: "⚠️ ご自身のものは扱えません。ほかの担当者が扱います。記録に変更はありません。",
        Outcome.SETTLED: "⚠️ すでに判断・回答・終了・取り下げのいずれかが済んでいます。記録に変更はありません。",
        Outcome.TAKEN: f"⚠️ {name or 'ほかの担当者'}が担当しています。記録に変更はありません。",
        Outcome.NOT_TAKEN: "⚠️ 担当していないため、受け付けていません。先に「担当する」を押してください。",
        Outcome.ADDED: "⚠️ 会員が追記しました。まだ何も送信していません。追記をご覧ください。",
        Outcome.EMPTY: "⚠️ 回答の本文が未入力です。まだ送信していません。本文をご入力ください。",
        Outcome.NO_ROLE: "⚠️ その方は、これを扱う役割を持っていません。記録に変更はありません。",
        Outcome.ASKED: "⚠️ すでに会員に尋ねています。回答があるまで、ほかのことは尋ねられません。まだ送信していません。",
    }[outcome]


def taken() -> str:
    return "✅ あなたが担当します。"


def put_back() -> str:
    return "✅ 担当を外れました。"


def handed_on(name: str) -> str:
    return f"✅ {name}に引き渡し、お知らせしました。"


def noted() -> str:
    return "✅ メモを保存しました。会員の画面には表示されません。"


def answered() -> str:
    return "✅ 回答を送信しました。"


def closed() -> str:
    return "✅ 終了しました。理由を会員にお知らせします。"


def to_whom_title() -> str:
    return "別の担当者への引き渡し"


def to_whom(*, anybody: bool) -> str:
    return "引き渡す担当者を選んでください。" if anybody else "引き渡せる担当者がほかにいません。"


def colleague(number: int, name: str) -> str:
    return f"{number}　{name}"


def note_title() -> str:
    return "担当者のメモ"


def ask_note(longest: int) -> str:
    return (
        f"ほかの担当者へのメモを{longest:,}文字以内で入力してください。会員の画面には表示されません。"
        "会員がご自身の記録を受け取ると（/mydata）、その中には含まれます。"
    )


def bad_note(longest: int) -> str:
    return f"⚠️ メモは1文字以上{longest:,}文字以内です。保存していません。もう一度ご入力ください。"


def answer_title(one: RequestCase) -> str:
    return f"ご依頼 {one.id} への回答　{one.name}"


def how_to_answer(rules: RequestRules) -> Sequence[str]:
    return (
        f"回答（{rules.longest:,}文字まで）を入力してください。続けて入力した文は、行を改めて加わります。",
        f"写真またはPDFも{rules.files}件まで添付できます（1件20MBまで）。",
    )


def slip(slip: Slip, rules: RequestRules) -> str:
    return steps.slip(slip, rules).replace("ご依頼の内容を", "回答を")


def review_title(one: RequestCase) -> str:
    return f"回答の確認　{one.name}"


def final() -> str:
    return "会員のチャットに送信します。送信後は変更できません。送信しますか。"


def to_send() -> str:
    return "回答を送信する"


def nothing_written() -> str:
    return said_of(Outcome.EMPTY, "")


def to_discard() -> str:
    return "書きかけを削除する"


def discarded() -> str:
    return "書きかけの回答を削除しました。"


def close_title(one: RequestCase) -> str:
    return f"ご依頼 {one.id} を回答せずに終了　{one.name}"


def closing() -> str:
    return "会員には理由だけをお知らせします。会員は追記して再開できます。"


def reasons() -> Sequence[str]:
    return _REASONS


def gone() -> str:
    return "このご依頼は見つかりません。記録に変更はありません。"


def file_title(number: int) -> str:
    return f"ご依頼 {number}　添付"


def file_caption(number: int, name: str) -> str:
    return f"添付{number}：{name}　個人情報です。確認が終わりましたら、このメッセージを削除してください。"


def file_comes() -> str:
    return "添付をお送りします。表示したことは記録されます。"


def due_title() -> str:
    return "申請・申告・依頼の期限"


def due_soon(name: str, day: date, due: int, late: int, *, today: date) -> Sequence[str]:
    near, at = "本日" if day == today else "次の営業日", forms.short_day(day)
    lines = [f"{near}（{at}）が期限の{name}：{due}件" if day >= today else f"⚠️ {at}の期限を過ぎた{name}：{due}件"]
    return [*lines, f"⚠️ 期限を過ぎた{name}：{late}件"] if late else lines


def added_title() -> str:
    return "担当のご依頼に追記がありました"


def handed_title() -> str:
    return "ご依頼を引き渡されました"


def handed(name: str) -> str:
    return f"引き渡した担当者：{name}"


def to_card() -> str:
    return "ご依頼を見る"
