"""The product as its own process, as it really runs: started, killed, started again."""

import asyncio
import contextlib
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
LONGEST_S = 60.0


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


class Bot:
    """`python -m bot …` with an environment of its own."""

    def __init__(self, environment: Mapping[str, str], log: Path) -> None:
        self.environment = dict(environment)
        self.log = log
        self._process: asyncio.subprocess.Process | None = None

    async def command(self, *arguments: str) -> tuple[int, str]:
        """Run a command to its end: its code and all it printed."""
        process = await self._spawn(arguments, asyncio.subprocess.PIPE)
        out, _ = await asyncio.wait_for(process.communicate(), LONGEST_S)
        return process.returncode or 0, out.decode()

    async def start(self, *arguments: str) -> None:
        """Start and wait until its log says that it runs: what it takes and delivers, it does from then on."""
        before = self._runs()
        with self.log.open("ab") as log:
            self._process = await self._spawn(arguments or ("run",), log.fileno())
        async with asyncio.timeout(LONGEST_S):
            while self._runs() == before:
                if self._process.returncode is not None:
                    raise RuntimeError(f"the bot ended: {self.log.read_text()[-3000:]}")
                await asyncio.sleep(0.02)

    def _runs(self) -> int:
        return self.log.read_text().count('"event": "running"') if self.log.exists() else 0

    async def kill(self) -> None:
        """kill -9."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM, and the code with which it ends."""
        return await self._end(signal.SIGTERM)

    async def _end(self, number: signal.Signals) -> int:
        if self._process is None:
            return 0
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(number)
        code = await asyncio.wait_for(self._process.wait(), LONGEST_S)
        self._process = None
        return code

    async def _spawn(self, arguments: tuple[str, ...], out: int) -> asyncio.subprocess.Process:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            cwd=self.log.parent,  # what it keeps beside the database goes where the test's files are
            env=kept | {"PYTHONPATH": str(ROOT)} | self.environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=out,
            stderr=asyncio.subprocess.STDOUT,
        )


@contextlib.asynccontextmanager
async def bot_process(log: Path, **environment: str) -> AsyncIterator[Bot]:
    """A bot that is killed at the end if it still runs."""
    bot = Bot({"LISTEN": f"127.0.0.1:{free_port()}"} | environment, log)
    try:
        yield bot
    finally:
        await bot.kill()
