"""Invitations of staff who are no members, as the owner who invites sees them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.staff.inviting import Invitation, State
from content.staff.rights import Role


class Inviting(Protocol):
    def to_invite(self) -> str:
        """The button in the room of roles."""

    def title(self) -> str: ...

    def about(self) -> tuple[str, ...]:
        """What an invitation is, and that a name is typed now."""

    def line(self, number: int, shown: Invitation) -> str:
        """An invitation that waits, in the list."""

    def bad_name(self, longest: int) -> str: ...

    def ask_role_title(self, name: str) -> str: ...

    def ask_role(self) -> str: ...

    def ask_why_title(self, name: str) -> str: ...

    def ask_why(self, role: Role | None) -> tuple[str, ...]:
        """None: it leads back into an account that is there."""

    def reasons(self, *, again: bool) -> Sequence[str]:
        """The usual ones, always in the same order."""

    def bad_reason(self, longest: int) -> str: ...

    def made_title(self, name: str) -> str: ...

    def made(self, until: datetime, address: str) -> tuple[str, ...]:
        """The link, until when it can be opened, and that nobody has rights until the inviter confirms."""

    def to_copy(self) -> str: ...

    def card_title(self, name: str) -> str: ...

    def role(self, shown: Invitation) -> str:
        """The role that it brings, or that it leads back into an account."""

    def by(self, inviter: str, why: str) -> str:
        """`inviter` is empty if the operator invites."""

    def stands(self, state: State, until: datetime) -> str:
        """How far it has come."""

    def opener(self, telegram_id: int, name: str, username: str) -> tuple[str, ...]:
        """The Telegram account that opened it, and that the inviter asks the person whether it is theirs."""

    def turned_away(self, times: int) -> str:
        """So often was the link opened when it was good for nobody or for somebody else."""

    def to_open(self) -> str: ...

    def to_confirm(self) -> str: ...

    def to_refuse(self) -> str: ...

    def to_withdraw(self) -> str: ...

    def to_invite_again(self) -> str:
        """On the card of a staff account."""

    def over(self) -> str:
        """It can't be decided any more."""

    def not_yours(self) -> str:
        """Only who invited confirms."""

    def busy(self) -> str:
        """Somebody logged in in the opener's chat meanwhile."""

    def roles_changed(self) -> str:
        """The roles of the account are not those that it had when the invitation was made."""

    def confirmed(self, role: Role | None) -> str: ...

    def to_roles(self) -> str: ...

    def waits_for_second(self) -> str:
        """The account is there, and the role owner takes a second person."""

    def refused(self) -> str: ...

    def withdrawn(self) -> str: ...

    def opened_letter(self) -> str:
        """To who invited: somebody opened the link."""
