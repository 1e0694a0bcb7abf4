"""A fault as a value."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`old` stands exactly once in `file`, and the fault puts `new` there; with no `old` the files are removed.

    `file` is a path from the top, or a pattern if files are removed. `seen_by` names tests under tests/, without their
    ending: "storage/test_ledger", or "storage/test_ledger::test_name" for one function. One red test is enough, unless
    each of them must see it (`by_each`).
    """

    breaks: str
    file: str
    old: str
    new: str
    seen_by: tuple[str, ...]
    by_each: bool = False


def for_each(*tests: str, breaks: str, file: str, old: str, new: str) -> Fault:
    """A fault that every one of these tests must see: each holds a rule, and is to hold it alone."""
    return Fault(breaks, file, old, new, tests, by_each=True)
