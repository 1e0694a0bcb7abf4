"""The privacy notice. A change of what it says needs a new version (Rules.privacy_notice): it is then asked again."""

from typing import Protocol


class Privacy(Protocol):
    def title(self) -> str: ...

    def notice(self, version: str) -> tuple[str, ...]:
        """What is kept, where, for what, and how to leave."""

    def before_login(self) -> str: ...

    def accept(self) -> str: ...

    def decline(self) -> str: ...

    def declined_title(self) -> str: ...

    def declined(self) -> str: ...
