"""The list of planted faults does not rot: each can still be planted, and its tests are there."""

import ast
from collections import Counter

import pytest

from tests.house.source import ROOT
from tests.planted.fault import Fault
from tests.planted.listed import FAULTS
from tests.planted.planting import address
from tests.planted.tree import changed, files_of

EACH = pytest.mark.parametrize("fault", FAULTS, ids=[fault.breaks for fault in FAULTS])


@EACH
def test_it_can_be_planted(fault: Fault) -> None:
    """What it changes stands once in its file, and the file with the fault in it is still Python."""
    assert files_of(fault, ROOT)
    if fault.old:
        faulty = changed(fault, ROOT)
        assert faulty != (ROOT / fault.file).read_bytes()
        if fault.file.endswith(".py"):
            compile(faulty, fault.file, "exec")


@EACH
def test_the_tests_that_are_to_see_it_are_there(fault: Fault) -> None:
    assert fault.seen_by
    for test in fault.seen_by:
        file, _, name = address(test).partition("::")
        tree = ast.parse((ROOT / file).read_text())
        names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
        assert not name or name in names


def test_each_is_told_apart() -> None:
    assert [told for told, number in Counter(fault.breaks for fault in FAULTS).items() if number > 1] == []


def test_none_stands_twice() -> None:
    """The same change may stand in the list again only for other tests, which then guard the line too."""
    planted = Counter(
        (fault.file, changed(fault, ROOT), test) for fault in FAULTS if fault.old for test in fault.seen_by
    )
    assert [(file, test) for (file, _, test), number in planted.items() if number > 1] == []
