"""Why a file or a cell can't be taken. The reasons are written in English where they are found (content/tables)."""

from typing import Protocol


class TableFaults(Protocol):
    def said(self, reason: str) -> str:
        """The reason; as it is if this language has no words for it."""
