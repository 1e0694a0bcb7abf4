"""Runs tests in forks of processes that have loaded all but what a fault may change. It is started inside a tree.

The libraries are loaded first, then floor upon floor: after each, a process stays behind that others are forked from. A
floor imports only what lies below it, so whatever a fault changes is not loaded yet if the fork is of the floor below:
it is imported anew, with the fault in it. This file imports nothing of ours, because that would be loaded already.

It reads a line of JSON for each run, {"file": …, "arguments": …}, and answers [exit code or null, what pytest said].
"""

import contextlib
import importlib
import json
import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TextIO

FLOORS = ("content", "storage", "handlers", "bot")
LONGEST_S = 300
_OURS = (*FLOORS, "tests")
_FOR_TESTS = ("tests.conftest", "tests.stage", "tests.forking")
_FORK = multiprocessing.get_context("fork")
_PYTEST = ("-q", "-x", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
Said = tuple[int | None, str]


def modules(floor: str) -> Iterator[str]:
    """Every module of a floor, but for what is a program, or one of the numbered steps of a migration."""
    for path in sorted(Path(floor).rglob("*.py")):
        parts = path.with_suffix("").parts
        if all(part.isidentifier() for part in parts) and parts[-1] != "__main__" and "migrations" not in parts:
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def ours() -> set[str]:
    return {name for name in sys.modules if name.partition(".")[0] in _OURS}


def load(names: Sequence[str]) -> None:
    for name in names:
        with contextlib.suppress(ImportError):  # an extra that is not installed
            importlib.import_module(name)


def libraries() -> list[str]:
    """What our modules and those of the tests import of others. A process finds out that ends then."""
    line, theirs = _FORK.Pipe()
    process = _FORK.Process(target=_find_libraries, args=(theirs,))
    process.start()
    found: list[str] = line.recv()
    process.join()
    return found


def _find_libraries(line: Connection) -> None:
    before = set(sys.modules)
    load([*(name for floor in FLOORS for name in modules(floor)), *_FOR_TESTS])
    line.send([name for name in sys.modules if name not in before and name.partition(".")[0] not in _OURS])


def stay(floors: Sequence[str], lines: Sequence[Connection], closed: Sequence[Connection]) -> None:
    """Load the first of these floors, leave the others to a fork, and run what is asked for on the first line."""
    for other in closed:
        other.close()
    load(list(modules(floors[0])))
    mine, *others = lines
    if others:
        _FORK.Process(target=stay, args=(floors[1:], others, [mine])).start()
    for other in others:
        other.close()
    mine.send(sorted(ours()))
    with contextlib.suppress(EOFError):
        while True:
            mine.send(run(mine.recv()))


def run(arguments: Sequence[str]) -> Said:
    """What pytest says in a fork of this process, which is killed with all that it began if it does not end."""
    with tempfile.TemporaryFile("w+b") as said:
        process = _FORK.Process(target=_tests, args=(arguments, said.fileno()))
        process.start()
        process.join(LONGEST_S)
        code = process.exitcode
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
        said.seek(0)
        return code, said.read().decode(errors="replace")


def _tests(arguments: Sequence[str], out: int) -> None:
    os.setsid()
    for number in (1, 2):
        os.dup2(out, number)
    importlib.invalidate_caches()
    import pytest

    sys.exit(int(pytest.main([*_PYTEST, *arguments])))


def serve(requests: TextIO, answers: TextIO) -> None:
    load(libraries())
    lines, theirs = zip(*(_FORK.Pipe() for _ in FLOORS), strict=True)
    _FORK.Process(target=stay, args=(FLOORS, theirs, lines)).start()
    for other in theirs:
        other.close()
    loaded = [(line, set(line.recv())) for line in lines]
    for request in map(json.loads, requests):
        answer = asked(request["file"], request["arguments"], loaded)
        print(json.dumps(answer), file=answers, flush=True)
    for line in lines:
        line.close()


def asked(file: str, arguments: Sequence[str], loaded: Sequence[tuple[Connection, set[str]]]) -> Said:
    """Run in a fork of the highest floor below the fault, or of the libraries alone."""
    floor, module = file.partition("/")[0], file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    below = loaded[: FLOORS.index(floor)] if floor in FLOORS else []
    for line, names in reversed(below):
        if module not in names:
            line.send(arguments)
            answer: Said = line.recv()
            return answer
    return run(arguments)


if __name__ == "__main__":
    sys.path[0] = str(Path.cwd())
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    serve(sys.stdin, answers)
