from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from content.importing.common_fields import CREDIT_COLUMNS, MEMBER_COLUMNS, NAMES
from content.importing.report import GONE, MOVED, OUTCOMES, UNDO_DAYS, Kind, Outcome, Standing, State, Values
from content.words.ja import common as forms
from content.words.ja import grants, table_faults

BAR = 12
LEFT_OUT = (Outcome.DOUBLE, Outcome.DOUBTFUL, Outcome.REFUSED)
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NEW: "新規",
    Outcome.CHANGED: "変更",
    Outcome.SAME: "変更なし",
    Outcome.DOUBLE: "登録済み",
    Outcome.DOUBTFUL: "要確認",
    Outcome.REFUSED: "取込不可",
    Outcome.MISSING: "ファイルにない会員",
    Outcome.COVERED: "記録開始日が早まる会員",
}
_COLUMNS: Mapping[str, str] = {
    **NAMES,
    "member_no": "会員ID",
}


def report_columns() -> Sequence[str]:
    return ("行", "結果", "会員ID", "氏名", "項目", "変更前", "変更後", "理由")


def outcome(kind: Kind, outcome: Outcome) -> str:
    return grants.outcome(outcome) if kind is Kind.GRANTS else _OUTCOMES[outcome]


def column(name: str) -> str:
    return _COLUMNS.get(name, name)


def credit(values: Values) -> str:
    day = forms.day(date.fromisoformat(str(values["day"])))
    units = forms.credits(int(str(values["half_units"])))
    source, title = str(values["source"]), values["title"]
    named = "" if source.startswith("past:") else f"（{source}）"
    return f"{day}　CC {values['code']}　{units}　{title}{named}"


def title(kind: Kind) -> str:
    if kind is Kind.GRANTS:
        return grants.title()
    return {
        Kind.MEMBERS: "担当者用　会員名簿の取り込み",
        Kind.CREDITS: "担当者用　これまでの単位の取り込み",
    }[kind]


def how(kind: Kind) -> Sequence[str]:
    if kind is Kind.GRANTS:
        return grants.how()
    what = {Kind.MEMBERS: "会員名簿", Kind.CREDITS: "これまでの単位（MAMISなど）"}[kind]
    columns = {Kind.MEMBERS: MEMBER_COLUMNS, Kind.CREDITS: CREDIT_COLUMNS}[kind]
    return (
        f"{what}のファイル（CSVまたはXLSX、20MBまで）を、このチャットに送ってください。",
        f"1行目は見出しです：{'、'.join(columns.values())}",
        "送っただけでは何も変わりません。まず、取り込むとどうなるかを報告します。内容を確かめてから実行できます。",
    )


def ask_file() -> str:
    return "ファイル（CSVまたはXLSX）を送ってください。"


def too_big() -> str:
    return "20MBを超えるファイルは受け取れません。何も変更していません。都道府県などで分けて送ってください。"


_STATES: Mapping[State, str] = {
    State.READING: "読取中",
    State.REFUSED: "読取不可",
    State.READY: "確認待ち",
    State.QUEUED: "順番待ち",
    State.APPLYING: "取込中",
    State.APPLIED: "取込済",
    State.UNDOING: "復元中",
    State.UNDONE: "元に戻した",
    State.DROPPED: "中止",
}


def label(one: Standing) -> str:
    standing = grants.standing(one.state) if one.kind is Kind.GRANTS else _STATES[one.state]
    return f"{one.number}　{standing}"


def one_title(one: Standing) -> str:
    return grants.one_title(one.number) if one.kind is Kind.GRANTS else f"担当者用　取り込み {one.number}"


def state(one: Standing) -> Sequence[str]:
    if one.kind is Kind.GRANTS:
        return grants.state(one)
    said: Mapping[State, str] = {
        State.READING: "ファイルを読み取り、登録内容と比べています。まだ何も変更していません。",
        State.REFUSED: f"このファイルは取り込めません：{table_faults.said(one.fault)}",
        State.READY: _ready(one),
        State.QUEUED: "ほかの取り込みが終わるのを待っています。順番が来ると始まります。",
        State.APPLYING: "取り込んでいます。途中で止まっても、続きから再開します。",
        State.APPLIED: f"取り込みました。{UNDO_DAYS}日以内であれば、まとめて元に戻せます。",
        State.UNDOING: "元に戻しています。",
        State.UNDONE: _undone(one),
        State.DROPPED: _dropped(one),
    }
    unchanged = ("何も変更していません。",) if one.state is State.REFUSED else ()
    return (said[one.state], *unchanged)


def _ready(one: Standing) -> str:
    if not one.does_anything:
        return "取り込む変更はありません。"
    rows = "、".join(f"{_OUTCOMES[what]}の{one.count(what):,}行" for what in LEFT_OUT if one.count(what))
    left_out = f"{rows}は除きます。" if rows else ""
    return f"報告のとおりに取り込みますか。{left_out}まだ何も変更していません。"


def _undone(one: Standing) -> str:
    kept = one.tally.get("kept", 0)
    begun = "登録内容が途中で変わったため、取り込みを取りやめ、" if one.fault else ""
    left = {
        Kind.MEMBERS: f"その後に利用または変更された{kept:,}名は、そのままにしました。",
        Kind.CREDITS: f"すでに取り消されていた{kept:,}件は、そのままにしました。",
    }[one.kind] * bool(kept)
    return f"{begun}元に戻しました（{one.tally.get('taken back', 0):,}件）。{left}"


def _dropped(one: Standing) -> str:
    if one.fault == MOVED:
        return "報告を作った後に登録内容が変わったため、取り込みませんでした。ファイルをもう一度送ってください。"
    if one.fault == GONE:
        return "ファイルを読み取れませんでした。もう一度送ってください。"
    return "取り込みを中止しました。何も変更していません。"


def numbers(one: Standing) -> Sequence[str]:
    return tuple(f"・{outcome(one.kind, what)}：{one.count(what):,}件" for what in OUTCOMES[one.kind])


def bar(done: int, total: int, left: timedelta | None) -> str:
    full = BAR * done // total if total else BAR
    seconds = round(left.total_seconds()) if left is not None else 0
    time = f"{seconds}秒" if seconds < 90 else f"{round(seconds / 60)}分"
    more = f"　残り約{time}" if left is not None else ""
    return f"{'▓' * full}{'░' * (BAR - full)}　{100 * done // total if total else 100}%{more}"


def to_apply(one: Standing) -> str:
    return grants.to_apply(one.changes) if one.kind is Kind.GRANTS else f"取り込む（{one.changes:,}件）"


def to_drop() -> str:
    return "やめる"


def to_report() -> str:
    return "報告をCSVで受け取る"


def to_undo(kind: Kind) -> str:
    return grants.to_undo() if kind is Kind.GRANTS else "元に戻す"


def ask_undo(one: Standing) -> Sequence[str]:
    if one.kind is Kind.GRANTS:
        return grants.ask_undo(one)
    return (
        f"この取り込みの{one.changes:,}件を、取り込む前の内容に戻しますか。",
        {
            Kind.MEMBERS: "取り込みで加わった会員は削除します。"
            "すでにログインした会員と、その後に変更した会員は、そのままにします。",
            Kind.CREDITS: "取り込んだ単位を取り消します。会員へのお知らせは送りません。"
            "その単位を記載した受講証明書は、「変わった記載を見る」の一覧に入ります。",
        }[one.kind],
    )


def to_undo_now() -> str:
    return "はい、元に戻します"


def not_now() -> str:
    return "いまはできません。ほかの取り込みが進んでいるか、すでに終わっています。"


def report_comes() -> str:
    return "報告のファイルをお送りします。"


def report_title(one: Standing) -> str:
    if one.kind is Kind.GRANTS:
        return grants.report_title(one.number)
    return f"取り込み {one.number} の報告です。"


def file_name(number: int) -> str:
    return f"torikomi-{number}.csv"
