"""Courses by curriculum code."""

from datetime import date
from typing import Literal, Protocol

from content.credits.goal import Window
from content.study.course import CommonLecture, Kind
from content.values import CreditKind

View = Literal["all", "courses", "missing"]
"""The guide's two tabs: "all" has everything that brings a code, "courses" only lectures and cooperation courses.
"missing" has the codes that the goal of 60 still lacks and a course brings.
"""

State = Literal["earned", "finished", "begun", "new"]
"""How a member stands with a course: credited, completed without credit, under way, not begun."""


class Browse(Protocol):
    def codes_title(self) -> str: ...

    def view(self, view: View) -> str:
        """The name of a tab, as the guide has it."""

    def view_line(self, view: View, codes: int) -> str:
        """Which tab is shown, and how many codes it has."""

    def earned_line(self, ever: int, window: Window, inside: int) -> str:
        """How many codes of the tab the member ever earned, and how many in these years."""

    def legend(self) -> str:
        """What the marks before the codes say."""

    def missing_legend(self, window: Window) -> str:
        """What the marks say on the tab of the codes that are missing in these years."""

    def apart_line(self, ever: int, window: Window, inside: int) -> str:
        """The same of the codes that trainings and declarations alone have earned: no tab of the guide holds these."""

    def code(self, number: int, name: str, courses: int, issues: int, earned_in: int, *, apart: bool) -> str:
        """74 高血圧症　2026年度に取得・1講座・日医雑誌1号; `earned_in`: the last fiscal year that it was earned in, or
        0; `apart`: by trainings and declarations alone.
        """

    def code_button(self, number: int, name: str) -> str: ...

    def no_codes(self) -> str: ...

    def courses_title(self, number: int, name: str) -> str: ...

    def courses_line(self, courses: int) -> str:
        """How many courses the code has now, or that it has no course."""

    def earned(self, day: date, title: str, half_units: int, kind: CreditKind) -> str:
        """A credit of the code: ✅ 2026年11月22日（日） 高血圧　1単位・生涯教育講座"""

    def kind(self, kind: Kind) -> str: ...

    def detail(self, state: State | None, kind: Kind, common: CommonLecture | None, *, sample: bool) -> str:
        """▶️ 受講中　生涯教育講座　専門医共通講習（必修講習A 感染対策 1単位）; no state if nobody is logged in."""

    def common_lecture(self, common: CommonLecture) -> str: ...

    def to_codes(self) -> str: ...
