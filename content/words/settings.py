"""The settings that a person can choose."""

from typing import Protocol

from content.rules import Rules
from content.values import Reminder


class Settings(Protocol):
    def title(self) -> str: ...

    def language(self) -> str: ...

    def reminder(self, kind: Reminder, wanted: bool, rules: Rules) -> str:
        """Whether reminders of this kind are sent; and if so, when."""

    def account(self, name: str) -> str: ...

    def no_account(self) -> str: ...

    def other_language(self) -> str:
        """The name of the other language, in that language."""

    def language_changed(self) -> str: ...

    def to_remind(self, kind: Reminder, wanted: bool) -> str:
        """The button by which they are wanted from now on, or no more."""

    def reminders_changed(self, kind: Reminder, wanted: bool) -> str: ...

    def to_privacy(self) -> str: ...

    def to_logout(self) -> str: ...
