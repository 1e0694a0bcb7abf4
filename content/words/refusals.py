"""Why the programme says no. Three sentences at the most: what happened, what is kept, what to do now."""

from datetime import datetime
from typing import Protocol

from content.refusals import PeriodSlip


class Refusals(Protocol):
    def not_logged_in(self) -> str: ...

    def not_understood(self) -> str: ...

    def stale_button(self) -> str: ...

    def still_checking(self) -> str: ...

    def file_too_big(self) -> str: ...

    def file_not_fetched(self) -> str: ...

    def too_busy(self) -> str: ...

    def not_here(self) -> str: ...

    def no_such_code(self) -> str: ...

    def no_such_course(self) -> str: ...

    def no_such_training(self) -> str: ...

    def no_such_declaration(self) -> str: ...

    def too_many_drafts(self, most: int) -> str: ...

    def no_such_broadcast(self) -> str: ...

    def no_courses(self, code: int, name: str) -> str:
        """The bare fact, for a list."""

    def no_courses_here(self, code: int, name: str) -> str:
        """The same with what to do."""

    def chapters_missing(self, chapters: tuple[int, ...]) -> str: ...

    def retake_later(self, at: datetime) -> str: ...

    def no_more_tests(self) -> str: ...

    def nothing_to_certify(self) -> str: ...

    def only_today(self, today: int, at: datetime) -> str:
        """All that there is in the period was earned today: so many half-units, certified from `at`."""

    def bad_period(self, slip: PeriodSlip) -> str: ...

    def set_aside(self) -> str:
        """A fault of ours: the update was kept for the operator."""

    def not_saved(self) -> str:
        """The disk or the database does not answer: nothing is saved yet, it is tried again by itself."""

    def not_text(self) -> str:
        """A photo, a voice message, a place …: only text is read here."""

    def no_such_issue(self) -> str: ...

    def journal_closed(self, deadline: datetime) -> str:
        """`deadline`: the last second in which answers were taken."""

    def answers_not_published(self, at: datetime) -> str: ...
