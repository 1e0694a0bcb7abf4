"""A test run that is ended from outside leaves no PostgreSQL and no folder behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.source import ROOT
from tests.patience import LONGEST_S

RUN = """
import signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background of a shell is made to ignore it
from tests.databases import postgres_server
with postgres_server() as server:
    print(server.folder, flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_ended_takes_its_postgresql_with_it(number: signal.Signals) -> None:
    run = subprocess.Popen([sys.executable, "-c", RUN], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert run.stdout is not None
    with run.stdout:
        folder = Path(run.stdout.readline().decode().strip())
        server = int((folder / "postmaster.pid").read_text().splitlines()[0])
        assert lives(server)
        run.send_signal(number)
        assert run.wait(LONGEST_S) != 0
    comes_true(lambda: not lives(server))
    comes_true(lambda: not folder.parent.exists())


def lives(pid: int) -> bool:
    """Whether a process has this number and is not only waiting to be counted as dead."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"


def comes_true(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + LONGEST_S
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.05)
