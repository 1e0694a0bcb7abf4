"""The room of roles: who holds which, and giving and taking them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.staff.rights import Role


class Roles(Protocol):
    def title(self) -> str: ...

    def listed(self, people: int) -> tuple[str, ...]:
        """How many hold a role, and that an ID leads to anybody else."""

    def person(self, number: int, name: str, member_no: str, roles: Sequence[Role]) -> str: ...

    def no_such(self) -> str:
        """An ID that no member has."""

    def card_title(self, name: str) -> str: ...

    def ids(self, member_no: str) -> str: ...

    def holds(self, role: Role, since: datetime, by: str) -> str:
        """`by` is empty if the role was given at the command line."""

    def holds_none(self) -> str: ...

    def does(self, role: Role, what: str) -> str: ...

    def to_change(self, role: Role, *, give: bool) -> str: ...

    def ask_why_title(self, role: Role, name: str, *, give: bool) -> str: ...

    def ask_why(self, role: Role, what: str, *, give: bool) -> tuple[str, ...]:
        """What the change does, that the person hears of it, and that a reason is asked for."""

    def reasons(self, *, give: bool) -> Sequence[str]:
        """The usual ones, always in the same order."""

    def bad_reason(self, longest: int) -> str: ...

    def changed(self, role: Role, *, give: bool) -> str: ...

    def same(self, role: Role, *, give: bool) -> str:
        """The role was held already, or was not held."""

    def last_owner(self) -> str: ...

    def told_title(self, *, give: bool) -> str: ...

    def told(self, role: Role, what: str, *, give: bool) -> tuple[str, ...]:
        """To the person whose role was given or taken."""
