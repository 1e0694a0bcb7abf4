"""Going on with what the member has begun."""

from typing import Protocol

from content.journal import JournalIssue


class Resume(Protocol):
    def title(self) -> str: ...

    def several(self) -> str:
        """Several things are under way: which one?"""

    def course(self, number: int, title: str, done: int, chapters: int) -> str:
        """1　高血圧　受講済 2 / 5章"""

    def sheet(self, number: int, issue: JournalIssue, answered: int) -> str:
        """2　日医雑誌 2026年11月号　解答 3 / 5問　締切 …"""

    def drafts(self, number: int, drafts: int) -> str:
        """3　申告書の下書き　2件"""

    def button(self, number: int, title: str) -> str: ...

    def nothing(self) -> str:
        """Nothing is under way. Says where to begin."""
