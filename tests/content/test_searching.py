"""The search finds what members mean, among all kinds of things."""

import pytest

from content.search.entry import Kind
from tests.content import published, searching

ENOUGH = 0.95
TITLES = 2_000


def test_there_are_300_queries_and_100_of_the_other_kinds() -> None:
    assert len(searching.queries()) == len({text for text, _ in searching.queries()}) >= 300
    assert len(published.queries()) == len({text for text, *_ in published.queries()}) >= 100
    of_kind = [kind for _, kind, _ in published.queries()]
    assert all(of_kind.count(kind) >= 20 for kind in (Kind.TRAINING, Kind.ISSUE, Kind.BROADCAST))


@pytest.mark.parametrize("kind", [Kind.COURSE, Kind.CODE])
def test_the_right_answer_is_among_the_first_three(kind: Kind) -> None:
    lost = searching.missed(84, kind)
    print(f"{kind}: {len(searching.queries()) - len(lost)} of {len(searching.queries())}")
    assert len(lost) <= (1 - ENOUGH) * len(searching.queries()), lost


@pytest.mark.parametrize("kind", [Kind.COURSE, Kind.CODE])
def test_also_among_2000_titles(kind: Kind) -> None:
    """One query in eight: all of them are asked by `make bench`."""
    assert len(searching.programme(TITLES)) == TITLES
    lost = searching.missed(TITLES, kind, every=8)
    assert len(lost) <= (1 - ENOUGH) * len(searching.queries()[::8]), lost


@pytest.mark.parametrize("kind", [Kind.TRAINING, Kind.ISSUE, Kind.BROADCAST, Kind.HELP])
def test_so_it_is_for_every_other_kind(kind: Kind) -> None:
    """Beside 84 courses, which would hide none of them: each kind has its own first three."""
    asked = [one for one in published.queries() if one[1] is kind]
    lost = [one for one in published.missed(84) if one[1] is kind]
    print(f"{kind}: {len(asked) - len(lost)} of {len(asked)}")
    assert len(lost) <= (1 - ENOUGH) * len(asked), lost


@pytest.mark.parametrize(
    ("kind", "number"),
    [(Kind.TRAINING, published.TRAININGS), (Kind.ISSUE, published.ISSUES), (Kind.BROADCAST, published.BROADCASTS)],
)
def test_they_are_looked_for_among_many(kind: Kind, number: int) -> None:
    assert len(published.index(kind).entries) == number
