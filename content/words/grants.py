"""Credits that staff grant to many by a file. What an import of any kind says stands in importing.py."""

from collections.abc import Sequence
from typing import Protocol

from content.importing.report import Outcome, Standing, State


class Grants(Protocol):
    def title(self) -> str: ...

    def how(self) -> Sequence[str]:
        """Send the file; its columns; what a row names; what happens then."""

    def reason(self, why: str) -> Sequence[str]:
        """The reason for every row that has none; if none is chosen, how to choose one."""

    def one_title(self, number: int) -> str: ...

    def report_title(self, number: int) -> str: ...

    def outcome(self, outcome: Outcome) -> str: ...

    def standing(self, state: State) -> str:
        """How one stands, in a word."""

    def state(self, one: Standing) -> Sequence[str]:
        """How it stands, and what can be done now."""

    def to_apply(self, changes: int) -> str: ...

    def to_undo(self) -> str: ...

    def ask_undo(self, one: Standing) -> Sequence[str]:
        """Asks for the reason, which the members read."""

    def undo_so(self, one: Standing, why: str) -> Sequence[str]:
        """What happens if it is pressed, with this reason."""

    def own(self) -> str:
        """The reader is a member of the file: somebody else of staff does it."""

    def stopped(self) -> str:
        """The reason of a reversal that nobody chose: a row could not be granted any more, so all are taken back."""
