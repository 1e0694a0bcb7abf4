"""Since when a total is complete."""

from collections.abc import Sequence
from typing import Protocol

from content.credits.since import Since


class SinceWords(Protocol):
    def said(self, since: Sequence[Since]) -> str:
        """From which day on each of these kinds is in the record, in one line; there is at least one."""

    def parts(self, since: Sequence[Since]) -> tuple[str, ...]:
        """The same for a picture: what it is, then a few words for each day. Lines are broken between them."""

    def joint(self) -> str:
        """Stands between two parts."""
