"""The import of files of members: the report, the way to apply it, and the way back."""

from collections.abc import Sequence
from typing import Protocol

from content.importing.report import Outcome


class Importing(Protocol):
    def report_columns(self) -> Sequence[str]:
        """Line, what happens, member's ID, name, column, before, after, reason."""

    def outcome(self, outcome: Outcome) -> str: ...

    def column(self, name: str) -> str: ...

    def reason(self, reason: str) -> str:
        """A reason of a file or a cell, which is kept in English."""
