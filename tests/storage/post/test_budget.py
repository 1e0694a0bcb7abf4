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
    first, later = book(sessions, 300, now=None), book(sessions, 1, now=None)
    assert first[0] < 1 < later[0] < 10


@pytest.mark.parametrize("by", [61, 3600])
def test_a_clock_that_was_set_back_holds_nobody_up(sessions: Sessions, by: float) -> None:
    book(sessions, 6)
    with sessions.begin() as session:
        budget.cut(session, 30, MOST, NOW)
    before = NOW - by
    assert book(sessions, 6, now=before) == (0, 30, 0)
    assert book(sessions, 6, now=before) == (0.2, 30, 0)
    with sessions.begin() as session:
        budget.cut(session, 7, MOST, before)
    assert book(sessions, 1, now=before)[1:] == (21, 7)


def test_a_clock_that_was_set_forward_lets_no_more_go(sessions: Sessions) -> None:
    assert book(sessions, 6, spent=60) == (1.8, 30, 0)
    assert book(sessions, 6, now=NOW + 3600) == (-0.2, 30, 0)
    assert book(sessions, 6, now=NOW + 3600) == (0, 30, 0)


@pytest.mark.parametrize(("spent", "wait"), [(305, 9.9667), (306, 10), (307, 10), (30_000, 10)])
def test_answers_beyond_the_rate_keep_letters_waiting_no_longer_than_so(
    sessions: Sessions, spent: int, wait: float
) -> None:
    """The first of them is a fifth of a second ago."""
    assert book(sessions, 1, spent=spent) == (wait, 30, 0)
    assert book(sessions, 1)[0] == pytest.approx(wait + 1 / 30, abs=0.001), "places that are given stay given"
