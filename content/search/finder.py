"""The one search: what a text means among all that is published, for members, strangers and staff."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from content import curriculum, phrases
from content.search import terms
from content.search.entry import Entry, Kind
from content.search.index import Hit, Index, Rank, Sought
from content.text import wanted
from content.text.folding import fold, plain
from content.text.months import month_said
from content.text.wanted import Word

LONGEST = 100
"""In a longer text only the names of things and the words of titles are looked for."""
LOOKED_AT = 1_000
"""The characters of a text behind these are not read."""
OFFERED = 3
"""So many of each kind are offered of what is only near."""
_NEAR_BEST = 0.6
"""An entry that shares less than this part of what the best one shares is not offered."""
_OF_MONTH = (Kind.ISSUE, Kind.TRAINING, Kind.BROADCAST)

Ranked = Iterable[tuple[Rank, Hit]]
Groups = Mapping[Kind, tuple[Hit, ...]]


@dataclass(frozen=True)
class Found:
    """What a search finds, by kind in the order of kinds, the nearest first. `near`: nothing is called so, and these
    are the nearest. `asked`: the kind that the text names, as 糖尿病の研修会 does.
    """

    groups: Groups
    near: bool = False
    asked: Kind | None = None

    @property
    def hits(self) -> tuple[Hit, ...]:
        return tuple(chain.from_iterable(self.groups.values()))

    def of(self, kind: Kind) -> tuple[Hit, ...]:
        return self.groups.get(kind, ())


class Finder:
    """Searches the indexes that it is given."""

    def __init__(self, indexes: Mapping[Kind, Index]) -> None:
        self._indexes = {kind: indexes[kind] for kind in Kind if kind in indexes}

    def codes(self, kind: Kind) -> Mapping[int, int]:
        """How many things of a kind each curriculum code has, without the codes that have none."""
        return self._indexes[kind].codes if kind in self._indexes else {}

    def find(self, text: str) -> Found:
        """What the text means: as it stands, without the words around its subject, by a name that stands in it;
        otherwise what is nearest to it. A negative number is a slip, so its digits are not searched in titles.
        """
        said, number = plain(text)[:LOOKED_AT], curriculum.number_in(text)
        if not said or (number or 0) < 0:
            return Found({})
        exact = (
            self._of_name(said)
            or self._of_month(said, None)
            or self._holding(wanted.words_of(said[:LONGEST]), self._indexes)
        )
        if exact or number is not None:
            return Found(exact)
        asked, subject = phrases.asked(said)
        if asked in self._indexes:
            found = self._subject(subject, {asked: self._indexes[asked]})
            if found.groups:
                return Found(found.groups, found.near, asked)
        found = self._subject(subject, self._indexes)
        return Found(found.groups, found.near or asked in self._indexes, asked)

    def _subject(self, said: str, among: Mapping[Kind, Index]) -> Found:
        if curriculum.number_in(said) is not None:
            return Found(self._holding(wanted.words_of(said), among))
        looks: tuple[tuple[Callable[[str, Mapping[Kind, Index]], Groups], bool], ...] = (
            (self._of_month, False),
            (lambda said, among: self._holding(wanted.words_of(said), among), False),
            (self._of_runs, False),
            (self._named, False),
            (self._slipped, True),
            (self._sharing, True),
            (self._alike, True),
        )
        for look, near in looks if len(said) <= LONGEST else ((self._named, True), (self._sharing, True)):
            if groups := look(said, among):
                # whoever types several words wants what has all of them
                near = near or (look == self._named and len(said.split()) > 1)
                return Found(_brief(groups) if near else groups, near)
        return Found({})

    def _of_name(self, said: str) -> Groups:
        """The issue that has this very name on record: 2026-11, while 2026-11-special is one of the same month."""
        issues = self._indexes.get(Kind.ISSUE)
        named = [] if issues is None else [one for one in issues.entries if said.lower() in one.called[:1]]
        return {Kind.ISSUE: tuple(map(Hit, named))} if named else {}

    def _of_month(self, said: str, among: Mapping[Kind, Index] | None) -> Groups:
        """The issue of a month (12月号), and what is held in it (12月)."""
        month = month_said(said)
        if month is None:
            return {}
        looked = self._indexes if among is None else among
        return _sorted(
            (kind, [((0, 0, 0), Hit(one)) for one in index.entries if one.day is not None and month.holds(one.day)])
            for kind, index in looked.items()
            if kind is Kind.ISSUE or (kind in _OF_MONTH and not month.issue)
        )

    def _holding(self, words: Sequence[Word], among: Mapping[Kind, Index], *, numbers: bool = True) -> Groups:
        """What holds all of the words. `numbers`: a number is that of a code."""
        sought = tuple(Sought.of(one, number=numbers) for one in words)
        return _sorted(
            (kind, [one for one in index.holding(sought) if kind is not Kind.HELP or _is_topic(one[0], words)])
            for kind, index in among.items()
        )

    def _of_runs(self, said: str, among: Mapping[Kind, Index]) -> Groups:
        """What holds all words of the text, in any order: 便秘 and 薬 of 高齢者の便秘と薬物療法."""
        words = terms.runs(said)
        if not any(len(one) >= terms.least(one) for one in words) or words == tuple(map(fold, said.split())):
            return {}
        return self._holding(tuple(map(Word.of, words)), among, numbers=False)

    def _named(self, said: str, among: Mapping[Kind, Index]) -> Groups:
        named = _codes_in(fold(said))
        return _sorted((kind, index.named(said, named)) for kind, index in among.items())

    def _slipped(self, said: str, among: Mapping[Kind, Index]) -> Groups:
        """What is called so but for a slip, and what belongs to a code that is."""
        own = {kind: index.slipped(said) for kind, index in among.items()}
        of_codes = own.get(Kind.CODE) or (self._indexes[Kind.CODE].slipped(said) if Kind.CODE in self._indexes else [])
        codes = [hit.entry.code for _, hit in sorted(of_codes, key=lambda one: one[0]) if hit.entry.code is not None]
        return _sorted((kind, [*own[kind], *index.of_codes(codes[:OFFERED])]) for kind, index in among.items())

    def _sharing(self, said: str, among: Mapping[Kind, Index]) -> Groups:
        shared = {kind: index.sharing(said) for kind, index in among.items() if kind is not Kind.HELP}
        best = max((worth for found in shared.values() for worth, _ in found), default=0.0)
        return _sorted(
            (kind, [((0, -round(100 * worth), 0), Hit(one)) for worth, one in found if worth >= best * _NEAR_BEST])
            for kind, found in shared.items()
        )

    def _alike(self, said: str, among: Mapping[Kind, Index]) -> Groups:
        return _sorted(
            (kind, index.alike(fold(said), OFFERED)) for kind, index in among.items() if kind is not Kind.HELP
        )


def among(kinds: Collection[Kind], entries: Iterable[Entry]) -> Finder:
    """A finder of these entries, made for this search."""
    every = tuple(entries)
    return Finder({kind: Index(one for one in every if one.kind is kind) for kind in kinds})


def _is_topic(rank: Rank, words: Sequence[Word]) -> bool:
    """Whether a topic of help is meant: it is called so, or begins so. Their names are everyday words."""
    place, how, _ = rank
    return place == 0 and (how == 0 or (how == 1 and all(len(one.written) > 1 for one in words)))


def _codes_in(said: str) -> list[tuple[str, int]]:
    """The codes whose name stands in a folded text, each with that name; the longest names first."""
    named = ((name, code.number) for code in curriculum.load().codes for name in terms.called(code.number))
    return sorted((one for one in named if one[0] in said), key=lambda one: (-len(one[0]), one[1]))


def _sorted(found: Iterable[tuple[Kind, Ranked]]) -> Groups:
    """The hits of each kind that has any, the nearest first, each entry once."""
    return {kind: hits for kind, ranked in found if (hits := tuple(_once(ranked)))}


def _once(ranked: Ranked) -> Iterator[Hit]:
    known = set()
    for _, hit in sorted(ranked, key=lambda one: (one[0], one[1].entry.order)):
        if hit.entry.key not in known:
            known.add(hit.entry.key)
            yield hit


def _brief(groups: Groups) -> Groups:
    return {kind: hits[:OFFERED] for kind, hits in groups.items()}
