"""The greeting, and the screen from which everything can be reached."""

from typing import Protocol

from content.operator import Profile


class Start(Protocol):
    def title(self) -> str: ...

    def greeting(self, profile: Profile) -> tuple[str, ...]:
        """What this is, for whom it is, and who runs it: if not the association, that it is no official service."""

    def to_not_member(self) -> str: ...

    def to_help(self) -> str: ...

    def home_title(self, name: str) -> str: ...

    def home(self, begun: bool) -> str:
        """What to do next; `begun`: a course is under way."""

    def cannot_earn(self) -> str:
        """The guide's sentence for an account that earns no credits."""

    def to_resume(self) -> str: ...

    def to_certificate(self) -> str: ...

    def to_settings(self) -> str: ...
