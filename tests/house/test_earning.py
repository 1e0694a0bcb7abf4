"""Who earns credits is asked in one place: `Member.earns`, which knows that a membership can end."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Source, product

ASKS = frozenset({"storage/tables/people.py"})
"""Here the column stands, and `earns` is made of it."""

TABLES = frozenset({"Member", "MemberRow", "_MEMBERS", "c"})
"""As what the table is known in the modules. A `Caller` has the word too: it was filled from `earns`."""


def direct(source: Source) -> Iterator[int]:
    """The lines that read the column of the members' table: of the mapped class, or of the columns of a table."""
    for node in source.nodes:
        if isinstance(node, ast.Attribute) and node.attr == "can_earn":
            owner = ast.unparse(node.value)
            if owner.split(".")[-1] in TABLES:
                yield node.lineno


def test_nothing_reads_the_column_itself() -> None:
    """An ended membership earns nothing, whatever the members' file says."""
    assert [f"{one.name}:{line}" for one in product() if one.name not in ASKS for line in direct(one)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("select(Member.can_earn)", [1]),
        ("select(_MEMBERS.c.can_earn)", [1]),
        ("select(_MEMBERS.can_earn)", [1]),
        ("select(Member.earns)", []),
        ("turn.member.can_earn", []),
    ],
)
def test_the_rule_finds_it(text: str, found: list[int]) -> None:
    assert list(direct(Source("storage/x.py", text))) == found
