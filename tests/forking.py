"""New processes that have loaded the product when they begin: they are forked from one that has loaded everything."""

import asyncio
import contextlib
import multiprocessing
import os
from collections.abc import Callable, Iterator
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import ForkServerContext, ForkServerProcess
from typing import Any, Protocol
from unittest.mock import patch

from bot import workers

LOADED = ["bot.cli", "bot.demo.living", "bot.sending.drawing", "tests.conftest", "tests.process", "tests.loaded"]
"""What the process has loaded from which others are forked."""


class Process(Protocol):
    """What is asked of a process."""

    @property
    def pid(self) -> int | None: ...
    @property
    def returncode(self) -> int | None: ...
    def send_signal(self, number: int, /) -> None: ...
    async def wait(self) -> int: ...


class _Forked:
    """A process that was forked. One thread at a time may look how it ended: nobody looks while `wait` waits."""

    def __init__(self, process: ForkServerProcess) -> None:
        self._process = process
        self._waiting = False
        self._code: int | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        return self._code if self._waiting else self._process.exitcode

    def send_signal(self, number: int, /) -> None:
        if self._process.pid is not None:
            os.kill(self._process.pid, number)

    async def wait(self) -> int:
        self._waiting = True
        await asyncio.to_thread(self._process.join)
        self._code = self._process.exitcode or 0
        return self._code


async def forked(act: Callable[..., None], *given: Any) -> Process:
    """A process that does `act`, a function of a module."""
    process = forking().Process(target=act, args=given)
    await asyncio.to_thread(process.start)
    return _Forked(process)


def forking() -> ForkServerContext:
    """The way of multiprocessing's by which new processes have loaded the product when they begin."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    return context


def begin_for_all() -> None:
    """Have the product loaded now, once for this process and for all that are forked from it: it takes four seconds of
    a processor. None of those can look whether the process that has loaded it lives, for it is no child of theirs.
    """
    forking()
    # tests kill processes, and what those leave behind is cleared up without a word; nor is a word needed on the folder
    # of a server that is not used there
    silent = ("multiprocessing.resource_tracker", "platformdirs.api")
    with patch.dict(os.environ, PYTHONWARNINGS=",".join(f"ignore::UserWarning:{module}" for module in silent)):
        resource_tracker.ensure_running()
        forkserver._forkserver.ensure_running()
    os.register_at_fork(after_in_child=has_what_is_loaded)


def has_what_is_loaded() -> None:
    """This process was forked: who forked it can fork others for it, too. It can't look whether that process lives."""
    vars(forkserver._forkserver)["ensure_running"] = lambda: None


@contextlib.contextmanager
def forked_workers() -> Iterator[None]:
    """What works for a bot of this process is forked: spawned, each would load the product first."""
    forking()
    with patch.object(workers, "BEGINS", "forkserver"):
        yield
