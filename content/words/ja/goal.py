from collections.abc import Sequence
from datetime import date

from content.credits.goal import CodeState, Month, Sum, Window
from content.words.ja import common as forms

_STATES: dict[CodeState, str] = {
    CodeState.EARNED: "期間内に取得",
    CodeState.BEFORE: "期間より前に取得",
    CodeState.OPEN: "取得可能",
    CodeState.NONE: "講座なし",
}
_BAR = 12


def title(window: Window) -> str:
    return f"認定証（60）に向けて　{years(window)}"


def basis(certified_on: date | None) -> str:
    if certified_on is None:
        return "前回の認定証の発行日が未登録のため、直近3年度による見込みです（/settings で登録できます）。"
    return f"前回の認定証（{forms.day(certified_on)}発行）の後の期間です。"


def figures(sum: Sum, needed: int) -> str:
    return f"{_sum(sum)} ＝ {points(sum.halves)} {of(needed)}"


def rest(sum: Sum, needed: int) -> str:
    return reached() if sum.halves >= needed else f"あと{points(needed - sum.halves)}"


def progress(sum: Sum, needed: int) -> str:
    full = min(_BAR, _BAR * sum.halves // needed)
    return f"{'▓' * full}{'░' * (_BAR - full)}　{rest(sum, needed)}"


def falls(on: date, sum: Sum, left: int) -> str:
    return f"{forms.day(on)}に{points(sum.halves)}（{_sum(sum)}）が期間から外れ、{points(left)}になります。"


def nothing_falls(on: date) -> str:
    return f"{forms.day(on)}に期間から外れるものはありません。"


def reached_in(month: Month) -> str:
    return f"直近12か月と同じペースなら、{month.year}年{month.month}月に60に達する見込みです。"


def earlier(window: Window) -> str:
    return f"{years(window)}は{points(window.sum.halves)}（{_sum(window.sum)}）で、60に達しています。"


def to_picture() -> str:
    return "図で見る"


def picture_word() -> str:
    return "図"


def to_dark() -> str:
    return "暗くする"


def to_light() -> str:
    return "明るくする"


def counts(counts: Sequence[tuple[CodeState, int]]) -> str:
    return "コード　" + "・".join(f"{_STATES[state]} {number}" for state, number in counts)


def open_codes(numbers: Sequence[int]) -> str:
    return f"取得可能なCC　{'・'.join(map(str, numbers))}"


def years(window: Window) -> str:
    return f"{window.first}～{forms.fiscal_year(window.last)}"


def points(halves: int) -> str:
    whole, half = divmod(halves, 2)
    return f"{whole}.5" if half else f"{whole}"


def of(needed: int) -> str:
    return f"/ {points(needed)}"


def credits() -> str:
    return "単位"


def codes() -> str:
    return "コード"


def falling(on: date, falls: int, stays: int) -> str:
    return f"{on.year}年{on.month}月{on.day}日に外れる {points(falls)}　→ 残り {points(stays)}"


def to_go() -> str:
    return "あと"


def reached() -> str:
    return "60に達しています"


def grid() -> str:
    return "カリキュラムコード"


def state(state: CodeState) -> str:
    return _STATES[state]


def to_way() -> str:
    return "次に受講するとよい講座"


def way_title() -> str:
    return "60に向けて、次に受講するとよい講座"


def way_begins(missing: int) -> str:
    return (
        f"60まで、あと{points(missing)}です。"
        "単位と新しいコードの両方を取得できる講座を、短い時間で多く取得できる順に表示します。"
    )


def step(number: int, title: str, code: int, gain: int, total: int) -> str:
    return f"{number} {title}（CC {code}）　＋{points(gain)} → {points(total)}"


def step_detail(half_units: int, seconds: int, *, begun: bool) -> str:
    left = f"{'残り' if begun else ''}{forms.length(seconds)}" if seconds else "テストのみ"
    return f"{'▶️ 受講中' if begun else '⬜ 未受講'}　{forms.credits(half_units)}と新しいコード　{left}"


def way_reaches(steps: int) -> str:
    return f"この{steps}講座で60に達します。"


def way_leaves(missing: int) -> str:
    return (
        f"これらをすべて取得しても、60まであと{points(missing)}です。"
        "日医雑誌の問題解答、研修会、申告書、取得済のコードの講座でも取得できます。"
    )


def way_reached() -> str:
    return "60に達しています。"


def way_empty(missing: int) -> str:
    return (
        f"60まで、あと{points(missing)}です。新しいコードを取得できる講座は、現在ありません。"
        "日医雑誌の問題解答、研修会、申告書、取得済のコードの講座でも単位を取得できます。"
    )


def _sum(sum: Sum) -> str:
    return f"{forms.credits(sum.half_units)} ＋ {sum.codes}コード"
