"""Courses by curriculum code."""

from typing import Literal, Protocol

from content.course import CommonLecture, Kind

View = Literal["all", "courses"]
"""The guide's two tabs: everything that brings a code, or lectures and cooperation courses alone."""

State = Literal["earned", "finished", "begun", "new"]
"""A member and a course: credited, completed without credit, under way, untouched."""


class Browse(Protocol):
    def codes_title(self) -> str: ...

    def view(self, view: View) -> str:
        """The name of a tab, as the guide has it."""

    def view_line(self, view: View, codes: int) -> str:
        """Which tab is shown, and how many codes it has."""

    def legend(self) -> str:
        """What the marks before the codes say."""

    def code(self, number: int, name: str, courses: int) -> str:
        """74 高血圧症　1講座"""

    def code_button(self, number: int) -> str: ...

    def jump(self, first: int, last: int) -> str:
        """From this code to that."""

    def no_codes(self) -> str: ...

    def courses_title(self, number: int, name: str) -> str: ...

    def courses_line(self, courses: int) -> str: ...

    def kind(self, kind: Kind) -> str: ...

    def detail(self, state: State, kind: Kind, common: CommonLecture | None, *, sample: bool) -> str:
        """▶️ 受講中　生涯教育講座　専門医共通講習（必修A 感染対策 1単位）"""

    def common_lecture(self, common: CommonLecture) -> str: ...

    def to_codes(self) -> str: ...
