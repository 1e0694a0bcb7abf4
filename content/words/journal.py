"""日医雑誌 問題解答: the issues, a sheet of answers, its submission and its result."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from content.journal import Channel, IssueStanding, JournalIssue


class Journal(Protocol):
    """A deadline is the last second in which answers are taken."""

    def title(self) -> str: ...

    def to_journal(self) -> str:
        """On a button of two in a row."""

    def name(self, month: date, title: str) -> str:
        """日医雑誌 2026年12月号　高齢者の多剤併用"""

    def month(self, month: date) -> str:
        """2026年12月号"""

    def about(self) -> Sequence[str]:
        """How it works, above the list."""

    def nothing(self) -> str:
        """No issue is published."""

    def special(self, month: date, title: str) -> str:
        """A special issue, and that it has no questions."""

    def special_name(self, month: date, title: str) -> str: ...

    def state(self, issue: JournalIssue, standing: IssueStanding, answered: int, right: int) -> str:
        """✅ 提出済　結果は2月1日（月）以降. `right` counts only once the answers are published."""

    def passed_before(self, issue: JournalIssue, right: int, *, sure: bool) -> str:
        """A passed sheet without a credit of its own: an imported one is (`sure`), or may be, of the same issue."""

    def asks(self, issue: JournalIssue, needed: int, pass_pct: int) -> str:
        """How many questions, and how many right answers pass."""

    def once(self) -> str:
        """Says that answers go in by web or by postcard, only once, and can't be changed."""

    def told_from(self, at: datetime) -> str:
        """結果は解答公表後（12月1日以降）に表示されます。"""

    def by(self, channel: Channel, at: datetime) -> str:
        """When it was submitted, or the day on which the postcard came."""

    def begin(self) -> str: ...

    def go_on(self) -> str: ...

    def question_title(self, month: date, place: int, asked: int) -> str: ...

    def review_title(self, month: date) -> str: ...

    def not_submittable(self, places: Sequence[int]) -> str:
        """What to do about unanswered questions; also an alert, at most 200 characters."""

    def submittable(self, deadline: datetime) -> str: ...

    def to_submit(self) -> str: ...

    def confirm_title(self, month: date) -> str: ...

    def final(self) -> str: ...

    def submit(self) -> str: ...

    def look_again(self) -> str: ...

    def submitted_title(self, month: date) -> str: ...

    def left(self) -> str:
        """A toast on leaving."""

    def submitted_before(self) -> str:
        """A toast."""

    def result_title(self, standing: IssueStanding, month: date) -> str: ...

    def result(self, right: int, asked: int, percent: int, pass_pct: int) -> str: ...

    def credited_on(self, day: date, year: int) -> str:
        """The day and fiscal year of the credit. Says that no certificate shows it."""

    def without_credit(self) -> str:
        """The mark is reached, but the account can't earn credits."""

    def explain(self) -> str: ...

    def explained(self, month: date, place: int, asked: int) -> str: ...

    def reminder_title(self, month: date) -> str: ...

    def reminder(self, answered: int, asked: int, deadline: datetime) -> str: ...
