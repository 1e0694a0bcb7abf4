from collections.abc import Sequence
from datetime import date, datetime

from content.requests.requesting import By, Kind, Request, Slip, State
from content.staff.cases import Care
from content.words.ja import common as forms

SHOWN = 300  # カードに載せる文字数
_CASES = {Kind.DECLARATION: "申告書", Kind.CLAIM: "出席確認の申請"}
_BY = {By.MEMBER: "会員の回答", By.QUESTION: "会員へのお尋ね", By.NOTE: "担当者のメモ"}


def on_line(care: Care, *, late: bool) -> str:
    has = f"　担当：{care.holder}" if care.holder else ""
    if care.questioned_at:
        return f"　会員の返答待ち{has}"
    back = "　会員が回答" if care.back_at else ""
    until = f"　{'⚠️ 期限超過' if late else '期限'} {forms.short_day(care.due_on)}" if care.due_on else ""
    return f"{back}{until}{has}"


def due(day: date, *, late: bool) -> str:
    return f"{'⚠️ 期限を過ぎています：' if late else '判断の期限：'}{forms.day(day)}"


def asked(since: datetime) -> str:
    return f"会員の返答待ち（{forms.moment(since)}から）　待つ間の日数は、期限に数えません。"


def back(at: datetime) -> str:
    return f"▶️ 会員が回答しました（{forms.moment(at)}）"


def said(by: By, at: datetime, author: str) -> str:
    return f"{_BY.get(by, '')}（{forms.moment(at)}{f'　{author}' if author else ''}）"


def shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…（続きは「やりとり・メモ」）"


def to_talk(number: int) -> str:
    return f"やりとり・メモを見る（{number}）"


def to_ask(*, begun: bool) -> str:
    return "お尋ねの続き" if begun else "会員に尋ねる"


def case_title(kind: Kind, number: int, name: str) -> str:
    return f"{_CASES[kind]}{f' {number}' if kind is Kind.DECLARATION else ''}　{name}"


def talk_title(kind: Kind, number: int, name: str) -> str:
    return f"やりとり・メモ　{case_title(kind, number, name)}"


def nothing_said() -> str:
    return "やりとりとメモは、まだありません。"


def to_case() -> str:
    return "この案件を見る"


def held_title() -> str:
    return "担当者がいます"


def held(name: str, since: datetime | None) -> str:
    at = f"（{forms.moment(since)}から）" if since else ""
    return f"{name}さんが担当中です{at}。引き継ぎますか。引き継ぐと、続けて判断できます。まだ何も変わっていません。"


def ask_title(name: str) -> str:
    return f"会員に尋ねる　{name}"


def how_to_ask(longest: int) -> Sequence[str]:
    return (
        f"会員に尋ねることを{longest:,}文字以内で入力してください。入力し直すと、置き換わります。",
        "会員は、このチャットで文と写真・PDFで回答できます。回答があるまで、ほかのことは尋ねられません。",
    )


def bad_question(slip: Slip, longest: int) -> str:
    why = "文字がありません。" if slip is Slip.EMPTY else f"{longest:,}文字までです。"
    return f"⚠️ {why}今回の入力は保存していません。もう一度ご入力ください。"


def final() -> str:
    return "会員のチャットに送信します。送信後は変更できません。送信しますか。"


def to_send() -> str:
    return "会員に送信する"


def sent() -> str:
    return "✅ 会員に送信しました。回答があるまで、期限の日数は数えません。"


def handed_title() -> str:
    return "案件を引き渡されました"


def answered_title() -> str:
    return "お尋ねに会員が回答しました"


def asked_title(kind: Kind) -> str:
    return f"{_CASES[kind]}についてのお尋ね"


def about(kind: Kind, number: int, what: str, day: date | None) -> str:
    on = f"（{forms.day(day)}）" if day else ""
    return f"申告書 {number}「{what}」{on}" if kind is Kind.DECLARATION else f"「{what}」{on}への出席確認の申請"


def how_to_reply() -> Sequence[str]:
    return ("回答は、このチャットで担当者に届きます。写真またはPDFも添付できます。患者の氏名は書かないでください。",)


def to_reply() -> str:
    return "回答する"


def reply_title(kind: Kind) -> str:
    return f"お尋ねへの回答　{_CASES[kind]}"


def reply_final() -> str:
    return "送信後は、変更も追記もできません。この内容で送信しますか。"


def received_title() -> str:
    return "回答を受け付けました"


def received() -> str:
    return "担当者が確認します。結果は、このチャットでお知らせします。"


def not_asked() -> str:
    return "⚠️ すでに判断または取り下げが済んでいるか、回答を受け付けたため、お送りいただいたものは加えていません。"


def state(one: Request) -> Sequence[str]:
    if one.asked:
        return ("▶️ 回答をお待ちしています",)
    if one.waits:
        return ("回答を受け付けました。担当者が確認中です。",)
    done = "取り下げ済" if one.state is State.WITHDRAWN else "✅ 判断済"
    return (f"{done}　{forms.moment(one.settled_at)}" if one.settled_at else done,)
