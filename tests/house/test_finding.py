"""The rules of the house say that nothing was found. Here they find it, so that they could."""

import pytest

from tests.house.finding import clocks, forbidden, unexplained
from tests.house.source import Source


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ("datetime.now(UTC)", ["datetime.now"]),
        ("datetime.datetime.utcnow()", ["datetime.utcnow"]),
        ("date.today()", ["date.today"]),
        ("datetime.date.today()", ["date.today"]),
        ("from time import time", ["time.time"]),
        ("time.localtime()", ["time.localtime"]),
        ("select(func.now())", ["func.now"]),
        ("func.current_timestamp", ["func.current_timestamp"]),
        ("turn.now + date.fromisoformat(day) + time.monotonic()", []),
    ],
)
def test_a_reading_of_a_clock_is_seen(said: str, reads: list[str]) -> None:
    assert [what for _, what in clocks(Source("bot/any.py", said))] == reads


@pytest.mark.parametrize(
    ("comment", "seen"),
    [
        ("no" + "qa: B008  # a frozen value", False),
        ("type" + ": ignore[arg-type]  # the library says Any", False),
        ("no" + "qa: B008", True),
        ("no" + "qa  # all of them", True),
        ("no" + "qa", True),
        ("type" + ": ignore[arg-type]", True),
        ("type" + ": ignore", True),
        ("no comment that silences", False),
    ],
)
def test_a_check_that_is_silenced_without_a_word_is_seen(comment: str, seen: bool) -> None:
    assert unexplained(f"value = 1  # {comment}") is seen


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("cd /" + "work/main", ["a path of one machine"]),
        ("/" + "home/somebody/tani", ["a path of one machine"]),
        ("https://py" + "pi.org/simple", ["an address of packages"]),
        ("pip install --index-" + "url", ["an address of packages"]),
        ("# TO" + "DO: later", ["work left undone"]),
        ("FIX" + "ME", ["work left undone"]),
        ("the network, the home page, what is to do, and https://example.org/root", []),
    ],
)
def test_what_is_forbidden_is_seen(text: str, what: list[str]) -> None:
    assert forbidden(text) == what
