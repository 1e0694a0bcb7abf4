"""python -m tests.bench.watched FILE …: what `python -m bot …` does, with a stopwatch on the event loop.

FILE gets a line for each step of the loop that took over a millisecond: the moment at which it ended, how long it held
the loop, and how much of that the processor worked for it, in seconds. The rest is the machine's, which had others.
"""

import asyncio
import sys
import time
from pathlib import Path

from bot.cli import main

TOLD_S = 0.001


def watch(file: Path) -> None:
    """Time every step from now on."""
    step = asyncio.Handle._run
    out = file.open("w", encoding="ascii", buffering=1)

    def timed(self: asyncio.Handle) -> None:
        begun, used = time.perf_counter(), time.thread_time()
        step(self)
        ended = time.perf_counter()
        if ended - begun > TOLD_S:
            out.write(f"{ended:.6f} {ended - begun:.6f} {time.thread_time() - used:.6f}\n")

    asyncio.Handle._run = timed  # type: ignore[method-assign]  # only here


if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
