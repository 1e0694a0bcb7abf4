"""Deep links."""

from typing import Protocol


class Linked(Protocol):
    def after_login(self, hours: int) -> str:
        """Says that the log-in leads to what the link names, within so many hours."""

    def to_share(self) -> str:
        """On a button: pass the link of a course on."""

    def shared(self, title: str) -> str:
        """What is written beside a link that is passed on."""
