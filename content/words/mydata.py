"""A copy of all that is kept of a member: the screens, and the page in the ZIP."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.operator import Profile


class MyData(Protocol):
    def to_mydata(self) -> str:
        """A button."""

    def about(self) -> tuple[str, ...]:
        """What the file holds, what it does not hold, and that the chat is stored by Telegram."""

    def on_its_way(self, parts: int, *, again: bool) -> str:
        """`again`: it is being made already."""

    def lately(self, at: datetime) -> str:
        """It was sent within the last hour, and can be had again from this moment on."""

    def file_name(self, day: str, part: int, of: int) -> str: ...

    def file_title(self, part: int, of: int) -> str: ...

    def caption(self, of: int, files: int) -> str: ...

    def page_title(self) -> str: ...

    def page_head(self, at: datetime, profile_name: str) -> tuple[str, ...]: ...

    def nothing(self, tables: Sequence[str]) -> str:
        """Nothing is kept of these kinds."""

    def files_title(self) -> str: ...

    def no_files(self) -> str: ...

    def file(self, name: str, size: int, part: int, of: int) -> str: ...

    def withheld_title(self) -> str: ...

    def withheld(self) -> str:
        """What is kept and not handed out, and why."""

    def whom(self, profile: Profile) -> str:
        """Whom to ask for a correction."""
