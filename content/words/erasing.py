"""The erasure of a member: what the member asks for, what staff do by two persons, and the receipt."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from content.operator import Profile


class Erasing(Protocol):
    def to_erase_me(self) -> str:
        """A button of the member."""

    def goes(self) -> tuple[str, ...]:
        """What is removed."""

    def stays(self) -> tuple[str, ...]:
        """What stays, why, and that it names nobody any more."""

    def how(self) -> tuple[str, ...]:
        """That staff decide by two persons, and what the member should have before."""

    def request_text(self, at: datetime) -> str:
        """The text of the request to staff, which the bot writes for the member."""

    def asked(self) -> tuple[str, ...]: ...

    def asked_before(self) -> str: ...

    def to_requests(self) -> str: ...

    def receipt_title(self) -> str: ...

    def receipt(self, number: int, at: datetime, profile: Profile) -> tuple[str, ...]: ...

    def to_propose(self) -> str:
        """A button of staff on the member's card."""

    def propose_title(self, name: str) -> str: ...

    def propose(self) -> tuple[str, ...]: ...

    def reasons(self) -> Sequence[str]:
        """The usual reasons. They stand in the log for ever, so nobody types one, which might name the member."""

    def effect(self, facts: Mapping[str, str]) -> tuple[str, ...]:
        """What the second person is shown."""

    def holds_a_role(self) -> str:
        """It can't be done while the member holds a role of staff."""

    def own(self) -> str:
        """Nobody proposes the own erasure as staff."""

    def carried(self, number: int, *, told: bool) -> str:
        """`told`: the receipt is on its way to the member's chat; otherwise staff pass the number on."""
