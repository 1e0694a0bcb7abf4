"""What falls due by the clock: each work in transactions of its own, whoever declares it."""

from collections.abc import Callable
from datetime import datetime
from types import ModuleType

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from content.rules import Rulebook
from handlers.due import Due
from handlers.features import FEATURES
from handlers.routing import due_work
from storage.engine.base import cipher_of
from storage.people import chats
from storage.tables import Chat
from tests.conftest import NOW, WRITTEN_KEY
from tests.stage import staged

Step = Callable[[Session, datetime, Rulebook], int]


def test_every_work_is_declared_by_a_feature() -> None:
    names = {"viewings that are silent", "unfinished courses", "answers not submitted", "sheets to grade"}
    assert {one.name for one in due_work(FEATURES)} == names


def test_two_works_of_one_name_are_refused() -> None:
    feature = ModuleType("feature")
    feature.__dict__["DUE"] = (Due("one", _says([0], [])), Due("one", _says([0], [])))
    with pytest.raises(TypeError, match="one"):
        due_work([feature])


def _says(amounts: list[int], taken: list[Session]) -> Step:
    """Work of which a step does so much, one after the other; `taken` hears in which transaction."""

    def step(session: Session, now: datetime, _rulebook: Rulebook) -> int:
        assert now == NOW
        taken.append(session)
        return amounts.pop(0)

    return step


def _fails(session: Session, now: datetime, _rulebook: Rulebook) -> int:
    """Writes, and then fails."""
    chats.meet(session, cipher_of(session.get_bind().dialect), 99, "ja", now)
    raise ZeroDivisionError


async def test_one_that_fails_leaves_nothing_and_stops_no_other(database_url: str) -> None:
    whole: list[Session] = []
    once: list[Session] = []
    feature = ModuleType("feature")
    feature.__dict__.update(
        ROUTES=(),
        DUE=(
            Due("fails", _fails),
            Due("whole", _says([2, 1, 0], whole), whole=True),
            Due("a part", _says([5, 5], once)),
        ),
    )
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY, features=[feature]) as stage:
        await stage.app.schedule.tick()
        assert (len(whole), len(set(map(id, whole))), len(once)) == (3, 3, 1)
        with stage.app.sessions.reading() as session:
            assert session.execute(select(func.count()).select_from(Chat)).scalar_one() == 0
