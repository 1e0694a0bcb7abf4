"""An announcement to many goes at the pace that Telegram allows, while members tap and are answered."""

import contextlib
import random
import time
from collections.abc import AsyncIterator

import pytest

from bot.sandbox.faults import Kind, When
from content.announcing.announcement import State
from content.words import JA
from handlers.features import FEATURES
from tests.bot.announcing.at_pace import FIRST, Followed, Run
from tests.bot.announcing.processes import RESULT, RESULTS, another
from tests.bot.announcing.writing import state
from tests.conftest import NOW, WRITTEN_KEY
from tests.sizes import SEED, SOAK
from tests.stage import Stage, staged

MANY = 3000 if SOAK else 120


@pytest.fixture
async def stage(furnished_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    monkeypatch.setattr("tests.stage.DemoClock", Followed)
    async with staged(furnished_url, now=NOW, data_key=WRITTEN_KEY, features=(*FEATURES, RESULTS)) as opened:
        yield opened


def answered(stage: Stage, person: int) -> bool:
    """Whether the tap of this person was answered."""
    return any(JA.help.title() in one["text"] for one in stage.world.messages(person) if one["from"]["is_bot"])


@pytest.mark.parametrize(("furnished_url", "workers"), [("sqlite", 1), ("postgresql", 2)], indirect=["furnished_url"])
async def test_it_takes_what_answers_leave_and_is_never_too_fast(
    stage: Stage, workers: int, capsys: pytest.CaptureFixture[str]
) -> None:
    async with contextlib.AsyncExitStack() as held:
        others = [await held.enter_async_context(another(stage, FEATURES)) for _ in range(workers - 1)]
        run = Run(stage, MANY, *others)
        run.joins()
        run.announces()
        cpu = time.process_time()
        await run.runs(lambda: state(stage) is State.DONE)
        cpu = time.process_time() - cpu
        await run.ends()
    assert run.got() == [1] * MANY
    assert run.ended("announcement") == {"sent": MANY}
    assert run.rates.refused == 0
    assert all(answered(stage, FIRST + one) for one in range(min(run.taps, MANY)))
    rate, answers = run.rate()
    with capsys.disabled() if SOAK else contextlib.nullcontext():
        print(f"\n{MANY} letters by {workers}: {rate:.2f} a second beside {answers:.2f} answers; {cpu:.1f} s")
    assert rate >= 0.95 * (30 - answers)


FAULTS: dict[int, tuple[Kind, When]] = {
    1: ("429", "before"),
    2: ("500", "before"),
    3: ("500", "after"),
    4: ("drop", "before"),
    5: ("drop", "after"),
}
"""What goes wrong with the first letter of every twentieth member, by the rest of the member's number. 0: blocked."""
FEW = 3000 if SOAK else 60


def goes_wrong(run: Run, *, from_: int) -> None:
    """Order the faults for the next letters; `from_`: the rest at which they begin."""
    for one in range(run.many):
        chat = FIRST + one
        run.stage.world.chat_of(chat).blocked = of(one, from_) == 0
        if of(one, from_) in FAULTS:
            kind, when = FAULTS[of(one, from_)]
            run.stage.world.fault("sendMessage", kind, seconds=2, when=when, chat_id=chat)


def of(one: int, from_: int) -> int:
    return (one - from_) % 20


@pytest.mark.parametrize("furnished_url", ["postgresql"], indirect=True)
async def test_whatever_goes_wrong_each_letter_ends_as_its_kind_promises(stage: Stage) -> None:
    """Results reach everybody who has not blocked the bot; an announcement reaches nobody twice."""
    async with another(stage, (*FEATURES, RESULTS)) as other:
        run = Run(stage, FEW, other)
        run.joins()
        run.tapping = [one for one in range(FEW) if of(one, 6) < 4]
        each = FEW // 20
        goes_wrong(run, from_=0)
        run.results()
        await run.runs(lambda: not run.open("paper"))
        assert run.ended("paper") == {"sent": 19 * each, "failed": each}
        twice = {3: 2, 5: 2}  # they had arrived, which nobody could know
        assert run.got(RESULT) == [twice.get(of(one, 0), int(of(one, 0) > 0)) for one in range(FEW)]
        goes_wrong(run, from_=10)
        run.announces()
        await run.runs(lambda: state(stage) is State.DONE)
        assert run.ended("announcement") == {"sent": 14 * each, "failed": each, "unknown": 4 * each}
        arrived = {0: 0, 2: 0, 4: 0}
        reached = [one for one in range(FEW) if of(one, 0) > 0]
        assert [run.got()[one] for one in reached] == [arrived.get(of(one, 10), 1) for one in reached]
        assert run.rates.refused == 0
        await run.ends()


KILLS = 100 if SOAK else 10


@pytest.mark.parametrize("furnished_url", ["postgresql"], indirect=True)
async def test_a_process_that_dies_at_any_moment_leaves_each_letter_to_the_other(stage: Stage) -> None:
    """Results reach everybody. An announcement reaches nobody twice, and only what was on its way is in doubt."""
    chance = random.Random(SEED)
    async with another(stage, (*FEATURES, RESULTS)) as other:
        run = Run(stage, 100, other)
        run.joins()
        run.every_s = 5  # what a process had claimed when it died waits for two minutes
        run.results()
        run.announces()
        left, on_the_way, moment = KILLS, 0, chance.randint(1, 60)

        def dies() -> None:
            nonlocal left, on_the_way, moment
            moment -= 1
            if left and not moment:
                left, moment = left - 1, chance.randint(1, 60)
                on_the_way += run.processes[1].dies()

        run.while_busy = dies
        await run.runs(lambda: not left and state(stage) is State.DONE and not run.open("paper"))
        await run.ends()
    assert run.ended("paper") == {"sent": run.many}
    assert min(run.got(RESULT)) >= 1
    ended, got = run.ended("announcement"), run.got()
    assert set(ended) <= {"sent", "unknown"}
    assert ended["unknown"] <= on_the_way
    assert max(got) == 1
    assert got.count(0) <= ended["unknown"]
    assert sum(run.got(RESULT)) - run.many <= on_the_way
