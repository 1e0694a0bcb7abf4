"""入会について: who may take the courses, and whom somebody asks who is no member."""

from collections.abc import Sequence
from typing import Protocol

from content.operator import Profile


class Joining(Protocol):
    def title(self) -> str: ...

    def to_joining(self) -> str: ...

    def called(self) -> tuple[str, ...]:
        """Other words by which people ask for the page."""

    def members_only(self) -> str: ...

    def open_to_all(self) -> str:
        """What somebody who is no member can read here."""

    def procedure(self) -> Sequence[str]:
        """What is known of how to join, and what this bot does not know."""

    def whom_to_ask(self, profile: Profile) -> Sequence[str]:
        """The contact of the operator's profile; without one the associations, and no address."""

    def afterwards(self) -> str:
        """What a new member needs to log in."""
