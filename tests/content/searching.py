"""What members may type, and which curriculum code they mean: 300 queries and more, with a programme to search."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice, product

from content import curriculum
from content.study.course import Course
from content.text.finding import search
from tests.house.source import ROOT
from tests.samples import course

SHOWN = 3
"""The right answer is to be among so many."""
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


def _courses() -> Iterator[Course]:
    codes = curriculum.load().codes
    for code in codes:
        yield replace(course(f"code-{code.number}", code.ja, code.number), title_en=code.en)
    for number, (kind, code, apart) in enumerate(product(KINDS, codes, (1, 7, 13, 29))):
        other = codes[(code.number + apart) % len(codes)]
        yield course(f"more-{number}", f"{code.ja}{kind}　{other.ja}を含めて", code.number)


def missed(courses: Sequence[Course], every: int = 1) -> list[tuple[str, int, list[int]]]:
    """The queries whose answer is not among the first ones: (text, code, what came). `every`: one in so many."""
    found = [(text, code, _first(text, courses)) for text, code in queries()[::every]]
    return [(text, code, came) for text, code, came in found if code not in came]


def _first(text: str, courses: Sequence[Course]) -> list[int]:
    found = search(text, courses)
    return [*(hit.course.code for hit in found.hits), *(code.number for code in found.codes)][:SHOWN]
