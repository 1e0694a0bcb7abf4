"""A bot as a process of its own, and the processor time that it uses."""

import asyncio
import contextlib
import math
import os
import re
import signal
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Protocol

from tests.bench.telegram_stub import Stub

LONGEST_S = 60.0


class Started(Protocol):
    """What is asked of a bot in order to start it."""

    @property
    def module(self) -> Sequence[str]: ...
    @property
    def environment(self) -> dict[str, str]: ...
    @property
    def python(self) -> Path: ...
    @property
    def tree(self) -> Path: ...


@contextlib.asynccontextmanager
async def running(stub: Stub, bot: Started, log: Path) -> AsyncIterator[int]:
    """`python -m module …` in its tree, from when it first asks the stub for updates until after the block. Gives its
    process number.
    """
    stub.newcomer()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    with log.open("ab") as out:
        process = await asyncio.create_subprocess_exec(
            bot.python, "-m", *bot.module, cwd=bot.tree, env=kept | bot.environment, stdout=out, stderr=out
        )
    try:
        await _asks(stub, process, log)
        yield process.pid
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), LONGEST_S)


async def _asks(stub: Stub, process: asyncio.subprocess.Process, log: Path) -> None:
    ended, asked = asyncio.create_task(process.wait()), asyncio.create_task(stub.asked.wait())
    await asyncio.wait({ended, asked}, timeout=LONGEST_S, return_when=asyncio.FIRST_COMPLETED)
    asked.cancel()
    if not stub.asked.is_set():
        raise RuntimeError(f"the bot did not come up: {log.read_text()[-3000:]}")
    ended.cancel()


def stopwatch(pid: int) -> Callable[[], float]:
    """Says the seconds of processor time that a process has used, to the microsecond: by Linux's number of its clock
    (clock_getcpuclockid).
    """
    clock = (~pid << 3) | 2
    return lambda: time.clock_gettime(clock)


def processor_s(pid: int) -> float:
    """Seconds of processor time that a process has used, in all its threads; not a number where there is no /proc."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return math.nan
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_mib(pid: int) -> float:
    """The most memory that a process has held at once, in MiB; not a number where there is no /proc."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return math.nan
    (kib,) = re.findall(r"^VmHWM:\s+(\d+) kB$", status.read_text(), re.MULTILINE)
    return int(kib) / 1024


def workers(pid: int) -> frozenset[int]:
    """The processes that a process has begun and that work now; none where there is no /proc."""
    return frozenset(
        int(one) for task in Path(f"/proc/{pid}/task").glob("*/children") for one in task.read_text().split()
    )
