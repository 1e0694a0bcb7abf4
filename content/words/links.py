"""The pages of the association to which members are sent, and the help desk of MAMIS."""

from datetime import datetime
from typing import Protocol

from content.links import Desk
from content.operator import Profile


class LinkWords(Protocol):
    def title(self) -> str: ...

    def to_links(self) -> str:
        """On a button of two in a row."""

    def described(self, title: str, about: str) -> str: ...

    def found(self, where: str) -> str:
        """Where to look on the page."""

    def unverified(self) -> str:
        """Says that nobody has checked some of these pages."""

    def desk_title(self) -> str: ...

    def to_desk(self) -> str:
        """On a button of two in a row."""

    def desk_about(self, name: str) -> str:
        """What the operator's help desk is asked about."""

    def whom_to_ask(self, profile: Profile) -> tuple[str, ...]:
        """Whom to ask about all that is neither the help desk's nor MAMIS's."""

    def desk_for(self, name: str) -> str: ...

    def phone(self, desk: Desk) -> str:
        """Its number and its hours."""

    def open_now(self, until: datetime) -> str: ...

    def opens(self, at: datetime) -> str: ...

    def copy_phone(self) -> str: ...
