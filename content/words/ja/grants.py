from collections.abc import Mapping, Sequence

from content.importing.common_fields import FURTHER_GRANT_COLUMNS, GRANT_COLUMNS
from content.importing.report import GONE, MOVED, UNDO_DAYS, Outcome, Standing, State
from content.words.ja import table_faults

_LEFT_OUT = (Outcome.DOUBLE, Outcome.DOUBTFUL, Outcome.REFUSED)
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NEW: "付与",
    Outcome.DOUBLE: "取得済",
    Outcome.DOUBTFUL: "要確認",
    Outcome.REFUSED: "付与不可",
}
_STATES: Mapping[State, str] = {
    State.READING: "読取中",
    State.REFUSED: "読取不可",
    State.READY: "確認待ち",
    State.QUEUED: "順番待ち",
    State.APPLYING: "付与中",
    State.APPLIED: "付与済",
    State.UNDOING: "取消中",
    State.UNDONE: "取消済",
    State.DROPPED: "中止",
}


def title() -> str:
    return "担当者用　単位の一括付与"


def how() -> Sequence[str]:
    return (
        "付与する会員と内容のファイル（CSVまたはXLSX、20MBまで）を、このチャットに送ってください。",
        f"1行目は見出しです：{'、'.join(GRANT_COLUMNS.values())}（必要なときは{'、'.join(FURTHER_GRANT_COLUMNS.values())}も）",
        "講座名の列には、公開中の講座、解答が公表された日医雑誌、終了した研修会の短い名前を書きます。"
        "空欄の場合は名称とCCで探します。研修会の受講日は空欄でかまいません。",
        "公開していないものは、種別に「申告書」と書き、名称・主催者・CC・単位も書きます。受講証明書には記載されません。",
        "送っただけでは何も変わりません。まず、付与できる行とできない行を報告します。",
    )


def reason(why: str) -> Sequence[str]:
    if why:
        return (
            f"付与の理由が空欄の行には、次の理由を使います：{why}",
            "ファイル（CSVまたはXLSX）を送ってください。ほかの理由にする場合は、入力してください。",
        )
    return (
        "付与の理由が空欄の行がある場合は、先に共通の理由を選ぶか、入力してください（2文字以上200文字以内）。",
        "理由は会員に表示され、記録に残ります。",
    )


def one_title(number: int) -> str:
    return f"担当者用　一括付与 {number}"


def report_title(number: int) -> str:
    return f"一括付与 {number} の報告です。"


def outcome(outcome: Outcome) -> str:
    return _OUTCOMES[outcome]


def standing(state: State) -> str:
    return _STATES[state]


def state(one: Standing) -> Sequence[str]:
    said: Mapping[State, str] = {
        State.READING: "ファイルを読み取り、登録内容と比べています。まだ何も変更していません。",
        State.REFUSED: f"このファイルは読み取れません：{table_faults.said(one.fault)}",
        State.READY: _ready(one),
        State.QUEUED: "ほかの取り込みが終わるのを待っています。順番が来ると始まります。",
        State.APPLYING: "付与しています。途中で止まっても続きから再開します。会員には、すべて付与した後に知らせます。",
        State.APPLIED: f"付与し、会員に知らせました。{UNDO_DAYS}日以内であれば、まとめて取り消せます。",
        State.UNDOING: "付与を取り消しています。",
        State.UNDONE: _undone(one),
        State.DROPPED: _dropped(one),
    }
    unchanged = ("何も変更していません。",) if one.state is State.REFUSED else ()
    return (said[one.state], *unchanged)


def _ready(one: Standing) -> str:
    if not one.does_anything:
        return "付与できる行はありません。"
    rows = "、".join(f"{outcome(what)}の{one.count(what):,}行" for what in _LEFT_OUT if one.count(what))
    left_out = f"{rows}は除きます。" if rows else ""
    return (
        f"報告のとおりに付与しますか。{left_out}会員には1件ごとに、理由とともに知らせます。まだ何も変更していません。"
    )


def _undone(one: Standing) -> str:
    kept = one.tally.get("kept", 0)
    begun = "登録内容が途中で変わったため、付与を取りやめました。" if one.fault else ""
    left = f"すでに取り消されていた{kept:,}件は、そのままにしました。" * bool(kept)
    return f"{begun}付与を取り消しました（{one.tally.get('taken back', 0):,}件）。{left}"


def _dropped(one: Standing) -> str:
    if one.fault == MOVED:
        return "報告を作った後に登録内容が変わったため、付与しませんでした。ファイルをもう一度送ってください。"
    if one.fault == GONE:
        return "ファイルを読み取れませんでした。もう一度送ってください。"
    return "付与を中止しました。何も変更していません。"


def to_apply(changes: int) -> str:
    return f"付与する（{changes:,}件）"


def to_undo() -> str:
    return "まとめて取り消す"


def ask_undo(one: Standing) -> Sequence[str]:
    return (
        f"この一括付与の{one.changes:,}件を取り消します。理由を選ぶか、入力してください（2文字以上200文字以内）。",
        "理由は会員に表示され、記録に残ります。",
    )


def undo_so(one: Standing, why: str) -> Sequence[str]:
    return (
        f"この一括付与の{one.changes:,}件を取り消しますか。",
        f"取り消しの理由：{why}",
        "会員には1件ごとに知らせます。取り消す単位を記載した受講証明書は、「記載の確認」に入ります。",
        "まだ何も変更していません。",
    )


def own() -> str:
    return (
        "⚠️ ご自身への付与が含まれています。ご自身の単位は扱えないため、ほかの担当者が行います。何も変更していません。"
    )


def stopped() -> str:
    return "登録内容が変わったため、一括付与を取りやめました"
