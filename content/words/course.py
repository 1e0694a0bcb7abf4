"""The card of a course."""

from datetime import date
from typing import Protocol

import content.study.course
from content.study.course import CommonLecture


class Course(Protocol):
    def title(self, title: str, code: int, half_units: int) -> str:
        """高血圧（CC 74・1単位）"""

    def about(self, course: content.study.course.Course) -> str:
        """Its kind, planning body and supervisors, and whether it is a sample."""

    def common_lecture(self, common: CommonLecture) -> str: ...

    def cannot_earn(self) -> str:
        """The guide's sentence for an account that may learn but not earn."""

    def chapter(self, number: int, title: str, seconds: int) -> str:
        """第1章 …　10分5秒"""

    def chapter_done(self, number: int, title: str, seconds: int) -> str:
        """第1章 …　受講済　10分5秒"""

    def chapter_begun(self, number: int, title: str, watched: int, seconds: int) -> str:
        """第2章 …　3分10秒 / 8分"""

    def test_locked(self, missing: int) -> str: ...

    def test_open(self, asked: int, needed: int, pass_pct: int) -> str: ...

    def test_under_way(self) -> str: ...

    def test_passed(self, day: date) -> str: ...

    def test_passed_early(self, day: date, missing: int) -> str:
        """Passed before all chapters are watched."""

    def credited(self, day: date, half_units: int) -> str: ...

    def brought(self, day: date, title: str) -> str:
        """The credit is held already: an imported one of that day, with this title, is of the same content."""

    def may_be_brought(self, day: date, title: str) -> str:
        """An imported credit may be of the same content. Staff look into it once the member has done it."""

    def begin_chapter(self, number: int) -> str: ...

    def go_on_chapter(self, number: int) -> str: ...

    def chapter_button(self, number: int) -> str: ...

    def in_browser(self) -> str: ...

    def take_test(self) -> str: ...

    def go_on_test(self) -> str: ...

    def practise(self) -> str:
        """A button that begins the test again. It brings practice and no credit."""
