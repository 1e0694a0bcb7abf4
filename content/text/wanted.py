"""What a search means: the one folding for courses, codes, issues, trainings and whatever staff look for.

A word stands in a name if the name holds it as it is written, in any width, kana, case or form of a kanji; in kana or
Latin letters also if the reading holds it; and, if nothing has it so, with a slip.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from content.text.folding import fold, words
from content.text.slips import in_kana, slips

SHORTEST_READING = 2
"""A single kana stands in nearly every reading."""
SHORTEST_KANA, LONGEST_KANA = 4, 24
"""A word of fewer Latin letters is hardly ever meant as kana: go, me. No reading in Latin letters is longer."""
ALIKE = 55
"""From so many hundredths on (of rapidfuzz's ratios) a name is alike."""
COMPARED = 100
"""At most so many names are compared letter by letter."""


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """A published name, folded once."""
    return fold(name)


@dataclass(frozen=True)
class Word:
    """One word of a search: as it is written, and in kana. `kana` is empty if it can't be a reading."""

    written: str
    kana: str

    @classmethod
    def of(cls, word: str) -> "Word":
        said = fold(word)
        if said and all("ぁ" <= letter <= "ゖ" or letter == "ー" for letter in said):
            return cls(said, said if len(said) >= SHORTEST_READING else "")
        return cls(said, in_kana(said) if SHORTEST_KANA <= len(said) <= LONGEST_KANA else "")

    def stands_in(self, names: Iterable[str]) -> bool:
        """Whether one of the names holds it."""
        return any(self.written in folded(name) for name in names)

    def is_read_in(self, readings: Iterable[str]) -> bool:
        """Whether one of the readings holds it."""
        return bool(self.kana) and any(self.kana in folded(reading) for reading in readings)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a search that have a letter or a digit."""
    return tuple(Word.of(word) for word in words(text) if fold(word))


def holds(wanted: Sequence[Word], names: Sequence[str], readings: Sequence[str] = ()) -> bool:
    """Whether each word, of which there must be one, stands in one of the names or the readings."""
    return bool(wanted) and all(word.stands_in(names) or word.is_read_in(readings) for word in wanted)


def near(text: str, names: Sequence[str]) -> tuple[int, ...]:
    """The places (from 0) of the names in which the text stands with a slip, the nearest first."""
    wanted = Word.of(text)
    found = {place: gap for said in {wanted.written, wanted.kana} for place, gap in _near(said, names)}
    return tuple(sorted(found, key=lambda place: (found[place], len(folded(names[place])), place)))


def nearest(text: str, names: Sequence[str], most: int) -> tuple[int, ...]:
    """The places of the names that are most alike, as a whole, otherwise in a part; empty if no name is alike."""
    said, known = fold(text), [folded(name) for name in names]
    for scorer in (fuzz.ratio, fuzz.WRatio) if said else ():
        found = process.extract(said, known, scorer=scorer, score_cutoff=ALIKE, limit=most)
        if found:
            return tuple(place for _, _, place in found)
    return ()


def _near(said: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    most = slips(said)
    if not most:
        return
    known = [folded(name) for name in names]
    # a slip takes two letters of the 2 n that are compared; the 10 are for a slip at an end, which moves the part
    least = max(ALIKE, 100 * (1 - most / len(said)) - 10)
    alike = process.extract(said, known, scorer=fuzz.partial_ratio, score_cutoff=least, limit=COMPARED)
    parts = {name: _parts(name, len(said), most) for name, _, _ in alike}
    every = tuple({part for found in parts.values() for part in found})
    gaps = {
        part: gap for part, gap, _ in process.extract(said, every, scorer=OSA.distance, score_cutoff=most, limit=None)
    }
    for name, _, place in alike:
        gap = min((gaps[part] for part in parts[name] if part in gaps), default=None)
        if gap is not None:
            yield place, gap


def _parts(name: str, length: int, most: int) -> set[str]:
    """The parts of a name that are as long as a text, but for so many letters."""
    lengths = range(max(1, length - most), length + most + 1)
    return {name[start : start + size] for size in lengths for start in range(max(1, len(name) - size + 1))}
