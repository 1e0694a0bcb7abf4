"""Ending and resuming a membership: what an officer reads, and what the member is told."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.operator import Profile


class Membership(Protocol):
    def to_change(self, *, ends: bool) -> str:
        """The button of the card."""

    def ended(self, at: datetime) -> str:
        """A line of the card: since when it has ended."""

    def title(self, name: str, *, ends: bool) -> str: ...

    def ask(self, *, ends: bool) -> Sequence[str]:
        """Says what it does, that the member reads the reason, and that it is logged."""

    def reasons(self, *, ends: bool) -> Sequence[str]:
        """The usual reasons, always in the same order: a button names one by its place."""

    def own(self) -> str:
        """Staff can't change their own membership."""

    def done(self, *, ends: bool) -> str: ...

    def is_so(self, *, ends: bool) -> str:
        """It has ended already, or it goes on already: nothing is to be done."""

    def told_title(self, *, ends: bool) -> str: ...

    def told(self, why: str, profile: Profile, *, ends: bool) -> Sequence[str]:
        """To the member: what it means. `why` is empty if the log no longer has the reason."""
