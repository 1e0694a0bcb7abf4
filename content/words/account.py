"""Staff accounts: to whoever opens an invitation, and the first screen and the log-out of the account."""

from collections.abc import Sequence
from typing import Protocol

from content.staff.inviting import Opening
from content.staff.rights import Role


class Account(Protocol):
    def opening_title(self) -> str: ...

    def opening(self, what: Opening) -> tuple[str, ...]:
        """To who opened the link."""

    def ready_title(self) -> str: ...

    def ready(self, name: str, roles: Sequence[Role]) -> tuple[str, ...]:
        """To the person whose account is ready."""

    def to_rooms(self) -> str: ...

    def home_title(self, name: str) -> str: ...

    def home(self, roles: Sequence[Role]) -> tuple[str, ...]:
        """The first screen of a staff account."""

    def number(self, account: int) -> str:
        """In place of the member ID."""

    def no_number(self) -> str:
        """In the list of roles, in place of the member ID."""

    def logged_in(self, name: str) -> tuple[str, ...]:
        """A member can't log in where a staff account is logged in."""

    def ask_logout(self) -> str: ...

    def logged_out(self) -> str: ...
