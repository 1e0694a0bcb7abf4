"""Which published contents an imported credit stands for, if they were published after it was imported. Pure.

An import gives a credit the name of its content. If the content is not published yet, the credit gets a name of its
own, and this rule finds the content later: it is the only one with this kind, code and folded title (and day, if it has
one). If it can't be told, the credit may stand for the content, and staff decide.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from content.importing.matching import Published, by_title
from content.importing.past_record import NOT_ONE, PastCredit
from content.text.folding import fold

folded = lru_cache(maxsize=8_192)(fold)
"""The titles of contents and of a member's credits are folded again at each look."""
Content = tuple[str, bool]
"""A source, and whether it is the sample of that name."""


@dataclass(frozen=True)
class Imported:
    """An imported credit under a name of its own. `id`: its row in the ledger."""

    id: int
    source: str
    record: PastCredit
    at: datetime

    @property
    def set_apart(self) -> bool:
        """The file said that it is none of the contents that were published at that time."""
        return self.source.startswith(NOT_ONE)


@dataclass(frozen=True)
class Alike:
    """An imported credit that stands for a content, if it is `sure`; otherwise it may do so."""

    credit: Imported
    sure: bool


class Shelf:
    """What is published, by code and by title: a credit is compared with what has one of them alone."""

    def __init__(self, published: Iterable[Published]) -> None:
        self._by_code: dict[int, list[Published]] = {}
        self._by_title: dict[str, list[Published]] = {}
        for one in published:
            self._by_code.setdefault(one.code, []).append(one)
            for title in one.titles:
                self._by_title.setdefault(title, []).append(one)

    def near(self, record: PastCredit) -> Sequence[Published]:
        """All that the credit may be of, and more."""
        named = self._by_title.get(folded(record.title), ())
        return [*self._by_code.get(record.code, ()), *(one for one in named if one.code != record.code)]


def touches(credit: Imported, published: Iterable[Published]) -> bool:
    """Whether the credit may be of one of these."""
    exact, near = by_title(credit.record, published)
    return bool(exact or near)


def alike(credits: Iterable[Imported], published: Iterable[Published]) -> Mapping[Content, Alike]:
    """By content the credit that stands, or may stand, for it. A sure one weighs more."""
    shelf, found = Shelf(published), dict[Content, Alike]()
    for credit in credits:
        for content, sure in _contents(credit, shelf.near(credit.record)).items():
            if sure or content not in found:
                found[content] = Alike(credit, sure)
    return found


def _contents(credit: Imported, published: Iterable[Published]) -> Mapping[Content, bool]:
    exact, near = by_title(credit.record, published)
    if credit.set_apart:
        # the file spoke of what was published then; of a content that came later it is in doubt
        return {(one.source, one.sample): False for one in (*exact, *near) if _later(one, credit)}
    named = {(one.source, one.sample) for one in exact}
    # an import knows what is published: an older title that agrees was withdrawn then, or set apart
    sure = len(named) == 1 and all(_later(one, credit) for one in exact)
    return {(one.source, one.sample): sure for one in exact or near}


def _later(one: Published, credit: Imported) -> bool:
    return one.since is None or one.since > credit.at
