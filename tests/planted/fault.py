"""A fault as a value."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`old` stands exactly once in `file`, and the fault puts `new` there; with no `old` the files are removed.

    `file` is a path from the top, or a pattern if files are removed. `seen_by` names tests under tests/, without their
    ending: "storage/credits/test_ledger", or "storage/test_ledger::test_name" for one function. One red test is enough.
    """

    breaks: str
    file: str
    old: str
    new: str
    seen_by: tuple[str, ...]
