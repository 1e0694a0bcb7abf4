"""Since when a total is complete."""

from collections.abc import Sequence
from typing import Protocol

from content.since import Since


class SinceWords(Protocol):
    def said(self, since: Sequence[Since]) -> str:
        """From which day on each of these kinds is in the record, in one line; there is at least one."""
