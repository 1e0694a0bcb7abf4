"""The buttons of the room where credits are exported.

A period is two days by their ordinals. A prefecture is its official number (JIS X 0401); 0 means all members.
"""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class ExportRoom(Press, tag="eb"):
    """Asks for a period, and shows the last exports."""


@dataclass(frozen=True)
class ChooseAudience(Press, tag="ec"):
    """Asks of whom the credits of this period are exported."""

    first: int
    last: int


@dataclass(frozen=True)
class ChooseKind(Press, tag="ed"):
    """Asks how much is exported, and in which encoding."""

    first: int
    last: int
    prefecture: int


@dataclass(frozen=True)
class BeginExport(Press, tag="ee"):
    """`kind`, `encoding`: of content.exporting."""

    first: int
    last: int
    prefecture: int
    kind: str
    encoding: str


@dataclass(frozen=True)
class OpenExport(Press, tag="eg"):
    number: int


@dataclass(frozen=True)
class MakeFile(Press, tag="eh"):
    """Make the file of what was counted."""

    number: int


@dataclass(frozen=True)
class DropExport(Press, tag="ei"):
    number: int


@dataclass(frozen=True)
class FetchExport(Press, tag="ej"):
    """Get the file again."""

    number: int


OfExport = OpenExport | MakeFile | DropExport | FetchExport
OfScope = ChooseKind | BeginExport
OfPeriod = ChooseAudience | OfScope
