"""The steps of a large import in a process of its own, which ends with it.

Python runs one thread at a time: what an import reads, compares and seals would hold up every member's turn. The bot
still decides when a step is done, so that turns go before it.
"""

import asyncio
import gc
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from typing import Any

from bot import workers
from bot.clock import RealClock
from bot.import_steps import After, Steps
from content.rules import Rulebook
from storage.engine.jobs import Held
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions

AIMS = {"sqlite": timedelta(milliseconds=5), "postgresql": timedelta(milliseconds=12)}
"""A step takes about so long. On SQLite a tap that comes meanwhile waits for it. On PostgreSQL both write at the same
time, but share the processor.
"""
NICE = 5
"""Members' turns go first. If it were nicer, it would often stand behind the bot on one core while another is free."""


class Apart:
    """The process. `opens` opens the record there, as `light` as it is told (storage.engine.sessions.Sessions).

    Both methods raise what the step raises, and BrokenProcessPool if the process dies: what it had not committed is
    undone, and another one may do the step again.
    """

    def __init__(self, opens: Callable[[bool], Sessions], rulebook: Rulebook, *, light: bool) -> None:
        context = multiprocessing.get_context(workers.BEGINS)
        self._pool = ProcessPoolExecutor(1, context, _begin, (opens, rulebook, light))

    async def prepare(self, held: Held[Any], now: datetime) -> None:
        await asyncio.wrap_future(self._pool.submit(_prepare, held, now))

    def step(self, held: Held[Any], now: datetime) -> After:
        """The thread of the caller waits until the step is done."""
        return self._pool.submit(_step, held, now).result()

    async def close(self) -> None:
        await asyncio.to_thread(self._pool.shutdown)


_STEPS: list[Steps] = []
"""That of this process."""


def _begin(opens: Callable[[bool], Sessions], rulebook: Rulebook, light: bool) -> None:
    workers.begin(NICE)
    sessions = opens(light)
    _STEPS.append(Steps(sessions, rulebook, RealClock().steady, Pace(aim=AIMS[sessions.kind])))
    gc.freeze()  # what is loaded stays until the end


def _prepare(held: Held[Any], now: datetime) -> None:
    _STEPS[0].prepare(held, now)


def _step(held: Held[Any], now: datetime) -> After:
    return _STEPS[0].step(held, now)
