"""Roles, acts and rooms of staff: what they are called, and what somebody hears whose role does not have an act."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.staff.rights import Act, Role


class Rights(Protocol):
    def role(self, role: Role) -> str: ...

    def does(self, role: Role) -> str:
        """What the role is for, in a line; and if the chat has nothing for it yet, that too."""

    def act(self, act: Act) -> str: ...

    def attempted(self, what: str) -> str:
        """An act by the name that stands in the log; any other text as it is."""

    def not_yours_title(self) -> str: ...

    def not_yours(self, act: Act, roles: Sequence[Role]) -> tuple[str, ...]:
        """The roles that have the act, that nothing was changed, and that the attempt is logged."""

    def attempt_title(self) -> str: ...

    def attempt(self, name: str, what: str, at: datetime) -> tuple[str, ...]:
        """To an owner: who tried what, and that it was refused."""

    def rooms_title(self) -> str: ...

    def rooms(self, roles: Sequence[Role]) -> tuple[str, ...]:
        """The roles that somebody holds, and that what is done is logged."""

    def can_search(self) -> str:
        """A name can be typed right here."""

    def room(self, act: Act, command: str) -> str:
        """A line about a room: what is done in it, and its command."""

    def to_room(self, act: Act) -> str:
        """The button of a room."""
