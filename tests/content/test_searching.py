"""The search finds what members mean."""

from tests.content.searching import missed, programme, queries

ENOUGH = 0.95


def test_there_are_300_queries() -> None:
    assert len(queries()) == len({text for text, _ in queries()}) >= 300


def test_the_right_answer_is_among_the_first_three() -> None:
    lost = missed(programme(84))
    assert len(lost) <= (1 - ENOUGH) * len(queries()), lost


def test_also_among_2000_titles() -> None:
    """One query in eight: all of them are asked by `make bench`."""
    assert len(programme(2_000)) == 2_000
    lost = missed(programme(2_000), every=8)
    assert len(lost) <= (1 - ENOUGH) * len(queries()[::8]), lost
