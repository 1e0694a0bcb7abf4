"""The privacy notice. If its content changes, it needs a new version (Rules.privacy_notice), to be accepted again."""

from typing import Protocol

from content.operator import Profile


class Privacy(Protocol):
    def title(self) -> str: ...

    def summary(self, profile: Profile) -> tuple[str, str, str, str, str]:
        """The whole notice in five lines."""

    def to_full(self) -> str: ...

    def full_title(self) -> str: ...

    def notice(self, profile: Profile) -> tuple[tuple[str, str], ...]:
        """Pairs of a heading and its text: who keeps what, why and where, and how to leave."""

    def version(self, version: str) -> str: ...

    def before_login(self) -> str: ...

    def accept(self) -> str: ...

    def decline(self) -> str: ...

    def declined_title(self) -> str: ...

    def declined(self) -> str: ...
