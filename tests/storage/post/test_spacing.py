"""Letters to one chat go a second apart, whichever process sends them."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete

from storage.engine.sessions import Sessions
from storage.people import chats
from storage.post import spacing
from storage.tables import Chat
from tests.conftest import NOW

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
APART, AT = 1.0, 1_000_000.0


@pytest.fixture
def two(sessions: Sessions) -> Mapping[str, int]:
    with sessions.begin() as session:
        return {name: chats.meet(session, sessions.cipher, 70 + place, "ja", NOW).id for place, name in enumerate("ab")}


def take(sessions: Sessions, chat: int, at: float | None) -> float:
    with sessions.begin() as session:
        return round(spacing.take(session, chat, APART, at), 4)


@pytest.mark.parametrize(("after", "left"), [(0.0, 1.0), (0.25, 0.75), (0.99, 0.01), (1.0, 0.0), (90.0, 0.0)])
def test_the_next_may_go_when_the_time_is_over(
    sessions: Sessions, two: Mapping[str, int], after: float, left: float
) -> None:
    assert take(sessions, two["a"], AT) == 0.0
    assert take(sessions, two["a"], AT + after) == left
    assert take(sessions, two["b"], AT + after) == 0.0, "another chat"


def test_what_may_not_go_yet_is_not_noted(sessions: Sessions, two: Mapping[str, int]) -> None:
    for after, left in ((0.0, 0.0), (0.5, 0.5), (1.0, 0.0), (1.5, 0.5), (2.0, 0.0)):
        assert take(sessions, two["a"], AT + after) == left


def test_of_two_at_once_one_may_go(sessions: Sessions, two: Mapping[str, int]) -> None:
    """By the clock of the database, which is read again after the wait for the row."""
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: take(sessions, two["a"], None), range(8)))
    assert found.count(0.0) == 1
    assert all(0 < wait <= APART for wait in found if wait)


def test_a_clock_that_was_set_back_holds_nobody_up(sessions: Sessions, two: Mapping[str, int]) -> None:
    assert take(sessions, two["a"], AT) == 0.0
    assert take(sessions, two["a"], AT - 3600) == 0.0
    assert take(sessions, two["a"], AT - 3600 + 0.5) == 0.5, "from now on by that clock"


@pytest.mark.parametrize(
    ("back", "left"), [(0.0, 1.0), (3e-7, 1.0), (spacing.LEAST_S - 1e-4, 1.0099), (spacing.LEAST_S + 1e-4, 0.0)]
)
def test_a_moment_that_was_rounded_up_is_not_of_a_clock_that_was_set_back(
    sessions: Sessions, two: Mapping[str, int], back: float, left: float
) -> None:
    """The record keeps whole microseconds: two letters within one are still two."""
    assert take(sessions, two["a"], AT + 0.9e-6) == 0.0
    assert take(sessions, two["a"], AT + 0.9e-6 - back) == left


def test_a_chat_that_is_gone_holds_nobody_up(sessions: Sessions, two: Mapping[str, int]) -> None:
    with sessions.begin() as session:
        session.execute(delete(Chat).where(Chat.id == two["a"]))
    assert take(sessions, two["a"], AT) == 0.0
