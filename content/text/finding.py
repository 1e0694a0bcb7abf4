"""Finds courses and codes: by title, chapter, supervisor, or curriculum code (its number, its name or its reading)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from content import curriculum, phrases
from content.curriculum import Code
from content.study.course import Chapter, Course, Supervisor
from content.text import wanted
from content.text.folding import fold
from content.text.wanted import Word, folded
from content.titled import Titled

LONGEST = 100
"""The most characters a search may have."""
OFFERED = 3
"""So many are offered of what is only near."""
_PARTS = re.compile("[・、：（）]|および")
_SHORTEST_PART, _SHORTEST_ENGLISH = 2, 4


@dataclass(frozen=True)
class Hit:
    """A course in which every word of a search was found. `because`: the parts that hold words which neither the title
    nor the code explains.
    """

    course: Course
    because: tuple[Chapter | Supervisor, ...] = ()


@dataclass(frozen=True)
class Found:
    """What a search finds. `near`: nothing is called so, and these are the nearest."""

    hits: tuple[Hit, ...]
    codes: tuple[Code, ...]
    near: bool = False


def search(text: str, courses: Sequence[Course]) -> Found:
    """What the text means: as it stands, without the words around its subject, by a name that stands in it; otherwise
    what is nearest to it.
    """
    if (curriculum.number_in(text) or 0) < 0:
        return Found((), ())
    said = phrases.subject(text)
    for one in dict.fromkeys((text, said)):
        found = Found(find(one, courses), curriculum.load().matching(one))
        if found.hits or found.codes:
            return found
    if curriculum.number_in(said) is not None:
        return Found((), ())
    return _held(fold(said), courses) or _near(said, courses)


def find(text: str, courses: Iterable[Course]) -> tuple[Hit, ...]:
    """The courses that hold every word of the text: first those found by title, then by code, chapter, supervisor.

    A negative number is a slip, so its digits are not searched in titles.
    """
    if (curriculum.number_in(text) or 0) < 0:
        return ()
    words = [_Word(word, *_codes_of(word)) for word in wanted.words_of(text)]
    found = [(rank, hit) for course in courses if words for rank, hit in _match(course, words)]
    found.sort(key=lambda one: (one[0], one[1].course.code, one[1].course.title))
    return tuple(hit for _, hit in found)


@dataclass(frozen=True)
class _Word:
    word: Word
    codes: frozenset[int]
    is_code: bool  # 74 means the code, not every title that contains 74

    def may_stand_in(self, course: Course) -> bool:
        """Whether it is worth a look: most courses hold it nowhere."""
        held, kana = course.searched, self.word.kana
        return course.code in self.codes or self.word.written in held or bool(kana and kana in held)


def _codes_of(word: Word) -> tuple[frozenset[int], bool]:
    codes = frozenset(code.number for code in curriculum.load().matching(word.written))
    return codes, bool(codes) and word.written.removeprefix("cc").isdigit()


def _match(course: Course, words: Iterable[_Word]) -> Iterator[tuple[tuple[int, int], Hit]]:
    ranks, because = [], []
    if not all(word.may_stand_in(course) for word in words):
        return
    for word in words:
        place = next(_places(course, word), None)
        if place is None:
            return
        rank, part = place
        ranks.append(rank)
        because += part
    # the worst place decides: a course is only as near as the word that was hardest to find in it
    yield max(ranks), Hit(course, tuple(dict.fromkeys(because)))


def _places(course: Course, one: _Word) -> Iterator[tuple[tuple[int, int], list[Chapter | Supervisor]]]:
    """Where the word stands in the course, the best place first: the rank, and the part that explains the hit."""
    word = one.word
    if not one.is_code and word.stands_in(_titles(course)):
        yield (0, _how(course, one)), []
    if not one.is_code and word.is_read_in([course.reading]):
        yield (0, 4), []
    if course.code in one.codes:
        yield (1, 0), []
    if one.is_code:
        return
    for chapter in course.chapters:
        if word.stands_in(_titles(chapter)):
            yield (2, 0), [chapter]
    for supervisor in course.supervisors:
        if word.stands_in([supervisor.name]):
            yield (3, 0), [supervisor]


def _how(course: Course, one: _Word) -> int:
    """How near a title is that holds the word: it is the word, it begins with it, it is of the code that is meant."""
    names = [folded(title) for title in _titles(course)]
    if one.word.written in names:
        return 0
    if any(name.startswith(one.word.written) for name in names):
        return 1
    return 2 if course.code in one.codes else 3


def _titles(one: Titled) -> tuple[str, str]:
    return one.title, one.title_en


def _held(said: str, courses: Sequence[Course]) -> Found | None:
    """The codes and courses whose name stands in the text, the longest names first."""
    named = sorted(
        ((len(name), code) for name, code in _names() if name in said), key=lambda one: (-one[0], one[1].number)
    )
    codes = tuple(dict.fromkeys(code for _, code in named))
    titled = [one for one in courses if any(len(name) > 1 and name in said for name in map(folded, _titles(one)))]
    hits = (*titled, *_of_codes(codes, courses))
    return Found(tuple(map(Hit, _once(hits))), codes) if codes or hits else None


def _near(said: str, courses: Sequence[Course]) -> Found:
    """What is called so with a slip; if nothing is, whatever is most alike."""
    codes = [code for code in curriculum.load().codes for _ in range(3)]
    names = [name for code in curriculum.load().codes for name in (code.ja, code.en, code.reading)]
    titled = [one for one in courses for _ in range(3)]
    titles = [name for one in courses for name in (one.title, one.title_en, one.reading)]
    for look in (wanted.near, _alike):
        of_codes = tuple(dict.fromkeys(codes[place] for place in look(said, names)))
        of_titles = [titled[place] for place in look(said, titles)]
        hits = _once((*of_titles, *_of_codes(of_codes, courses)))
        if hits or of_codes:
            return Found(tuple(map(Hit, hits[:OFFERED])), of_codes[:OFFERED], near=True)
    return Found((), ())


def _alike(said: str, names: Sequence[str]) -> tuple[int, ...]:
    return wanted.nearest(said, names, OFFERED)


def _of_codes(codes: Iterable[Code], courses: Sequence[Course]) -> list[Course]:
    return [course for code in codes for course in courses if course.code == code.number]


def _once(courses: Iterable[Course]) -> list[Course]:
    """Each of them once, by its slug: a course as a value is slow to compare."""
    return list({course.slug: course for course in courses}.values())


@cache
def _names() -> tuple[tuple[str, Code], ...]:
    """What the codes are called, folded: each part of a name, and 高血圧 of 高血圧症."""
    return tuple(dict.fromkeys((name, code) for code in curriculum.load().codes for name in _called(code)))


def _called(code: Code) -> Iterator[str]:
    for part in _PARTS.split(code.ja):
        name = fold(part)
        yield from (one for one in (name, name.removesuffix("症")) if len(one) >= _SHORTEST_PART)
    for reading in code.reading.split():
        yield from (one for one in {reading, reading.removesuffix("しょう")} if len(one) >= _SHORTEST_ENGLISH)
    if len(fold(code.en)) >= _SHORTEST_ENGLISH:
        yield fold(code.en)
