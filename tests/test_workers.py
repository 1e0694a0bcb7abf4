"""Tests side by side say what they say one after the other, and a worker that dies is not passed over."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

CONFTEST = """
import pytest
from tests.workers import side_by_side

def pytest_addoption(parser):
    parser.addoption("--workers", type=int, default=1)

pytest_runtestloop = pytest.hookimpl(tryfirst=True)(side_by_side)

@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    yield
    tmp_path_factory.getbasetemp().parent.joinpath("ended").open("a").write("a worker\\n")
"""
FIRST = """
import os
def test_passes(kept, tmp_path): assert tmp_path.parent.name.startswith("worker")
def test_fails(): print("seen"); assert 1 == 2
def test_dies(kept): os._exit(7)
def test_goes_on(kept): pass
"""
SECOND = """
import pytest
@pytest.mark.parametrize("number", range(20))
def test_many(kept, number): pass
"""


def ran(folder: Path, *more: str) -> tuple[int, str]:
    """How pytest ends in this folder, and what it says."""
    options = (
        "-q",
        "-p",
        "no:cacheprovider",
        "--workers",
        "2",
        "--rootdir",
        folder,
        "--basetemp",
        folder / "temporary",
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *more, folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    return run.returncode, run.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("conftest", CONFTEST), ("test_first", FIRST), ("test_second", SECOND)):
        (tmp_path / f"{name}.py").write_text(text)
    return tmp_path


def test_each_test_is_told_once_and_each_worker_ends_what_it_began(folder: Path) -> None:
    code, said = ran(folder)
    assert code == 1
    assert "2 failed, 22 passed" in said
    assert "Captured stdout call" in said
    assert "seen\n" in said
    assert "the process that ran it ended with 7" in said
    assert "a worker\n" in (folder / "temporary" / "ended").read_text()


def test_the_first_failure_ends_all_if_that_is_wanted(folder: Path) -> None:
    code, said = ran(folder, "-x")
    assert code == 1
    assert "1 failed" in said
    assert "test_dies" not in said
