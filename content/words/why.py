"""/why: what is missing, and how each credit counts. The reasons themselves are in content.words.reasons."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.goal import Sum, Window
from content.values import CreditKind


class Why(Protocol):
    def to_why(self) -> str:
        """The button that leads here from where a credit or a line could be missed."""

    def title(self) -> str: ...

    def to_line(self) -> str:
        """The same from where a line of a certificate could be missed."""

    def about(self, pending: int) -> str:
        """What stands below, or that nothing waits."""

    def others(self) -> str:
        """That anything else can be picked, or its name typed."""

    def item(self, number: int, title: str, state: str) -> str: ...

    def kind(self, kind: CreditKind) -> str:
        """A button: pick among the courses, issues, trainings or declarations."""

    def list_title(self, kind: CreditKind) -> str: ...

    def empty(self, kind: CreditKind) -> str: ...

    def unlisted(self) -> str:
        """That the name of what is not in the list can be typed."""

    def found_title(self, text: str) -> str: ...

    def found_more(self, further: int) -> str:
        """So many more were found than are shown."""

    def not_found(self, text: str) -> Sequence[str]:
        """Nothing of that name: what that means for a training, and for what was learned elsewhere."""

    def too_long(self, most: int) -> str: ...

    # of a credit that stands

    def in_year(self, year: int) -> str: ...

    def in_goal(self, window: Window, half_units: int, code: int) -> str:
        """Its credit and its code count towards 60."""

    def in_goal_without_code(self, window: Window, half_units: int, code: int, day: date, title: str) -> str:
        """Its code is counted by an earlier credit, of that day and title."""

    def outside_goal(self, window: Window) -> str: ...

    def falls(self, on: date, *, code: bool) -> str:
        """It leaves the window then; `code`: and its code with it."""

    def common(self, category: str, half_units: int) -> str:
        """It is a 専門医共通講習 too, counted apart."""

    def on_paper(self) -> str:
        """Nothing keeps it from a certificate."""

    def open(self, kind: CreditKind) -> str:
        """The button to the screen of the course, issue, training or declaration."""

    # the rows of the goal

    def to_numbers(self) -> str: ...

    def numbers_title(self, window: Window) -> str: ...

    def numbers_sum(self, sum: Sum) -> str: ...

    def numbers_row(self, number: int, day: date, title: str, half_units: int, code: int, *, counts: bool) -> str:
        """A row; `counts`: its code is counted by it."""

    def numbers_fall(self, on: date) -> str:
        """Behind a row: it leaves the window then."""

    def numbers_legend(self) -> str: ...

    def no_numbers(self) -> str: ...
