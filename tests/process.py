"""The product in a process of its own, as it really runs: started, killed, started again.

A new Python loads the product for seconds of processor time. `bot_process` pays that, because something has
to be started as it is typed; a quick one is forked from a process that has loaded everything.
"""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TypeVar

from tests.cheap import cheap_hashing
from tests.forking import Process, forked, has_what_is_loaded
from tests.operators import OTHER_FILE
from tests.patience import LONGEST_S

ROOT = Path(__file__).parent.parent


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


AnyBot = TypeVar("AnyBot", bound="Bot")


class Bot:
    """`python -m bot …` with an environment of its own."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        self.environment = dict(environment)
        self.log = log
        self._process: Process | None = None

    async def command(self, *arguments: str) -> tuple[int, str]:
        """Run a command to its end; returns its exit code and everything that it printed."""
        process = await self._spawn(arguments, asyncio.subprocess.PIPE)
        out, _ = await asyncio.wait_for(process.communicate(), LONGEST_S)
        return process.returncode or 0, out.decode()

    async def start(self, *arguments: str) -> None:
        """Start it, and wait until its log says that it runs: from then on it takes updates and delivers letters."""
        before = self._runs()
        with self.log.open("ab") as log:
            self._process = await self._begun(arguments or ("run",), log.fileno())
        async with asyncio.timeout(LONGEST_S):
            while self._runs() == before:
                if self._process.returncode is not None:
                    raise RuntimeError(f"the bot ended: {self.log.read_text()[-3000:]}")
                await asyncio.sleep(0.02)

    def _runs(self) -> int:
        return self.log.read_text().count('"event": "running"') if self.log.exists() else 0

    async def kill(self) -> None:
        """End it with kill -9."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """End it with SIGTERM; returns its exit code."""
        return await self._end(signal.SIGTERM)

    async def dies(self) -> int:
        """Wait until it ends by itself; returns its exit code."""
        if self._process is None:
            raise RuntimeError("it does not run")
        code = await asyncio.wait_for(self._process.wait(), LONGEST_S)
        self._process = None
        return code

    async def _end(self, number: signal.Signals) -> int:
        if self._process is None:
            return 0
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(number)
        code = await asyncio.wait_for(self._process.wait(), LONGEST_S)
        self._process = None
        return code

    async def _begun(self, arguments: Sequence[str], out: int) -> Process:
        return await self._spawn(arguments, out)

    def _given(self) -> dict[str, str]:
        """The whole environment of the process."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
        return kept | {"PYTHONPATH": str(ROOT)} | self.environment

    async def _spawn(self, arguments: Sequence[str], out: int) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            cwd=self.log.parent,  # what it keeps beside the database is then among the test's files
            env=self._given(),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=asyncio.subprocess.STDOUT,
        )


def nothing() -> None:
    """Change nothing in the new process."""


class QuickBot(Bot):
    """The same, forked. `now` is what its clock says; None is the machine's. `first` is called before anything runs."""

    now: datetime | None = None
    first: Callable[[], None] = staticmethod(nothing)

    async def command(self, *arguments: str) -> tuple[int, str]:
        said = self.log.with_suffix(".said")
        said.unlink(missing_ok=True)
        process = await self._forked(arguments, said)
        code = await asyncio.wait_for(process.wait(), LONGEST_S)
        return code, said.read_text()

    async def begin(self, *arguments: str) -> None:
        """Start what never says that it runs: the demo, the sandbox."""
        self._process = await self._forked(arguments, self.log)

    async def interrupt(self) -> int:
        """End it as Ctrl-C does; returns its exit code."""
        return await self._end(signal.SIGINT)

    async def _begun(self, arguments: Sequence[str], out: int) -> Process:
        return await self._forked(arguments, self.log)

    async def _forked(self, arguments: Sequence[str], out: Path) -> Process:
        out.touch()  # whoever waits for a line may look before the new process has opened it
        given = (arguments, self._given(), self.log.parent, out, self.now, self.first)
        return await forked(_main, *given)


def _main(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: Path,
    said: Path,
    now: datetime | None,
    first: Callable[[], None],
) -> None:
    """What `python -m bot` does, in the new process; all that it prints is added to the file `said`."""
    from bot import app, workers
    from bot.cli import main
    from bot.clock import DemoClock

    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    with said.open("ab") as out:
        for number in (1, 2):
            os.dup2(out.fileno(), number)
    if now is not None:
        clock = DemoClock(now)
        vars(app)["RealClock"] = lambda: clock
    has_what_is_loaded()
    Thread(target=workers._end_with_parent, daemon=True).start()  # it would outlive a test run that is killed
    vars(workers)["BEGINS"] = "forkserver"
    vars(app)["Hashing"] = cheap_hashing
    first()
    sys.exit(main(arguments))


@contextlib.asynccontextmanager
async def bot_process(log: Path, **environment: str) -> AsyncIterator[Bot]:
    """A bot that is killed at the end if it still runs."""
    async with _ended(Bot(_listening(environment), log)) as bot:
        yield bot


@contextlib.asynccontextmanager
async def quick_bot_process(log: Path, **environment: str) -> AsyncIterator[QuickBot]:
    """The same, forked."""
    async with _ended(QuickBot(_listening(environment), log)) as bot:
        yield bot


def _listening(environment: Mapping[str, str]) -> Mapping[str, str]:
    return {"LISTEN": f"127.0.0.1:{free_port()}", "OPERATOR_FILE": str(OTHER_FILE), **environment}


@contextlib.asynccontextmanager
async def _ended(bot: AnyBot) -> AsyncIterator[AnyBot]:
    try:
        yield bot
    finally:
        await bot.kill()
