"""The mark of a sample in published files: what is marked, in which line, and as what the ledger knows its credits."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.package import document, source
from content.package.faults import Fault, line_of

SAMPLE = "a sample: it is published only with --samples, and what is earned with it counts nowhere"
WAS_REAL = "credits were earned with it while it was real: publish the sample under another name"
_SOURCES = {"slug": "course", "journal": "journal", "training": "training"}
_KINDS = {*_SOURCES, "radio", "maintenance"}


@dataclass(frozen=True)
class Mark:
    """The mark of one content, and its line. `source`: the name of its credits in the ledger; empty without any."""

    file: Path
    line: int
    sample: bool
    source: str = ""

    def fault(self, reason: str) -> Fault:
        return Fault(self.file, self.line, reason)


def marks(file: Path, shown: Path) -> Iterator[Mark]:
    """The marks in a YAML file, by the name `shown`. A file of no kind that is published has none."""
    text, _ = source.read(file)
    found = document.read(text) if text is not None else None
    if found is None or not isinstance(found.root, dict) or found.root.get("format") != 1:
        return
    root: dict[str, Any] = found.root
    if isinstance(root.get("sample"), bool) and root.keys() & _KINDS:
        ledger = next((f"{kind}:{root[key]}" for key, kind in _SOURCES.items() if key in root), "")
        yield Mark(shown, line_of(("sample",), found.lines), root["sample"], ledger)
    for place, part in enumerate(_periods(root)):
        if isinstance(part, dict) and isinstance(part.get("sample"), bool):
            yield Mark(shown, line_of(("maintenance", place, "sample"), found.lines), part["sample"])


def _periods(root: dict[str, Any]) -> list[Any]:
    listed = root.get("maintenance")
    return listed if isinstance(listed, list) else []
