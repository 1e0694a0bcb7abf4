"""What is written in YAML is read once, and known to the next test.

PyYAML takes long: an operator's profile, which each application reads at its start, was a twentieth of the processor
time of the tests that run one; the courses of the demo are half of what its record costs, and each is read twice.
"""

import contextlib
import copy
from collections.abc import Iterator
from pathlib import Path

import pytest

from content.operator import Profile
from content.package import document, operator
from content.package.document import Document
from content.package.faults import Fault

Read = tuple[Profile | None, tuple[Fault, ...]]


@contextlib.contextmanager
def read_once() -> Iterator[None]:
    """From now on, no text is parsed twice, and no profile of the same text in the same place is read twice."""
    read, known = operator.read, dict[tuple[Path, Path, bytes], Read]()
    parse, parsed = document.read, dict[str, Document]()

    def remembered(file: Path, shown: Path) -> Read:
        if not file.is_file():
            return read(file, shown)
        key = (file, shown, file.read_bytes())
        if key not in known:
            known[key] = read(file, shown)
        return known[key]

    def once(text: str) -> Document:
        if text not in parsed:
            parsed[text] = parse(text)
        return copy.deepcopy(parsed[text])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operator, "read", remembered)
        patch.setattr(document, "read", once)
        yield
