from collections.abc import Mapping, Sequence
from datetime import datetime

from content.announcing.announcement import MOST_ALONE, Against, Report, State
from content.words.ja import common

_AGAINST: Mapping[Against, str] = {
    Against.COUNTING: "対象者を数えています。数え終わると、この画面に人数を表示します。",
    Against.NOBODY: "⚠️ 対象者がいないため、送信できません。",
    Against.NO_TEXT: "⚠️ 日本語と英語の本文が必要です。",
    Against.CHANGED: "⚠️ 表示した後に内容が変わりました。現在の内容を確かめて、もう一度選んでください。",
    Against.BEGUN: "⚠️ すでに送信の手続きが済んでいるため、変更できません。",
    Against.NOT_GOING: "⚠️ 送信中ではありません。何も変更していません。",
    Against.NOT_PAUSED: "⚠️ 一時停止中ではありません。何も変更していません。",
    Against.GREW: f"⚠️ 対象者が{MOST_ALONE}名を超えたため、一時停止しました。続けるには、もう一人の確認が必要です。",
}


def to_refresh() -> str:
    return "最新の状況"


def to_pause() -> str:
    return "一時停止"


def to_go_on() -> str:
    return "再開する"


def to_cancel() -> str:
    return "中止する"


def preview_below() -> str:
    return "会員には、下の2通のどちらかが、会員の言語で届きます。"


def trial_comes() -> str:
    return "日本語と英語の2通をお送りします。"


def ask_send(at: datetime | None) -> Sequence[str]:
    when = f"{common.moment(at)}に送信を始めます。" if at else "すぐに送信を始めます。"
    return (when, "送信したお知らせは取り消せません。途中で一時停止や中止はできます。")


def do_send(number: int) -> str:
    return f"{number:,}名に送信する"


def started(at: datetime | None) -> str:
    return f"✅ {common.moment(at)}の送信を予約しました。" if at else "✅ 送信を始めました。"


def against(against: Against) -> str:
    return _AGAINST[against]


def progress(bar: str, ended: int, number: int) -> str:
    return f"{bar}（{ended:,} / {number:,}）"


def report(report: Report) -> Sequence[str]:
    return (
        f"送信済：{report.sent:,}",
        f"ボットを停止・退会：{report.blocked:,}",
        f"失敗：{report.failed:,}",
        f"届いたか不明：{report.unknown:,}（二重に届かないよう、送り直しません）",
        f"不要になった：{report.unwanted:,}（設定の変更、ログアウト、中止）",
    )


def by_hour(at: datetime, number: int) -> str:
    return f"{common.moment(at)}から1時間：{number:,}通"


def to_unknowns() -> str:
    return "届いたか不明の方"


def unknowns() -> str:
    return "送信の途中で接続が切れ、届いたかが不明の方です。二重に届かないよう、送り直しません。"


def no_unknowns() -> str:
    return "届いたかが不明の方はいません。"


def unknowns_ended() -> str:
    return "保存期間が過ぎたため、どなたかは表示できません。人数だけが残っています。"


def unknown_line(number: int, name: str) -> str:
    return f"{number}　{name} 様"


def paused() -> str:
    return "一時停止しました。すでに送信を始めたものは届きます。"


def ask_cancel() -> str:
    return "中止すると、まだ送っていない会員には届かず、再開できません。中止しますか。"


def cancelled() -> str:
    return "中止しました。"


def over_title(state: State) -> str:
    return "お知らせを一時停止しました" if state is State.PAUSED else "お知らせの送信が終わりました"


def to_stop() -> str:
    return "お知らせを止める"


def stopped() -> str:
    return "事務局からのお知らせを止めました。「設定」でいつでも変更できます。"


def switch(wanted: bool) -> str:
    return f"事務局からのお知らせ：{'受け取る' if wanted else '受け取らない'}"


def to_switch(to: bool) -> str:
    return f"事務局のお知らせを{'受け取る' if to else '止める'}"


def switched(wanted: bool) -> str:
    return f"事務局からのお知らせを{'お送りします' if wanted else '止めました'}。"
