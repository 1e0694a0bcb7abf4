"""An operator's profile is read once, and known to the next test.

Each application reads it at its start, and PyYAML takes long for that: a twentieth of the processor time of the tests
that run one.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.operator import Profile
from content.package import operator
from content.package.faults import Fault

Read = tuple[Profile | None, tuple[Fault, ...]]


@contextlib.contextmanager
def read_once() -> Iterator[None]:
    """From now on, a file with the same text in the same place is not read again."""
    read, known = operator.read, dict[tuple[Path, Path, bytes], Read]()

    def remembered(file: Path, shown: Path) -> Read:
        if not file.is_file():
            return read(file, shown)
        key = (file, shown, file.read_bytes())
        if key not in known:
            known[key] = read(file, shown)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operator, "read", remembered)
        yield
