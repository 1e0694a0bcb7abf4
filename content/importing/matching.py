"""Finds the published content to which a credit of the file belongs. Pure.

A content brings a member one credit, so such a row gets the content's source in the ledger. If the content can't be
told, the row is left out, and the person who made the file adds the content's short name, or says that it is none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from rapidfuzz import fuzz

from content.importing.past_record import NOT_HERE, PastCredit
from content.text.folding import fold
from content.values import E_LEARNING, CreditKind

NEAR: Final = 85.0
"""From this likeness on (of 100) two titles of one code may be one content with a slip in it. Ours."""


@dataclass(frozen=True)
class Published:
    """A content that is published here. `day`: the only day of its credits, if it has one. `titles`: all titles
    by which it may be called, folded. `since`: when it was first published so, if that is asked for.
    """

    slug: str
    source: str
    sample: bool
    kind: CreditKind
    code: int
    titles: frozenset[str]
    day: date | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class Doubt:
    """It can't be told which content it is: it may be one of these (at most three short names)."""

    slugs: tuple[str, ...]
    several: bool

    @property
    def reason(self) -> str:
        which = " or ".join(self.slugs)
        if self.several:
            return f"is the name of several contents here: write its short name ({which}), or - if it is none of them"
        return f"may be a content that is published here: write its short name ({which}), or - if it is another one"


NOWHERE = "nothing of this kind is published here under this name"
OTHERWISE = "the content with this name has another code, kind or day here"


def is_of_kind(kind: CreditKind, other: CreditKind) -> bool:
    """Whether contents of these kinds have their short names from one list: both kinds of e-learning have."""
    return kind is other or {kind, other} <= E_LEARNING


def match(credit: PastCredit, published: Iterable[Published]) -> Published | Doubt | str | None:
    """The content, None if it is not published here, a doubt, or what is wrong with the name that the file gives."""
    every = [one for one in published if is_of_kind(one.kind, credit.kind)]
    if credit.content == NOT_HERE:
        return None
    if credit.content:
        return _by_name(credit, every)
    found, near = by_title(credit, every)
    if len(found) == 1:
        return found[0]
    several = found or near
    return Doubt(tuple(one.slug for one in several[:3]), several=len(several) > 1) if several else None


def by_title(credit: PastCredit, published: Iterable[Published]) -> tuple[list[Published], list[Published]]:
    """The contents that have the credit's title, code, kind and day; and the others that it may be of."""
    title, found, near = fold(credit.title), [], []
    for one in published:
        if not is_of_kind(one.kind, credit.kind):
            continue
        if _agrees(one, credit) and title in one.titles:
            found.append(one)
        elif _is_near(one, credit, title):
            near.append(one)
    return found, near


def _by_name(credit: PastCredit, every: Iterable[Published]) -> Published | str | None:
    found = [one for one in every if one.slug == credit.content]
    if not found:
        return None if credit.key else NOWHERE  # an export names what was published in the record that it is of
    return next((one for one in found if _agrees(one, credit)), OTHERWISE)


def _agrees(one: Published, credit: PastCredit) -> bool:
    return (one.kind, one.code) == (credit.kind, credit.code) and one.day in (None, credit.day)


def _is_near(one: Published, credit: PastCredit, title: str) -> bool:
    if one.day not in (None, credit.day):
        return False
    if title in one.titles:
        return True
    return one.code == credit.code and any(fuzz.ratio(title, other) >= NEAR for other in one.titles)
