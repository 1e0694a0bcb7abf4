"""The picture or PDF that goes with an announcement of staff."""

from collections.abc import Sequence
from typing import Protocol

from content.announcing.attached import Attached, Unfit


class Attaching(Protocol):
    def to_file(self) -> str: ...

    def file_line(self, attached: Attached | None) -> str:
        """Which file goes with it."""

    def ask_file(self) -> Sequence[str]: ...

    def unfit(self, why: Unfit) -> str: ...

    def taken(self, name: str) -> str: ...

    def to_remove(self) -> str: ...

    def preview_comes(self) -> str:
        """Instead of a preview below the card, it comes in messages of its own."""
