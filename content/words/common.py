"""Forms that every feature uses: days, times, lengths, credits, and the buttons that are the same everywhere."""

from datetime import date, datetime
from typing import Protocol

from content.declarations.evidence import Bad
from content.titled import Titled


class Common(Protocol):
    """All moments are shown in Japan's time zone."""

    def day(self, day: date) -> str:
        """2026年4月1日（水）"""

    def short_day(self, day: date) -> str:
        """4月1日（水）"""

    def time(self, moment: datetime) -> str:
        """9:05"""

    def moment(self, moment: datetime) -> str:
        """4月1日（水）9:05"""

    def length(self, seconds: int) -> str:
        """10分5秒"""

    def wait(self, seconds: int) -> str:
        """A waiting time in its largest sensible unit: 30秒, 5分, 2時間."""

    def credits(self, half_units: int) -> str:
        """0.5単位"""

    def fiscal_year(self, year: int) -> str:
        """2026年度"""

    def back(self) -> str: ...

    def page_of(self, page: int, pages: int) -> str: ...

    def choose_page(self) -> str: ...

    def pages_line(self, page: int) -> str:
        """Which page is open."""

    def span(self, first: int, last: int) -> str:
        """A button that stands for several successive pages or codes."""

    def show_more(self, further: int) -> str:
        """A button below the first of a long list."""

    def home(self) -> str: ...

    def to_courses(self) -> str: ...

    def to_credits(self) -> str: ...

    def to_login(self) -> str: ...

    def sample(self) -> str:
        """The mark of sample content."""

    def marked(self, title: str, *, sample: bool) -> str:
        """The title of a credit, with the mark if it is a sample."""

    def sample_credit(self) -> str:
        """Follows a credit that was earned with a sample."""

    def sample_total(self) -> str:
        """Follows a total of the demo, where samples count."""

    def without_samples(self) -> str:
        """Follows a list with credits that are in no total, because they are samples."""

    def titled(self, one: Titled) -> str:
        """The title of what is published, in this language if it has one in it."""

    def not_taken(self, bad: Bad) -> tuple[str, str]:
        """Why a file can't be taken, and what to send instead."""
