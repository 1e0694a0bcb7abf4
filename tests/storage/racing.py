"""Two transactions at once, on either database."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from storage.engine.sessions import Sessions
from tests.databases import WAITS_FOR_A_LOCK


def meanwhile(
    sessions: Sessions,
    first: Callable[[Session], Any],
    second: Callable[[Session], Any],
    other: Sessions | None = None,
) -> tuple[Any, "Future[Any]"]:
    """`first` in a transaction that commits only when `second`, in another, waits for it or is done. `other`: how the
    process of the second one has opened the record.
    """
    with ThreadPoolExecutor(1) as pool, sessions.begin() as session:
        one = first(session)
        two = pool.submit(_whole, other or sessions, second)
        if sessions.kind == "postgresql":
            _until_waiting(sessions, two)
    return one, two


def _whole(sessions: Sessions, act: Callable[[Session], Any]) -> Any:
    with sessions.begin() as session:
        return act(session)


def _until_waiting(sessions: Sessions, other: "Future[Any]") -> None:
    waiting = text(f"SELECT count(*) FROM {WAITS_FOR_A_LOCK}")
    while not other.done():
        with sessions.reading() as session:
            if session.execute(waiting).scalar_one():
                return
