"""What the rules of the house look for in a source. test_finding.py tries each way to look on what it must see."""

import ast
import re
from collections.abc import Iterator

from tests.house.source import Source

CLOCKS = {"datetime": {"now", "utcnow", "today"}, "date": {"today"}, "time": {"time", "time_ns", "localtime", "gmtime"}}
FORBIDDEN = {
    "a path of one machine": re.compile("/" + "work/|/" + r"tmp/v\b|/" + "root/|/" + "home/[a-z]|/" + "opt/"),
    "an address of packages": re.compile(
        "py"
        + r"pi\.org|files\.python"
        + r"hosted|registry\.np"
        + r"mjs|deb\.deb"
        + "ian|index-"
        + "url|find-"
        + "links"
    ),
    "work left undone": re.compile(r"\b(TO" + "DO|FIX" + r"ME)\b"),
}
SILENCED = re.compile(r"# (type: ignore|noqa)(?P<name>\[[\w, -]+\]|: [A-Z0-9, ]+?)?(?P<why>\s+#\s*\S.*|\s*)$")


def clocks(source: Source) -> Iterator[tuple[int, str]]:
    """The lines that read a clock, with what they read."""
    for module, names in CLOCKS.items():
        yield from ((line, f"{module}.{name}") for line, name in named(source, module, names))
    for node in source.nodes:  # the database's clock is a clock too
        if isinstance(node, ast.Attribute) and node.attr in {"now", "current_timestamp"} and root(node) == "func":
            yield node.lineno, f"func.{node.attr}"


def named(source: Source, module: str, names: set[str]) -> Iterator[tuple[int, str]]:
    """The places where one of a module's names is used: `time.time`, `datetime.datetime.now`, `from os import …`."""
    for node in source.nodes:
        if isinstance(node, ast.Attribute) and node.attr in names and last(node.value) == module:
            yield node.lineno, node.attr
        elif isinstance(node, ast.ImportFrom) and node.module == module:
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in names)


def last(node: ast.AST) -> str:
    """The last name of `a.b.c`, which is `c`."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def root(node: ast.AST) -> str:
    """The first name of `a.b.c`, which is `a`."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return last(node)


def unexplained(line: str) -> bool:
    """Whether it silences a check otherwise than `# type: ignore[name]  # reason` or `# noqa: NAME  # reason`."""
    found = SILENCED.search(line)
    return found is not None and not (found["name"] and found["why"].strip())


def forbidden(text: str) -> list[str]:
    """What of this must not stand in the repository."""
    return [what for what, pattern in FORBIDDEN.items() if pattern.search(text)]
