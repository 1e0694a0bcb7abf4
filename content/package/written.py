"""Reads a published YAML file into its model, or finds every fault of its bytes, its YAML and its shape at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from content.package import document, reasons, source
from content.package.checks import Plain, without
from content.package.document import Document
from content.package.faults import Fault, Loc, Trouble, line_of
from content.package.schema import Part, reason_of

P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Written(Generic[P]):
    """A file that was read. `part`: its content, if no fault was found. `plain`: its values without the ill-formed
    ones, for checks between the parts. `broken`: the faults of its bytes, by line.
    """

    part: P | None
    plain: Plain
    lines: Mapping[Loc, int]
    troubles: Sequence[Trouble]
    broken: Sequence[tuple[int, str]]

    @property
    def readable(self) -> bool:
        """Whether the file holds a document of this format at all."""
        return bool(self.plain)

    def line(self, *loc: str | int) -> int:
        return line_of(loc, self.lines)

    def faults(self, name: Path, more: Iterable[Trouble] = ()) -> tuple[Fault, ...]:
        """All faults of the file, together with `more`, in the order of lines. Faults name the file `name`."""
        troubles = {Fault(name, line_of(loc, self.lines), reason) for loc, reason in (*self.troubles, *more)}
        return tuple(sorted({*troubles, *(Fault(name, line, reason) for line, reason in self.broken)}))


def read(file: Path, model: type[P], absent: str) -> Written[P]:
    """Read the file as a part of this model. `absent` is the reason to give if the file does not exist."""
    try:
        text, broken = source.read(file)
    except FileNotFoundError:
        text, broken = None, [(1, absent)]
    except OSError:
        text, broken = None, [(1, reasons.CANNOT_READ)]
    if text is None:
        return Written(None, {}, {}, (), broken)
    found = document.read(text)
    part, troubles = _shape(found, model)
    of_this_format = isinstance(found.root, dict) and not _other_format(found.root)
    plain = without(found.root, [loc for loc, _ in troubles]) if of_this_format else {}
    return Written(part, plain, found.lines, troubles, broken)


def _shape(found: Document, model: type[P]) -> tuple[P | None, list[Trouble]]:
    if found.troubles and found.root is None:
        return None, list(found.troubles)
    if not isinstance(found.root, dict):
        return None, [((), reasons.NOT_A_MAPPING)]
    if _other_format(found.root):
        return None, [(("format",), reasons.other_format(found.root["format"]))]
    try:
        return model.model_validate(found.root), list(found.troubles)
    except ValidationError as error:
        known = {loc for loc, _ in found.troubles}
        shape = [(one["loc"], reason_of(one, model)) for one in error.errors() if one["loc"] not in known]
        return None, [*found.troubles, *shape]


def _other_format(root: Plain) -> bool:
    value = root.get("format")
    return value is not None and (value != 1 or value is True)  # True == 1 in Python
