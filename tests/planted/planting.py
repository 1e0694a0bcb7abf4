"""Planting one fault after the other, and looking whether the tests see it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from queue import SimpleQueue

from tests.planted.fault import Fault
from tests.planted.tree import Tree

LONGEST_S = 300
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
    trees: SimpleQueue[Tree] = SimpleQueue()

    def judge(fault: Fault) -> Seen:
        tree = trees.get()
        try:
            with tree.planted(fault):
                return _judged(tree, fault)
        finally:
            trees.put(tree)

    with tempfile.TemporaryDirectory(prefix="tani-planted-") as folder, ThreadPoolExecutor(at_once) as pool:
        for number in range(at_once):
            trees.put(Tree(Path(folder) / str(number)))
        yield from pool.map(judge, faults)


def _judged(tree: Tree, fault: Fault) -> Seen:
    """By all of its tests together; if each must see it, by one after the other until one does not."""
    if not fault.by_each:
        return _run(tree, fault, fault.seen_by)
    seen = Seen(fault, Verdict.NOT_RUN, "no test")
    for test in fault.seen_by:
        seen = _run(tree, fault, (test,))
        if seen.verdict is not Verdict.FOUND:
            return replace(seen, said=f"{test}: {seen.said}")
    return seen


def _run(tree: Tree, fault: Fault, tests: Iterable[str]) -> Seen:
    arguments = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *map(address, tests)]
    try:
        run = subprocess.run(arguments, cwd=tree.folder, env=_given(), capture_output=True, timeout=LONGEST_S)
    except subprocess.TimeoutExpired:
        return Seen(fault, Verdict.HUNG, f"no end in {LONGEST_S} s")
    verdict = {_FAILED: Verdict.FOUND, _PASSED: Verdict.SURVIVED}.get(run.returncode, Verdict.NOT_RUN)
    lines = run.stdout.decode(errors="replace").strip().splitlines()
    red = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    return Seen(fault, verdict, (red or lines or [run.stderr.decode(errors="replace")[-300:]])[-1])


def address(test: str) -> str:
    """A test of a fault as pytest is given it."""
    file, mark, name = test.partition("::")
    return f"tests/{file}.py{mark}{name}"


def _given() -> dict[str, str]:
    """The environment, without what makes the tests large: a fault is to be seen in their usual sizes."""
    return {name: value for name, value in os.environ.items() if name != "SOAK"}
