"""The entries of one kind, folded and taken apart once, however often they are searched."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz, process

from content import curriculum
from content.search import terms
from content.search.entry import Entry, Part, part_names
from content.text import slips, wanted
from content.text.folding import fold
from content.text.wanted import Word

ALIKE = 60
"""From so many hundredths on (of rapidfuzz's ratios) a name is alike."""
SLIPPED = 0.7
"""What a word with a slip weighs beside the same word without one."""
K = TypeVar("K", bound=Hashable)
Rank = tuple[int, int, int]
"""Where the word stands that was hardest to find; how near its place is; how near all words are."""
Place = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    """An entry that was found. `because`: the parts that hold words which neither the title nor the code explains."""

    entry: Entry
    because: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Sought:
    """A word of a search, and the curriculum codes that it means. `is_code`: 74 means the code, not every title that
    contains 74.
    """

    word: Word
    codes: frozenset[int]
    is_code: bool

    @classmethod
    def of(cls, word: Word, *, number: bool) -> "Sought":
        """`number`: a number is that of a code."""
        if not number and word.written.isdigit():
            return cls(word, frozenset(), is_code=False)
        codes = frozenset(code.number for code in curriculum.load().matching(word.written))
        return cls(word, codes, bool(codes) and word.written.removeprefix("cc").isdigit())


class Index:
    """Entries of one kind. A hit's rank is lower the nearer it is."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._held = tuple(one.held for one in self.entries)
        self._names: Mapping[str, Sequence[int]] = _placed(
            (name, place) for place, one in enumerate(self.entries) for name in (*one.names, *one.read)
        )
        self._every = tuple(self._names)
        self._whole = sorted((one for one in self._names if len(one) >= terms.least(one)), key=len)
        titles = ((place, title) for place, one in enumerate(self.entries) for title in (one.title, one.title_en))
        self._terms: Mapping[str, Sequence[int]] = _placed(
            (term, place) for place, title in titles for term in terms.terms(title)
        )
        self._known = tuple(self._terms)
        self._by_code = _placed((one.code, place) for place, one in enumerate(self.entries) if one.code is not None)

    @property
    def codes(self) -> Mapping[int, int]:
        """How many entries each curriculum code has, without the codes that have none."""
        return {code: len(places) for code, places in self._by_code.items()}

    def holding(self, words: Sequence[Sought]) -> list[tuple[Rank, Hit]]:
        """The entries in which every word stands, of which there must be one."""
        places: Collection[int] = range(len(self.entries)) if words else ()
        for word in words:
            places = self._worth(word, places)
        found = (_match(self.entries[place], words) for place in places)
        return [one for one in found if one is not None]

    def named(self, text: str, codes: Sequence[tuple[str, int]]) -> list[tuple[Rank, Hit]]:
        """The entries whose name stands in a text, the longest names first; then those of the codes whose names stand
        there, in the order of the codes, and those that have such a name in their title.
        """
        said = fold(text)
        here = [name for name in self._whole if name in said]
        own = {place: (0, -len(name), 0) for name in here for place in self._names[name]}
        behind: dict[int, Rank] = {}
        shared = self._shared(text) if codes else {}
        for at, (name, code) in enumerate(codes):
            titled = (place for place, held in enumerate(self._held) if name in held)
            for place in (*self._by_code.get(code, ()), *titled):
                behind.setdefault(place, (1, at, -round(100 * shared.get(place, 0))))
        return self._hits(behind | own)

    def slipped(self, text: str) -> list[tuple[Rank, Hit]]:
        """The entries in whose names the text stands with a slip, the nearest first."""
        places = wanted.near(text, self._every)
        return self._hits(self._first(self._every[place] for place in places))

    def of_codes(self, codes: Sequence[int]) -> list[tuple[Rank, Hit]]:
        return self._hits({place: (9, at, 0) for at, code in enumerate(codes) for place in self._by_code.get(code, ())})

    def sharing(self, text: str) -> list[tuple[float, Entry]]:
        """The entries that share words with a text, and how much: a long and rare word is worth more. A word that no
        title has counts for the one that it may be a slip of.
        """
        return [(worth, self.entries[place]) for place, worth in self._shared(text).items()]

    def _shared(self, text: str) -> dict[int, float]:
        said = terms.standing(text, self._terms)
        sums: dict[int, float] = defaultdict(float)
        for term, worth in (*((one, 1.0) for one in said), *self._corrected(text, said)):
            places = self._terms[term]
            for place in places:
                sums[place] += worth * len(term) / len(places) ** 0.25
        return sums

    def alike(self, said: str, most: int) -> list[tuple[Rank, Hit]]:
        """The entries whose names are most alike as a whole, otherwise in a part; none if no name is alike."""
        for scorer in (fuzz.ratio, fuzz.WRatio) if len(said) > 1 else ():
            found = process.extract(said, self._every, scorer=scorer, score_cutoff=ALIKE, limit=most)
            if found:
                return self._hits(self._first(name for name, _, _ in found))
        return []

    def _worth(self, sought: Sought, places: Collection[int]) -> list[int]:
        """Which of these entries are worth a look: most entries hold the word nowhere."""
        said, kana, held = sought.word.written, sought.word.kana, self._held
        behind = {place for code in sought.codes for place in self._by_code.get(code, ())}
        if kana and kana != said:
            return [place for place in places if said in held[place] or kana in held[place] or place in behind]
        return [place for place in places if said in held[place] or place in behind]

    def _corrected(self, text: str, said: Sequence[str]) -> Iterator[tuple[str, float]]:
        for run in terms.runs(text):
            if len(run) >= terms.least(run) and not any(one in run for one in said):
                near = sorted(slips.near(run, self._known))
                yield from ((one, SLIPPED) for one in near)

    def _first(self, names: Iterable[str]) -> dict[int, Rank]:
        """The entries of these names, each at the first of them."""
        found: dict[int, Rank] = {}
        for at, name in enumerate(names):
            for place in self._names[name]:
                found.setdefault(place, (0, at, 0))
        return found

    def _hits(self, ranks: Mapping[int, Rank]) -> list[tuple[Rank, Hit]]:
        return [(rank, Hit(self.entries[place])) for place, rank in ranks.items()]


def _placed(pairs: Iterable[tuple[K, int]]) -> dict[K, list[int]]:
    placed: dict[K, list[int]] = {}
    for name, place in pairs:
        places = placed.setdefault(name, [])
        if not places or places[-1] != place:
            places.append(place)
    return placed


def _match(entry: Entry, words: Sequence[Sought]) -> tuple[Rank, Hit] | None:
    ranks: list[Place] = []
    because: list[Part] = []
    for word in words:
        place = next(_places(entry, word), None)
        if place is None:
            return None
        ranks.append(place[0])
        because += place[1]
    # the worst place decides: an entry is only as near as the word that was hardest to find in it
    return (*max(ranks), sum(how for _, how in ranks)), Hit(entry, tuple(dict.fromkeys(because)))


def _places(entry: Entry, one: Sought) -> Iterator[tuple[Place, list[Part]]]:
    """Where the word stands in the entry, the best place first: the rank, and the part that explains the hit."""
    word = one.word
    if not one.is_code and any(word.written in name for name in entry.names):
        yield (0, _how(entry, one)), []
    if not one.is_code and word.kana and any(word.kana in read for read in entry.read):
        yield (0, 4), []
    if entry.code in one.codes:
        yield (1, 0), []
    if one.is_code:
        return
    for part in entry.parts:
        if any(word.written in name for name in part_names(part)):
            yield (2 if part.number else 3, 0), [part]


def _how(entry: Entry, one: Sought) -> int:
    """How near a title is that holds the word: it is the word, it begins with it, it is of the code that is meant."""
    if one.word.written in entry.names:
        return 0
    if any(name.startswith(one.word.written) for name in entry.names):
        return 1
    return 2 if entry.code in one.codes else 3
