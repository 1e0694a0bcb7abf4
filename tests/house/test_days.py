"""A day is one of Japan's: that of a moment in UTC is yesterday's until nine in the morning."""

import ast
from datetime import UTC, date, datetime

import pytest

from content.words import EN, JA, Words
from tests.house.finding import last
from tests.house.source import product
from tests.operators import keeping

HERE = ("local", "here")
"""What gives a moment in Japan's time, and what such a moment is called."""
JAPANS = ("content/rules.py", "storage/migrations/versions/0063_cases.py")
"""Where a day is worked out from the zone itself."""


def test_no_day_is_taken_of_a_moment_in_another_zone() -> None:
    assert [
        f"{source.name}:{node.lineno}"
        for source in product()
        if source.name not in JAPANS
        for node in source.nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "date"
        if not node.args and not _of_japan(node.func.value)
    ] == []


def _of_japan(moment: ast.expr) -> bool:
    return last(moment.func if isinstance(moment, ast.Call) else moment) in HERE


@pytest.mark.parametrize("words", [JA, EN])
@pytest.mark.parametrize(("hour", "day"), [(14, 28), (15, 29)])
def test_the_receipt_of_an_erasure_has_the_day_on_which_it_was(words: Words, hour: int, day: int) -> None:
    said = words.erasing.receipt(7, datetime(2026, 11, 28, hour, 59, tzinfo=UTC), keeping(date(2026, 4, 1)))
    assert str(day) in said[0]
