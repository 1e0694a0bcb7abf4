from collections.abc import Sequence
from datetime import date

from content.words.ja import common, goal


def title(course: str, place: int, asked: int) -> str:
    return f"{course}　セルフアセスメント　問{place} / {asked}"


def several() -> str:
    return "複数の解答を選べます。"


def choice(number: int, text: str) -> str:
    return f"{number}　{text}"


def ticked(number: int) -> str:
    return f"{number} ✓"


def question(place: int) -> str:
    return f"問{place}"


def earlier(place: int) -> str:
    return f"‹ 問{place}"


def later(place: int) -> str:
    return f"問{place} ›"


def to_review() -> str:
    return "解答を確認する"


def leave() -> str:
    return "中断する"


def saved(place: int, numbers: Sequence[int]) -> str:
    if not numbers:
        return f"問{place}は未解答に戻りました。"
    return f"問{place}の解答 {_listed(numbers)} を保存しました。"


def unchanged(place: int, numbers: Sequence[int]) -> str:
    if not numbers:
        return f"問{place}は未解答のままです。"
    return f"問{place}の解答は{_listed(numbers)}のままです。"


def left() -> str:
    return "解答は保存しました。/resume で続きから受けられます。"


def practice() -> str:
    return "この講座の単位は取得済です。復習としてご利用いただけます。"


def review_title(course: str) -> str:
    return f"{course}　セルフアセスメント　解答の確認"


def answer(place: int, numbers: Sequence[int]) -> str:
    return f"問{place}：{_listed(numbers)}"


def missing(places: Sequence[int]) -> str:
    return "未解答：" + "、".join(map(question, places))


def missing_mark(place: int) -> str:
    return f"⚠️ 問{place}"


def to_missing(place: int) -> str:
    return f"問{place}に答える"


def not_gradable(places: Sequence[int]) -> str:
    return f"未解答が{len(places)}問あります。すべて答えると採点できます。これまでの解答は保存されています。"


def gradable(needed: int, asked: int) -> str:
    return f"{asked}問中{needed}問以上の正解で合格です。採点すると、今回の解答は変更できません。"


def grade() -> str:
    return "採点する"


def passed(right: int, asked: int, percent: int) -> str:
    return f"合格です　{asked}問中{right}問正解（{percent}%）"


def step(gain: int, half_units: int, total: int, needed: int) -> str:
    made_of = f"（{common.credits(half_units)}{'＋新しいコード' if gain > half_units else ''}）"
    return f"＋{goal.points(gain)}{made_of} → {goal.points(total)} {goal.of(needed)}"


def earned(name: str, code: int, half_units: int) -> str:
    return f"{name}（CC {code}）の{common.credits(half_units)}を取得しました。"


def with_total(earned: str, year: int, half_units: int, codes: int) -> str:
    return f"{earned}{common.fiscal_year(year)}の合計は {common.credits(half_units)}・{codes}コードです。"


def certificate_from(day: date, tomorrow: bool) -> str:
    when = f"明日 {common.short_day(day)}" if tomorrow else common.short_day(day)
    return f"受講証明書は、{when}から発行できます。"


def credited_before() -> str:
    return "この講座の単位は取得済のため、今回の合格で新たな単位は付与されません。"


def cannot_earn() -> str:
    return "このユーザーIDでは、単位の取得ができません。合格の記録は保存されています。"


def chapters_left(chapters: Sequence[int]) -> str:
    which = "・".join(map(str, chapters))
    return f"合格の記録は保存されています。単位は、第{which}章の受講が終わると取得できます。"


def to_chapters() -> str:
    return "残りの章を見る"


def tell_me() -> str:
    return "明日、証明書を受け取る"


def explain() -> str:
    return "解説を見る"


def explained(course: str, place: int, asked: int) -> str:
    return f"{course}　解説　問{place} / {asked}"


def key(right: Sequence[int], ticked: Sequence[int]) -> str:
    return f"正解：{_listed(right)}　あなたの解答：{_listed(ticked)}"


def failed(right: int, asked: int, percent: int, pass_percent: int) -> str:
    return f"合格基準に達しませんでした　{asked}問中{right}問正解（{percent}%・合格は{pass_percent}%）"


def look_again(pointers: Sequence[tuple[int, int, int]]) -> str:
    return "\n".join(
        ["見直すところ", *(f"問{place} → {_where(chapter, second)}" for place, chapter, second in pointers)]
    )


def look_at(chapter: int, second: int) -> str:
    return f"▶ {_where(chapter, second)}"


def again() -> str:
    return "もう一度受ける"


def _where(chapter: int, second: int) -> str:
    return f"第{chapter}章 {common.length(second)}から" if second else f"第{chapter}章"


def _listed(numbers: Sequence[int]) -> str:
    return "・".join(map(str, numbers))
