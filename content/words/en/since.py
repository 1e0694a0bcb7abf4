from collections.abc import Iterable, Sequence
from datetime import date

from content.credits.since import EVERY, Since, by_day
from content.values import E_LEARNING, CreditKind
from content.words.en import common as forms

_KINDS = {
    CreditKind.LECTURE: "association courses",
    CreditKind.COOPERATION: "partner courses",
    CreditKind.JOURNAL: "the journal quiz",
    CreditKind.TRAINING: "trainings",
    CreditKind.DECLARATION: "declarations",
}


def said(since: Sequence[Since]) -> str:
    days = by_day(since)
    never = days.get(None, ())
    begun = [(day, kinds) for day, kinds in days.items() if day]
    parts = "; ".join(f"{_kinds(kinds)} from {_day(day)}" for day, kinds in begun)
    kept = f"Recorded here: {parts}. Earlier credits may be missing." if begun else ""
    return f"{kept} Not recorded here: {_kinds(never)}.".strip() if never else kept


def parts(since: Sequence[Since]) -> tuple[str, ...]:
    days = by_day(since)
    short = {day: _kinds(kinds).replace("the journal quiz", "journal") for day, kinds in days.items()}
    return "Kept from", *(f"{kinds} {_day(day) if day else 'never'}" for day, kinds in short.items())


def joint() -> str:
    return " · "


def _kinds(kinds: Iterable[CreditKind]) -> str:
    """ "courses" stands for both kinds of e-learning, and "all credits" for all kinds."""
    several = set(kinds)
    if several == set(EVERY):
        return "all credits"
    both = several >= E_LEARNING
    named = [_KINDS[kind] for kind in EVERY if kind in several and not (both and kind in E_LEARNING)]
    return ", ".join([*(["courses"] if both else []), *named])


def _day(day: date) -> str:
    """The day without its weekday."""
    return forms.day(day).partition(" ")[2]
