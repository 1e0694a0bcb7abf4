"""python -m tests.bench.watched FILE …: what `python -m bot …` does, with stopwatches on the event loop and on writing.

FILE gets a line for each step of the loop that took over a millisecond: the moment at which it ended, how long it held
the loop, and how much of that the processor worked for it, in seconds. The rest is the machine's, which had others.
Beside it, a file that ends in WRITES gets a line for each transaction that wrote, in the processes that work for it
too: the moment at which it ended, and how long it lasted, with its wait for the lock.
"""

import asyncio
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.orm import Session

from bot.cli import main
from storage.engine.sessions import Sessions

TOLD_S = 0.001
WRITES = ".writes"


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


def watch_writes(file: Path) -> None:
    """Time every transaction that may write from now on."""
    begin = Sessions.begin
    out = file.open("a", encoding="ascii", buffering=1)

    @contextmanager
    def timed(self: Sessions) -> Iterator[Session]:
        begun = time.perf_counter()
        with begin(self) as session:
            yield session
        ended = time.perf_counter()
        out.write(f"{ended:.6f} {ended - begun:.6f}\n")

    Sessions.begin = timed  # type: ignore[method-assign]  # only here


if __name__ in ("__main__", "__mp_main__"):  # the second one: in a process that multiprocessing has spawned
    watch_writes(Path(sys.argv[1]).with_suffix(WRITES))
if __name__ == "__main__":
    watch(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
