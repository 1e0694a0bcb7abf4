"""The greeting, and the screen from which everything can be reached."""

from datetime import date, datetime
from typing import Protocol

from content.journal import JournalIssue
from content.operator import Profile


class Start(Protocol):
    def title(self) -> str: ...

    def greeting(self, profile: Profile) -> tuple[str, ...]:
        """What this is, for whom it is, and who runs it: if not the association, that it is no official service."""

    def to_not_member(self) -> str: ...

    def to_help(self) -> str: ...

    def home_title(self, name: str) -> str: ...

    def bar(self, halves: int, needed: int, half_units: int) -> str:
        """A slim bar of the goal with its figures, and the credits of this fiscal year."""

    def choose(self) -> str:
        """What to do if there is nothing to go on with."""

    def issue(self, issue: JournalIssue, answered: int, today: date) -> str:
        """An issue of the journal that is not submitted, with its deadline."""

    def to_issue(self, issue: JournalIssue, today: date) -> str: ...

    def training(self, title: str, starts_at: datetime, today: date) -> str:
        """A training of today or tomorrow."""

    def to_training(self, held_on: date, today: date) -> str: ...

    def drafts(self, number: int, until: date) -> str:
        """Drafts of declarations, and the last day for them."""

    def to_drafts(self, until: date) -> str: ...

    def to_staff(self, waiting: int) -> str:
        """The way to the screens of staff, with how much waits on the desk (0: nothing that the caller may see)."""

    def to_further(self) -> str: ...

    def further_title(self) -> str: ...

    def further(self) -> str: ...

    def to_begun(self) -> str:
        """Everything that is under way."""

    def cannot_earn(self) -> str:
        """The guide's sentence for an account that earns no credits."""

    def to_resume(self) -> str: ...

    def to_certificate(self) -> str: ...

    def to_settings(self) -> str: ...
