"""All processes book their sends in one row."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from storage.engine.sessions import Sessions
from storage.post import budget
from storage.post.budget import Allowed

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
MOST = Allowed(30.0)
NOW = 1_000_000.0


def book(sessions: Sessions, number: int, spent: int = 0, now: float | None = NOW) -> tuple[float, float, float]:
    with sessions.begin() as session:
        found = budget.book(session, number, spent, MOST, now)
    return round(found.wait, 4), round(found.rate, 4), round(found.held, 4)


def test_each_books_behind_the_other_and_behind_what_went_without(sessions: Sessions) -> None:
    assert book(sessions, 6) == (-0.2, 30, 0), "what nobody used of the last fifth of a second"
    assert book(sessions, 6) == (0, 30, 0)
    assert book(sessions, 3, spent=15) == (0.7, 30, 0)
    assert book(sessions, 6) == (0.8, 30, 0)
    assert book(sessions, 0, spent=30) == (2.0, 30, 0)
    assert book(sessions, 1, now=NOW + 100) == (-0.2, 30, 0)


def test_a_pause_and_a_slower_rate_are_everybodys(sessions: Sessions) -> None:
    book(sessions, 1)
    with sessions.begin() as session:
        budget.cut(session, 7, MOST, NOW + 10)
        budget.cut(session, 3, MOST, NOW + 10.5)
    assert book(sessions, 1, now=NOW + 10)[1:] == (21, 7)
    assert book(sessions, 1, now=NOW + 17)[1:] == (22.4, 0)
    assert book(sessions, 1, now=NOW + 100)[1] == 30
    with sessions.begin() as session:
        for place in range(60):
            budget.cut(session, 0, MOST, NOW + 100 + 1.5 * place)
    assert book(sessions, 1, now=NOW + 100 + 1.5 * 59)[1] == 5


def test_two_that_book_at_once_get_different_places(sessions: Sessions) -> None:
    """The row is made by the first of them."""
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: book(sessions, 30), range(8)))
    assert sorted(wait for wait, _, _ in found) == [-0.2, 0.8, 1.8, 2.8, 3.8, 4.8, 5.8, 6.8]


def test_the_clock_is_the_databases(sessions: Sessions) -> None:
    first, later = book(sessions, 3000, now=None), book(sessions, 1, now=None)
    assert first[0] < 1 < later[0] < 100
