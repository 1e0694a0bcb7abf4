"""Clearing up after a test run that was ended from outside, and so could not do it itself.

`cleared` starts this file as a small process of its own, which waits for its parent's end: the parent holds the other
end of a pipe, and the system closes that end however the parent dies. If the parent cleared up, nothing is left to do.
"""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

DATA = "data"
"""The folder of PostgreSQL's data, below the folder that is cleared."""

LONGEST_S = 60.0
REMOVING_S = 600.0
"""A server of a whole test run leaves tens of thousands of files, and a busy disk takes its time over them."""


@contextlib.contextmanager
def cleared(folder: Path) -> Iterator[None]:
    """While the block runs, the end of this process is the end of the folder and of the PostgreSQL that runs in it."""
    waiting = subprocess.Popen(
        [sys.executable, __file__, str(folder)],
        stdin=subprocess.PIPE,
        start_new_session=True,  # a signal to the whole group of the tests must not end it too
    )
    try:
        yield
    finally:
        if waiting.stdin is not None:
            waiting.stdin.close()
        waiting.wait(LONGEST_S + REMOVING_S)


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """One process at a time. One that dies lets go."""
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def for_a_server() -> Iterator[Path]:
    """A folder for PostgreSQL's. At the end of the block it is gone, and the PostgreSQL that runs in it."""
    folder = Path(tempfile.mkdtemp(prefix="tani-pg-"))
    with cleared(folder):
        yield folder


def clear(folder: Path) -> None:
    """Stop the PostgreSQL that runs in the folder, and remove the folder."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        pid = int((folder / DATA / "postmaster.pid").read_text().splitlines()[0])
        _end(pid)
    shutil.rmtree(folder, ignore_errors=True)


def _end(pid: int) -> None:
    """Raises ProcessLookupError when it is gone: at once (SIGQUIT is PostgreSQL's immediate shutdown), or killed."""
    os.kill(pid, signal.SIGQUIT)
    until = time.monotonic() + LONGEST_S
    while time.monotonic() < until:
        os.kill(pid, 0)
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.stdin.read()
    clear(Path(sys.argv[1]))
