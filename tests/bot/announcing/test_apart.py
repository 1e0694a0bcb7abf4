"""Processes that share a record send each chat one letter a second together, if a member has several."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest

from bot.sandbox import rates
from bot.sending.pace import PER_CHAT_S
from handlers.features import FEATURES
from storage.post import letters
from tests.bot.announcing.at_pace import FIRST, Followed, Run
from tests.bot.announcing.processes import RESULT, RESULTS, another
from tests.bot.sending.post import Paper
from tests.conftest import NOW, WRITTEN_KEY
from tests.stage import Stage, staged

READERS, EACH, TAPPERS = 30, 4, 8
pytestmark = pytest.mark.parametrize("furnished_url", ["postgresql"], indirect=True)


@pytest.fixture
async def stage(furnished_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    monkeypatch.setattr("tests.stage.DemoClock", Followed)
    monkeypatch.setattr(rates, "BURST", 1)  # no chat may be sent two within a second, not even now and then
    async with staged(furnished_url, now=NOW, data_key=WRITTEN_KEY, features=(*FEATURES, RESULTS)) as opened:
        yield opened


async def test_two_processes_send_each_chat_one_a_second(stage: Stage) -> None:
    async with another(stage, (*FEATURES, RESULTS)) as other:
        run = Run(stage, READERS + TAPPERS, other)
        run.joins()
        run.tapping = list(range(READERS, READERS + TAPPERS))
        with stage.app.sessions.begin() as session:
            for number in range(EACH):
                for one in run.people[:READERS]:
                    letters.put(session, member_id=one, key=Paper("1"), slot=str(number), at=NOW)
        await run.runs(lambda: not run.open("paper"))
        await run.ends()
    assert run.ended("paper") == {"sent": READERS * EACH}
    assert run.got(RESULT) == [EACH] * READERS + [0] * TAPPERS
    assert run.rates.refused == 0
    assert min(gaps(run)) >= PER_CHAT_S - 1e-6


def gaps(run: Run) -> list[float]:
    """Between every two letters to one chat, one after the other."""
    at: dict[int, list[float]] = defaultdict(list)
    for (_, about), moment in zip(run.calls, run.calls.moments, strict=True):
        if about.get("text") == RESULT:
            at[about["chat_id"] - FIRST].append(moment)
    assert Counter(map(len, at.values())) == {EACH: READERS}
    return [after - before for moments in at.values() for before, after in pairwise(sorted(moments))]
