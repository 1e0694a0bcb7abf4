"""Every reason for which a list or a cell of it is refused has Japanese words."""

import ast
from collections.abc import Iterator

from content.words import EN, JA
from tests.house.source import Source, product

PLACES = (
    *("content/tables/", "content/importing/", "storage/importing/planning.py", "storage/importing/past_planning.py"),
    "storage/importing/reading.py",
)
PARTS = {"save it as CSV (UTF-8)", "line 99: 9"}
"""Not a reason by itself: the end of several, and how the command line shows one."""

RAISED = {"BadCell", "NoTable", "Broken", "Bad", "Fault"}


def _reasons(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
            yield from filter(None, map(_text, node.args))
        elif isinstance(node, ast.Assign) and (text := _text(node.value)) and " " in text:
            yield text
        elif isinstance(node, ast.Return | ast.Yield) and node.value is not None:
            parts = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            yield from (text for part in parts if (text := _text(part)) and " " in text)


def _text(node: ast.AST) -> str:
    """The text of a constant or of an f-string, whose values are all 9; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "9" for part in node.values)


def test_every_reason_is_said_in_japanese() -> None:
    found = {text for source in product() if source.name.startswith(PLACES) for text in _reasons(source)}
    assert len(found) > 40
    assert not {text for text in found if JA.table_faults.said(text) == text} - PARTS


def test_english_says_the_reason_as_it_is() -> None:
    assert EN.table_faults.said("is empty") == "is empty"
    assert JA.table_faults.said("of another version") == "of another version"
