"""The source files of the house, read once, for the tests of its rules."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("content", "storage", "handlers", "bot")
"""From the ground up: each may import those before it."""


@dataclass(frozen=True)
class Source:
    """A Python file; `name` is its path from the top, `floor` its first folder."""

    name: str
    text: str

    @property
    def floor(self) -> str:
        return self.name.split("/")[0]

    @property
    def module(self) -> str:
        """Its name when it is imported."""
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree. They are collected once: each rule goes through all of them."""
        return tuple(ast.walk(self.tree))

    def imports(self) -> Iterator[str]:
        """Every module that is imported anywhere in it, by its whole name."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module if not node.level and node.module else self.name

    def loads(self) -> Iterator[str]:
        """The same, and each name that it takes from a package, which may be a module of its own."""
        yield from self.imports()
        for node in self.nodes:
            if isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    @cached_property
    def docstrings(self) -> set[ast.AST]:
        """The nodes of strings that stand alone: docstrings, and those under a value."""
        return {
            node.value for node in self.nodes if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }


@cache
def tracked() -> tuple[str, ...]:
    """Every file of the repository, and every new one that is not ignored, by its path from the top."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return tuple(sorted(name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()))


@cache
def product() -> tuple[Source, ...]:
    """Every module of the four floors."""
    return tuple(one for one in every() if one.floor in FLOORS)


@cache
def every() -> tuple[Source, ...]:
    """Every module, those of the tests too."""
    return tuple(Source(name, (ROOT / name).read_text()) for name in tracked() if name.endswith(".py"))
