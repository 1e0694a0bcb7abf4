"""Staff see what a member sees: what staff read about it, and what the member is told afterwards."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.operator import Profile
from content.staff.viewing import Ended


class ViewingWords(Protocol):
    def to_view(self) -> str:
        """The button of the card."""

    def ask_title(self, name: str) -> str: ...

    def ask(self, minutes: int) -> Sequence[str]:
        """Says what is shown, what stays closed, that it is logged and that the member is told; asks for the reason."""

    def reasons(self) -> Sequence[str]:
        """The usual reasons, always in the same order: a button names one by its place."""

    def own(self) -> str:
        """Staff can't view their own screens in this way."""

    def holds_a_role(self) -> str:
        """Staff can't view the screens of a person who holds a role."""

    def banner(self, name: str, until: datetime) -> str:
        """Stands above every screen."""

    def begun(self) -> Sequence[str]: ...

    def to_begin(self) -> str: ...

    def to_end(self) -> str: ...

    def ended_title(self) -> str: ...

    def ended(self, name: str, how: Ended) -> Sequence[str]: ...

    def over(self) -> str:
        """Nothing is viewed now: a button of an earlier view, or the command that ends one."""

    def told_title(self) -> str: ...

    def told(self, at: datetime, until: datetime, why: str, profile: Profile) -> Sequence[str]:
        """To the member: from when, until when at most, and why. `why` is empty if the log no longer has the reason."""
