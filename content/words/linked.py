"""Deep links."""

from typing import Protocol


class Linked(Protocol):
    def after_login(self, hours: int) -> str:
        """Says that the log-in leads to what the link names, within so many hours."""

    def to_share(self) -> str:
        """On a button: pass the link of a course on."""

    def shared(self, title: str) -> str:
        """What is written beside a link that is passed on."""

    def members_only(self) -> str:
        """Stands below a course, for somebody who is not logged in."""

    def public(self) -> str:
        """Stands below the title of the list of codes, for somebody who is not logged in."""
