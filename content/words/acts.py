"""The acts that the log of staff names."""

from typing import Protocol


class Acts(Protocol):
    def act(self, act: str) -> str:
        """The name of an act; one of another version as the log has it."""
