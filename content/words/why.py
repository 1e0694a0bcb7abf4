"""/why: what is missing, and how each credit counts. The reasons themselves are in content.words.reasons."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.credits.goal import Sum, Window
from content.values import CreditKind


class Why(Protocol):
    def to_why(self) -> str:
        """A button on screens on which a member may miss a credit. It leads to /why."""

    def title(self) -> str: ...

    def to_line(self) -> str:
        """The same on screens on which a member may miss a line of a certificate."""

    def about(self, pending: int) -> str:
        """What the list below shows, or that nothing waits for a credit."""

    def others(self) -> str:
        """Says that the member can also pick another content, or type its name."""

    def item(self, number: int, title: str, state: str) -> str: ...

    def kind(self, kind: CreditKind) -> str:
        """A button: pick among the courses, issues, trainings or declarations."""

    def list_title(self, kind: CreditKind) -> str: ...

    def empty(self, kind: CreditKind) -> str: ...

    def unlisted(self) -> str:
        """Says that the member can type a name that the list does not have."""

    def found_title(self, text: str) -> str: ...

    def found_more(self, further: int) -> str:
        """So many more were found than are shown."""

    def not_found(self, text: str) -> Sequence[str]:
        """Nothing has that name. Says what this means for trainings, and for what was learned elsewhere."""

    def too_long(self, most: int) -> str: ...

    # how a credit that stands counts

    def brought_along(self, day: date) -> str:
        """The credit was imported from the former record on this day."""

    def in_year(self, year: int) -> str: ...

    def in_goal(self, window: Window, half_units: int, code: int) -> str:
        """Its credit and its code count towards 60."""

    def in_goal_without_code(self, window: Window, half_units: int, code: int, day: date, title: str) -> str:
        """Its code already counts by an earlier credit, which has this day and title."""

    def outside_goal(self, window: Window) -> str: ...

    def falls(self, on: date, *, code: bool) -> str:
        """It leaves the window on this day. `code`: its code leaves too."""

    def common(self, category: str, half_units: int) -> str:
        """It is also a 専門医共通講習, which is counted apart."""

    def on_paper(self) -> str:
        """A certificate can show it."""

    def open(self, kind: CreditKind) -> str:
        """The button to the screen of the course, issue, training or declaration."""

    # the rows of the goal

    def to_numbers(self) -> str: ...

    def numbers_title(self, window: Window) -> str: ...

    def numbers_sum(self, sum: Sum) -> str: ...

    def numbers_row(self, number: int, day: date, title: str, half_units: int, code: int, *, counts: bool) -> str:
        """A row. `counts`: this credit makes its code count."""

    def numbers_fall(self, on: date) -> str:
        """Follows a row: the credit leaves the window on this day."""

    def numbers_legend(self) -> str: ...

    def no_numbers(self) -> str: ...
