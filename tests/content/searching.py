"""What members may type, and which curriculum code they mean: 300 queries and more, with a programme to search."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice, product

from content import curriculum
from content.search import entries
from content.search.entry import Kind
from content.search.finder import Finder
from content.search.index import Index
from content.study.course import Course
from tests.house.source import ROOT
from tests.samples import course

SHOWN = 3
"""The right answer is to be among so many of its kind."""
KINDS = ("の最新の話題", "を診る", "と地域連携", "の症例から学ぶ", "のガイドライン解説", "への対応")


@cache
def queries() -> tuple[tuple[str, int], ...]:
    """(what is typed, the code that is meant): readings in every kana, slips, phrases, English, numbers."""
    lines = (ROOT / "tests" / "content" / "queries.tsv").read_text().splitlines()
    return tuple((text, int(code)) for text, code in (line.split("\t") for line in lines))


@cache
def programme(titles: int) -> tuple[Course, ...]:
    """A course for each code, named as the code is; and others, of two subjects each, until there are so many."""
    return tuple(islice(_courses(), titles))


@cache
def of_courses(titles: int) -> Index:
    return Index(entries.of_course(one, one.slug) for one in programme(titles))


@cache
def of_codes() -> Index:
    return Index(entries.of_codes())


def _courses() -> Iterator[Course]:
    codes = curriculum.load().codes
    for code in codes:
        yield replace(course(f"code-{code.number}", code.ja, code.number), title_en=code.en)
    for number, (kind, code, apart) in enumerate(product(KINDS, codes, (1, 7, 13, 29))):
        other = codes[(code.number + apart) % len(codes)]
        yield course(f"more-{number}", f"{code.ja}{kind}　{other.ja}を含めて", code.number)


def missed(titles: int, kind: Kind, every: int = 1) -> list[tuple[str, int, list[int | None]]]:
    """The queries whose answer is not among the first of this kind: (text, code, what came). `every`: one in so many.
    A text that names the other kind is asked of that one alone.
    """
    finder = Finder({Kind.COURSE: of_courses(titles), Kind.CODE: of_codes()})
    lost = []
    for text, code in queries()[::every]:
        found = finder.find(text)
        came = [hit.entry.code for hit in found.of(kind)][:SHOWN]
        if found.asked in (kind, None) and code not in came:
            lost.append((text, code, came))
    return lost
