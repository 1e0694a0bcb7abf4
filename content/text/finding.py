"""Finds courses by title, chapter, supervisor, or curriculum code (its number or its name)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content import curriculum
from content.course import Chapter, Course, Supervisor
from content.text.folding import fold, words
from content.titled import Titled

LONGEST = 100
"""The most characters a search may have."""


@dataclass(frozen=True)
class Hit:
    """A course in which every word of a search was found. `because`: the parts that hold words which neither the title
    nor the code explains.
    """

    course: Course
    because: tuple[Chapter | Supervisor, ...]


def find(text: str, courses: Iterable[Course]) -> tuple[Hit, ...]:
    """The courses that hold every word of the text: first those found by title, then by code, chapter, supervisor.

    A negative number is a slip, so its digits are not searched in titles.
    """
    if (curriculum.number_in(text) or 0) < 0:
        return ()
    wanted = [_Word.of(word) for word in words(text) if fold(word)]
    found = [(rank, hit) for course in courses if wanted for rank, hit in _match(course, wanted)]
    found.sort(key=lambda one: (one[0], one[1].course.code, one[1].course.title))
    return tuple(hit for _, hit in found)


@dataclass(frozen=True)
class _Word:
    folded: str
    codes: frozenset[int]
    is_code: bool  # 74 means the code, not every title that contains 74

    @classmethod
    def of(cls, word: str) -> "_Word":
        folded = fold(word)
        codes = frozenset(code.number for code in curriculum.load().matching(word))
        return cls(folded, codes, bool(codes) and folded.removeprefix("cc").isdigit())


def _match(course: Course, wanted: Iterable[_Word]) -> Iterator[tuple[int, Hit]]:
    ranks, because = [], []
    for word in wanted:
        place = next(_places(course, word), None)
        if place is None:
            return
        rank, part = place
        ranks.append(rank)
        because += part
    # the worst place decides: a course is only as near as the word that was hardest to find in it
    yield max(ranks), Hit(course, tuple(dict.fromkeys(because)))


def _places(course: Course, word: _Word) -> Iterator[tuple[int, list[Chapter | Supervisor]]]:
    """Where the word stands in the course, the best place first: the rank, and the part that explains the hit."""
    if not word.is_code and _titled(course, word):
        yield 0, []
    if course.code in word.codes:
        yield 1, []
    if word.is_code:
        return
    for chapter in course.chapters:
        if _titled(chapter, word):
            yield 2, [chapter]
    for supervisor in course.supervisors:
        if word.folded in fold(supervisor.name):
            yield 3, [supervisor]


def _titled(one: Titled, word: _Word) -> bool:
    """Whether the word stands in the title, in either language."""
    return word.folded in fold(one.title) or word.folded in fold(one.title_en)
