"""The keys of the buttons of a course's card."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class OpenCourse(Press, tag="co"):
    course: int


@dataclass(frozen=True)
class TurnChapters(Press, tag="cc"):
    course: int
    page: int
