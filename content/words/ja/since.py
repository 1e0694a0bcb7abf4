from collections.abc import Iterable, Sequence
from datetime import date

from content.credits.since import EVERY, Since, by_day
from content.values import E_LEARNING, CreditKind
from content.words.ja import ledger


def said(since: Sequence[Since]) -> str:
    days = by_day(since)
    never = days.get(None, ())
    begun = [(day, kinds) for day, kinds in days.items() if day]
    parts = "、".join(f"{_kinds(kinds)}は{_day(day)}" for day, kinds in begun)
    kept = f"{parts}からの記録です。それより前の単位は、含まれない場合があります。" if begun else ""
    return f"{kept}{_kinds(never)}は、ここでは記録していません。" if never else kept


def parts(since: Sequence[Since]) -> tuple[str, ...]:
    days = by_day(since)
    return "記録の開始", *(f"{_kinds(kinds)} {_date(day) if day else 'なし'}" for day, kinds in days.items())


def joint() -> str:
    return "　"


def _date(day: date) -> str:
    return f"{day.year}/{day.month}/{day.day}"


def _kinds(kinds: Iterable[CreditKind]) -> str:
    """講座 stands for both kinds of e-learning, and すべての単位 for all kinds."""
    several = set(kinds)
    if several == set(EVERY):
        return "すべての単位"
    both = several >= E_LEARNING
    named = [ledger.kind(kind) for kind in EVERY if kind in several and not (both and kind in E_LEARNING)]
    return "・".join([*(["日医e-ラーニング"] if both else []), *named])


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
