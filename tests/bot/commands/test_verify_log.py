"""verify-log at the command line: which heads it takes, and how it ends."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from bot.demo.people import PEOPLE_FILE
from tests.bot.commands.conftest import Run


def test_the_log_is_proved_by_a_head_from_anywhere(run: Run, ready: Path) -> None:
    """Without one it is not proved, and the command says so and ends with a code of its own."""
    run("import-members", str(PEOPLE_FILE), code=0)
    assert "No head of the log was noted outside the database (var/staff-log.head)" in run("verify-log")
    run("grant-staff", "1000000001", "owner", code=0)
    assert run("verify-log", code=0) == "The log of staff is whole: 1 act, proved by a head up to act 1.\n"
    file = ready.parent / "staff-log.head"
    sent = ready.parent / "sent"
    sent.write_text(file.read_text().replace("1 ", "2 ", 1))
    assert "act 2: missing" in run("verify-log", "--head", str(sent), code=1)
    assert "act 2: missing" in run("verify-log", "--head", str(file), "--head", str(sent), code=1)
    file.unlink()
    assert "No head of the log" in run("verify-log")
    assert "/none: No such file or directory" in run("verify-log", "--head", "/none")


def test_a_head_is_taken_from_the_standard_input(ready: Path, run: Run) -> None:
    run("import-members", str(PEOPLE_FILE), code=0)
    run("grant-staff", "1000000001", "owner", code=0)
    (head,) = (ready.parent / "staff-log.head").read_text().split("\n")[1:]
    for given, code in ((head, 0), (head.replace("1 ", "2 ", 1), 1)):
        with typed(given):
            assert ("whole" in run("verify-log", "--head", "-", code=code)) == (code == 0)


@contextlib.contextmanager
def typed(line: str) -> Iterator[None]:
    """The standard input of this process is a pipe with this line, to its end."""
    reading, writing = os.pipe()
    os.write(writing, line.encode() + b"\n")
    os.close(writing)
    before = os.dup(0)
    os.dup2(reading, 0)
    os.close(reading)
    try:
        yield
    finally:
        os.dup2(before, 0)
        os.close(before)
