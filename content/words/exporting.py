"""The export of credits: the room, what is chosen, the numbers, and the file."""

from collections.abc import Sequence
from typing import Protocol

from content.exporting.cells import Encoding
from content.exporting.export import Kind, Scope, Standing
from content.text.periods import Named, Period


class Exporting(Protocol):
    def title(self) -> str: ...

    def how(self) -> Sequence[str]:
        """What an export is; which period? A period can also be typed."""

    def named(self, name: Named) -> str:
        """A button: a period."""

    def period(self, period: Period) -> str: ...

    def ask_audience(self) -> str: ...

    def everybody(self) -> str: ...

    def prefecture(self, prefecture: str) -> str: ...

    def scope(self, scope: Scope) -> str:
        """The period and the audience on a line."""

    def ask_kind(self, former: int | None) -> Sequence[str]:
        """All, or what changed since the export with this number, if there is one; and the encoding."""

    def to_begin(self, kind: Kind, encoding: Encoding) -> str: ...

    def label(self, one: Standing) -> str:
        """A button: the export's number, and how it stands."""

    def one_title(self, number: int) -> str: ...

    def wanted(self, one: Standing) -> Sequence[str]:
        """Its scope, kind and encoding."""

    def state(self, one: Standing, days: int) -> Sequence[str]:
        """How it stands, and what can be done now. `days`: so long the file is kept."""

    def numbers(self, one: Standing) -> Sequence[str]:
        """Members, rows, changes, and credits by kind."""

    def lacking(self, one: Standing) -> Sequence[str]:
        """The characters that the encoding lacks, and what stands in their place."""

    def digest(self, one: Standing) -> str: ...

    def to_make(self) -> str: ...

    def to_drop(self) -> str: ...

    def to_fetch(self) -> str: ...

    def file_comes(self) -> str: ...

    def file_title(self, one: Standing, part: int) -> str:
        """What stands above the file: the export, and which part of how many."""

    def readme(self, kind: Kind, encoding: Encoding, parts: int) -> Sequence[str]:
        """What the receiver of the file has to know."""
