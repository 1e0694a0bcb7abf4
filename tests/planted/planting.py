"""Planting one fault after the other, and looking whether the tests see it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from queue import SimpleQueue

from tests.house.source import ROOT
from tests.planted.fault import Fault
from tests.planted.tree import Tree

FORKS = "tests/planted/forks.py"
AT_ONCE = os.cpu_count() or 1
_FAILED = 1
_PASSED = 0


class Verdict(Enum):
    """What the tests say of a fault."""

    FOUND = "found"
    SURVIVED = "SURVIVED"
    HUNG = "HUNG"
    NOT_RUN = "NOT RUN"


@dataclass(frozen=True)
class Seen:
    """A fault, what became of it, and the last line of the tests' report."""

    fault: Fault
    verdict: Verdict
    said: str


def plant_all(faults: Iterable[Fault], at_once: int = AT_ONCE) -> Iterator[Seen]:
    """Each fault alone, in a copy of the tree that goes at the end; so many copies are tried at once."""
    free: SimpleQueue[tuple[Tree, Forks]] = SimpleQueue()

    def judge(fault: Fault) -> Seen:
        tree, forks = free.get()
        try:
            with tree.planted(fault):
                return _judged(forks, fault)
        finally:
            free.put((tree, forks))

    with ExitStack() as closing:
        folder = closing.enter_context(tempfile.TemporaryDirectory(prefix="tani-planted-"))
        for number in range(at_once):
            tree = Tree(Path(folder) / str(number))
            free.put((tree, closing.enter_context(Forks(tree.folder))))
        pool = closing.enter_context(ThreadPoolExecutor(at_once))
        yield from pool.map(judge, faults)


class Forks:
    """A process in a tree that runs tests in forks of it (tests/planted/forks.py), for as long as the block runs."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, str(ROOT / FORKS)]
        self._process = subprocess.Popen(
            command, cwd=folder, env=_given(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> "Forks":
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.communicate()

    def run(self, fault: Fault, tests: Iterable[str]) -> Seen:
        """Whether these tests see the fault, which is planted."""
        requests, answers = self._process.stdin, self._process.stdout
        assert requests is not None
        assert answers is not None
        print(json.dumps({"file": fault.file, "arguments": [*map(address, tests)]}), file=requests, flush=True)
        code, said = json.loads(answers.readline())
        if code is None:
            return Seen(fault, Verdict.HUNG, "no end")
        lines = said.strip().splitlines()
        red = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
        verdict = {_FAILED: Verdict.FOUND, _PASSED: Verdict.SURVIVED}.get(code, Verdict.NOT_RUN)
        return Seen(fault, verdict, (red or lines or [f"it ended with {code}"])[-1])


def _judged(forks: Forks, fault: Fault) -> Seen:
    """By all of its tests together; if each must see it, by one after the other until one does not."""
    if not fault.by_each:
        return forks.run(fault, fault.seen_by)
    seen = Seen(fault, Verdict.NOT_RUN, "no test")
    for test in fault.seen_by:
        seen = forks.run(fault, (test,))
        if seen.verdict is not Verdict.FOUND:
            return replace(seen, said=f"{test}: {seen.said}")
    return seen


def address(test: str) -> str:
    """A test of a fault as pytest is given it."""
    file, mark, name = test.partition("::")
    return f"tests/{file}.py{mark}{name}"


def _given() -> dict[str, str]:
    """The environment, without what makes the tests large: a fault is to be seen in their usual sizes. What is compiled
    is kept for the next fault.
    """
    return {name: value for name, value in os.environ.items() if name not in ("SOAK", "PYTHONDONTWRITEBYTECODE")}
