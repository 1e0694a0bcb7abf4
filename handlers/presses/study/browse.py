"""The keys of the buttons of the list of codes and the lists of courses."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Codes(Press, tag="bc"):
    page: int
    view: str


@dataclass(frozen=True)
class OpenCode(Press, tag="bo"):
    code: int
    page: int
    view: str


@dataclass(frozen=True)
class LeaveCourse(Press, tag="bl"):
    """Back from the card of a course to where courses of its code are chosen."""

    code: int
