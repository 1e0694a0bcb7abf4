from collections.abc import Iterator, Mapping, Sequence

from content.exporting.cells import Encoding
from content.exporting.changes import CHANGES, Change
from content.exporting.export import ERASED, FAILED, OVERTAKEN, Kind, Scope, Standing, State
from content.rules import day_of
from content.text.periods import Named, Period
from content.values import CreditKind
from content.words.ja import common as forms
from content.words.ja import ledger

_NAMED: Mapping[Named, str] = {
    Named.THIS_YEAR: "今年度",
    Named.LAST_YEAR: "前年度",
    Named.TWO_YEARS: "前年度と今年度",
    Named.THIS_MONTH: "今月",
    Named.LAST_MONTH: "先月",
}
_STATES: Mapping[State, str] = {
    State.COUNTING: "集計中",
    State.READY: "確認待ち",
    State.QUEUED: "順番待ち",
    State.MAKING: "作成中",
    State.MADE: "作成済",
    State.DROPPED: "中止",
}
_AGAIN = "必要な場合は、もう一度書き出してください。"
_KINDS: Mapping[Kind, str] = {Kind.WHOLE: "全件", Kind.DIFFERENCE: "差分"}
_ENCODINGS: Mapping[Encoding, str] = {Encoding.UTF8: "UTF-8", Encoding.CP932: "CP932"}


def title() -> str:
    return "担当者用　単位の書き出し"


def how() -> Sequence[str]:
    return (
        "他のシステムや都道府県医師会に渡すため、単位をCSVに書き出します。",
        "単位を取得した期間を選んでください。「2026年度」「2026年12月」「2026/4/1-2026/9/30」のように送ることもできます。",
        "まず件数をお知らせします。確かめてから、ファイルを作れます。",
    )


def named(name: Named) -> str:
    return _NAMED[name]


def period(period: Period) -> str:
    return f"{forms.day(period.first)}から{forms.day(period.last)}まで"


def ask_audience() -> str:
    return "どの会員の単位を書き出しますか。"


def everybody() -> str:
    return "全会員"


def prefecture(prefecture: str) -> str:
    return prefecture


def scope(scope: Scope) -> str:
    return f"{period(scope.period)}　{scope.prefecture or everybody()}"


def ask_kind(former: int | None) -> Sequence[str]:
    last = (
        f"差分は、同じ範囲の前回の書き出し（番号 {former}）の後に変わった単位だけです。"
        if former
        else "同じ範囲の書き出しはまだありません。差分は、全件を書き出した後に選べます。"
    )
    return (
        "何を書き出しますか。",
        last,
        "文字コードは、受け取る側のシステムに合わせてください。表計算ソフトではどちらも開けます。",
    )


def to_begin(kind: Kind, encoding: Encoding) -> str:
    return f"{_KINDS[kind]}　{_ENCODINGS[encoding]}"


def label(one: Standing) -> str:
    return f"{one.number}　{_STATES[one.state]}"


def one_title(number: int) -> str:
    return f"担当者用　書き出し {number}"


def wanted(one: Standing) -> Sequence[str]:
    since = f"（番号 {one.follows} の後の変更）" if one.is_difference else ""
    return (scope(one.wanted.scope), f"{to_begin(one.wanted.kind, one.wanted.encoding)}{since}")


def state(one: Standing, days: int) -> Sequence[str]:
    said: Mapping[State, str] = {
        State.COUNTING: "件数を数えています。",
        State.READY: _ready(one),
        State.QUEUED: "順番を待っています。まもなく始まります。",
        State.MAKING: "ファイルを作っています。途中で止まっても、続きから再開します。",
        State.MADE: _made(one, days),
        State.DROPPED: _dropped(one),
    }
    return (said[one.state],)


def _ready(one: Standing) -> str:
    if one.is_difference and not one.rows:
        return "前回の書き出しの後に変わった単位はありません。空の差分のファイルを作ることもできます。"
    return "この内容でファイルを作りますか。"


def _made(one: Standing, days: int) -> str:
    if one.has_file:
        return f"{_day(one)}にファイルを作りました。作成から{days}日間、もう一度受け取れます。"
    if one.fault == ERASED:
        return f"含まれる会員の記録が消去されたため、ファイルを削除しました。{_AGAIN}"
    return f"ファイルの保存期間は終わりました。{_AGAIN}"


def _day(one: Standing) -> str:
    return forms.day(day_of(one.settled_at or one.begun_at))


def _dropped(one: Standing) -> str:
    if one.fault == OVERTAKEN:
        return "件数を数えた後に、同じ範囲の別の書き出しが作られたため、中止しました。もう一度始めてください。"
    if one.fault == ERASED:
        return "作成中に会員の記録が消去されたため、中止しました。もう一度始めてください。"
    if one.fault == FAILED:
        return "エラーのため、書き出しを完了できませんでした。単位の記録に変更はありません。もう一度お試しください。"
    return "書き出しを中止しました。"


def numbers(one: Standing) -> Sequence[str]:
    return tuple(_numbers(one))


def _numbers(one: Standing) -> Iterator[str]:
    yield f"・会員：{one.members:,}名"
    yield f"・単位の行：{one.rows:,}行"
    if one.is_difference:
        yield from (f"　{CHANGES[change]}：{one.changes(change):,}行" for change in Change if one.changes(change))
    yield f"・{'この範囲で現在有効な単位' if one.is_difference else '単位の合計'}：{forms.credits(one.sum)}"
    for kind in CreditKind:
        if one.half_units(kind):
            yield f"　{ledger.kind(kind)}：{forms.credits(one.half_units(kind))}"


def lacking(one: Standing) -> Sequence[str]:
    if not one.lacking:
        return ()
    letters = "、".join(f"{letter}（{cells:,}か所）" for letter, cells in sorted(one.lacking.items())[:20])
    return (f"CP932にない文字があります：{letters}。失われないように、「&#134071;」のような番号で書いています。",)


def digest(one: Standing) -> str:
    return f"確認用の値（SHA-256）：{one.digest}"


def to_make() -> str:
    return "ファイルを作る"


def to_drop() -> str:
    return "やめる"


def to_fetch() -> str:
    return "ファイルを受け取る"


def file_comes() -> str:
    return "ファイルをお送りします。"


def file_title(one: Standing, part: int) -> str:
    count = len(one.volumes)
    which = f"（{count}個のうち{part}個目）" if count > 1 else ""
    return f"書き出し {one.number} のファイルです{which}。会員の個人情報が含まれています。"


def readme(kind: Kind, encoding: Encoding, parts: int) -> Sequence[str]:
    gone = "・".join(CHANGES[one] for one in (Change.REVERSED, Change.LEFT, Change.ERASED))
    difference = (
        f"差分です。「{CHANGES[Change.NEW]}」の行を加え、「{CHANGES[Change.CHANGED]}」の行で「前の行キー」の行を置き換え、"
        f"「{gone}」の行と同じ行キーの行を除いてください。",
        "manifest.jsonのfollowsに、この差分の前の書き出しの番号とSHA-256があります。受け取っていない場合は、全件を依頼してください。",
    )
    return (
        "Tan'iが書き出した単位のファイルです。",
        *_in_parts(parts),
        f"表の文字コードは{_ENCODINGS[encoding]}です。1行が1単位の記録で、行キーは書き出しのたびに変わりません。",
        *(difference if kind is Kind.DIFFERENCE else ("現在有効な単位の全件です。取り消された単位は含みません。",)),
        "「&#134071;」のような表記は、文字の番号（Unicode）です。先頭の「'」は、数式として働くのを防ぐ印です。",
        "個人情報が含まれています。取り扱いにご注意ください。",
    )


def _in_parts(parts: int) -> Sequence[str]:
    if parts == 1:
        return ("表はcredits.csvです。",)
    return (
        f"表は{parts}個のZIPに分かれています。credits-1.csvからcredits-{parts}.csvまでのすべてで、1回の書き出しです。",
    )
