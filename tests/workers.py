"""Tests side by side: `pytest --workers 6` runs them in processes that are forked when all of them are collected.

So the product and the tests are loaded once, and collected once. Tests of a module stay together, in their order. What
a worker's pytest reports, the first process reports again.
"""

import contextlib
import multiprocessing
import os
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, cast

import pytest

from tests.clearing import for_a_server

_FORK = multiprocessing.get_context("fork")
HOUSE = ("tests/house/", "tests/test_house.py")
WAITING = ("browser", "tests/bench/", "tests/bot/")
"""What often waits: for a film, for a process to begin, for a clock."""
TOGETHER = pytest.StashKey[Path]()
SERVER = pytest.StashKey[Path]()
"""Folders that are the same for all workers: for what they make, and for a server of PostgreSQL's."""
Told = tuple[str, Any]
"""BEGUN or ENDED with a test's number, REPORT or WARNING with what was reported, MORE when nothing is left to do."""
BEGUN, ENDED, REPORT, WARNING, MORE = "begun", "ended", "report", "warning", "more"


def side_by_side(session: pytest.Session) -> bool | None:
    """pytest's hook of the loop over all tests. None leaves the loop to pytest."""
    option = session.config.option
    if option.workers < 2 or option.collectonly or session.testsfailed:
        return None
    crew = Crew(session)
    with for_a_server() as session.config.stash[SERVER]:
        try:
            crew.work(option.workers)
        finally:
            crew.end()
    return True


def together(item: pytest.Item) -> str:
    """What a test shares with others of one worker: a browser, the source of the house as it was read, its module."""
    module = item.nodeid.partition("::")[0]
    if "browser" in getattr(item, "fixturenames", ()):
        return "browser"
    return "house" if module.startswith(HOUSE) else module


def groups(items: Sequence[pytest.Item]) -> Iterator[list[int]]:
    """The numbers of the tests that stay together, group by group. Those that wait are spread evenly among those that
    work, or at times everybody would wait. The browser is the longest by far, and comes first.
    """
    found = defaultdict[str, list[int]](list)
    for number, item in enumerate(items):
        found[together(item)].append(number)
    halves = [[name for name in found if name.startswith(WAITING) is waits] for waits in (True, False)]
    places = {name: (number + 1) / len(half) for half in halves for number, name in enumerate(half)}
    return iter([found[name] for name in sorted(found, key={**places, "browser": 0.0}.__getitem__)])


@dataclass
class Worker:
    """A process, and what it was given and has not ended yet."""

    line: Connection
    process: BaseProcess
    left: list[int] = field(default_factory=list)


class Crew:
    """The workers, and the tests that nobody has."""

    def __init__(self, session: pytest.Session) -> None:
        self.session = session
        self.left: Iterator[list[int]] = groups(session.items)
        self.workers: dict[Connection, Worker] = {}
        self._hired = 0

    def work(self, number: int) -> None:
        """Return when all tests have run; raise what ends them early, as pytest's own loop does."""
        config = self.session.config
        config.pluginmanager.getplugin("terminalreporter").showfspath = False  # tests of several modules end in turns
        config.stash[TOGETHER] = config._tmp_path_factory.mktemp("together")  # type: ignore[attr-defined]  # pytest's own
        for _ in range(number):
            self._hire()
        while self.workers:
            for line in wait(list(self.workers)):
                self._hear(self.workers[cast("Connection", line)])
            if self.session.shouldfail:
                raise self.session.Failed(self.session.shouldfail)
            if self.session.shouldstop:
                raise self.session.Interrupted(self.session.shouldstop)

    def end(self) -> None:
        """Whoever still works meets a closed line after the test at hand, and ends."""
        for worker in self.workers.values():
            worker.line.close()
        for worker in self.workers.values():
            worker.process.join()

    def _hire(self) -> None:
        ours, theirs = _FORK.Pipe()
        others = [*self.workers, ours]
        process = _FORK.Process(target=_work, args=(self.session, self._hired, theirs, others))
        process.start()
        theirs.close()
        self._hired += 1
        self.workers[ours] = Worker(ours, process)

    def _hear(self, worker: Worker) -> None:
        try:
            told, about = worker.line.recv()
        except (EOFError, ConnectionResetError):
            self._lose(worker)
            return
        hook, config = self.session.config.hook, self.session.config
        if told == MORE:
            given = next(self.left, [])
            worker.left += given
            worker.line.send(given)
        elif told == REPORT:
            report = hook.pytest_report_from_serializable(config=config, data=about)
            hook.pytest_runtest_logreport(report=report)
        elif told == WARNING:
            hook.pytest_warning_recorded.call_historic(kwargs=about)
        else:
            item = self.session.items[about]
            call = hook.pytest_runtest_logstart if told == BEGUN else hook.pytest_runtest_logfinish
            call(nodeid=item.nodeid, location=item.location)
            if told == ENDED:
                worker.left.remove(about)

    def _lose(self, worker: Worker) -> None:
        """It has ended: with its work, or in the middle of a test, which is red then. Another one does the rest."""
        del self.workers[worker.line]
        worker.line.close()
        worker.process.join()
        if not worker.left:
            return
        number, *rest = worker.left
        item = self.session.items[number]
        said = f"the process that ran it ended with {worker.process.exitcode}"
        report = pytest.TestReport(item.nodeid, item.location, {}, "failed", said, "call")
        self.session.config.hook.pytest_runtest_logreport(report=report)
        self.left = chain([rest] * bool(rest), self.left)
        self._hire()


def _work(session: pytest.Session, number: int, line: Connection, others: Iterable[Connection]) -> None:
    """What a worker does, in its own process."""
    for other in others:
        other.close()
    _apart(session.config, number)
    session.config.pluginmanager.register(Telling(session.config, line))
    try:
        _run(session, line)
    except (KeyboardInterrupt, EOFError, ConnectionError):  # the first process ends, or wants no more
        with contextlib.suppress(Exception):  # half of a test is taken down, and nobody hears of it
            session._setupstate.teardown_exact(None)


def _run(session: pytest.Session, line: Connection) -> None:
    given: list[int] = []

    def following() -> int | None:
        if not given:
            line.send((MORE, None))
            given.extend(line.recv())
        return given.pop(0) if given else None

    number = following()
    while number is not None and not (session.shouldfail or session.shouldstop):
        after = following()
        line.send((BEGUN, number))
        session.config.hook.pytest_runtest_protocol(
            item=session.items[number], nextitem=None if after is None else session.items[after]
        )
        line.send((ENDED, number))
        number = after


def _apart(config: pytest.Config, number: int) -> None:
    """Share with other workers neither the files that hold what a test prints, nor the screen, nor a folder."""
    capturing = config.pluginmanager.getplugin("capturemanager")
    capturing.stop_global_capturing()
    capturing.start_global_capturing()
    capturing.suspend_global_capture()
    config.pluginmanager.getplugin("terminalreporter")._tw._file = Path(os.devnull).open("w")  # noqa: SIM115  # for as long as the worker lives
    folders = config._tmp_path_factory  # type: ignore[attr-defined]  # pytest's own
    folders._basetemp = folders.getbasetemp() / f"worker{number}"
    folders._basetemp.mkdir()


class Telling:
    """A plugin of pytest's that tells the first process what is reported in this one."""

    def __init__(self, config: pytest.Config, line: Connection) -> None:
        self._config = config
        self._line = line

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._line.send((REPORT, self._config.hook.pytest_report_to_serializable(config=self._config, report=report)))

    def pytest_warning_recorded(
        self, warning_message: warnings.WarningMessage, when: str, nodeid: str, location: object
    ) -> None:
        """Pass on what tests warn of. pytest tells each new plugin the warnings of collecting again: they are known."""
        if when == "runtest":
            plain = warnings.WarningMessage(
                str(warning_message.message),
                warning_message.category,
                warning_message.filename,
                warning_message.lineno,
            )
            self._line.send((WARNING, {"warning_message": plain, "when": when, "nodeid": nodeid, "location": location}))
