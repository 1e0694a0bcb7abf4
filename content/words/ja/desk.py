from datetime import datetime

from content.words.desk import Queue
from content.words.ja import common

MOST_SHOWN = 99  # ボタンに収まる数
_QUEUES: dict[Queue, str] = {
    "claims": "出席確認の申請",
    "declarations": "申告書",
    "requests": "ご依頼",
    "certificates": "証明書の記載",
}


def to_desk(waiting: int) -> str:
    return f"申請・依頼などを見る{_number(waiting)}"


def title() -> str:
    return "担当者用　申請・申告・依頼"


def how() -> str:
    return (
        "期限の近い順に表示します（会員が回答したものは先頭、返答待ちは末尾）。"
        "表示と判断は、すべて担当者名とともに記録されます。"
    )


def queue(queue: Queue, waiting: int, oldest: str) -> str:
    if not waiting:
        return f"✅ {_QUEUES[queue]}：なし"
    return f"▶️ {_QUEUES[queue]}：{waiting}件（最長の待ち時間 {oldest}）"


def name(queue: Queue) -> str:
    return _QUEUES[queue]


def to_queue(queue: Queue, waiting: int) -> str:
    return f"{_QUEUES[queue]}を見る{_number(waiting)}"


def nothing() -> str:
    return "✅ 判断を待っているものはありません。"


def waited(since: datetime, now: datetime) -> str:
    hours = int((now - since).total_seconds()) // 3600
    if hours < 1:
        return "1時間未満"
    return f"{hours // 24}日" if hours >= 24 else f"{hours}時間"


def waits(since: datetime, waited: str) -> str:
    return f"受付：{common.moment(since)}（待ち時間 {waited}）"


def to_next() -> str:
    return "次の1件を見る"


def to_member() -> str:
    return "会員の情報を見る"


def decided(verdict: str, at: datetime, by: str, reason: str) -> str:
    return f"{verdict}（{common.moment(at)}{f'　{by}' if by else ''}）　理由：{reason}"


def decided_before() -> str:
    return "⚠️ すでに判断されています。今回の判断は記録しましたが、結果は変わりません。"


def own() -> str:
    return "⚠️ ご自身のものは判断できません。ほかの担当者が判断します。記録に変更はありません。"


def why(*, told: bool) -> str:
    if told:
        return "理由を選ぶか、入力してください。理由は記録され、会員にもお知らせします。"
    return "理由を選ぶか、入力してください。理由は記録されます。"


def _number(waiting: int) -> str:
    if not waiting:
        return ""
    return f"（{min(waiting, MOST_SHOWN)}{'+' if waiting > MOST_SHOWN else ''}）"
