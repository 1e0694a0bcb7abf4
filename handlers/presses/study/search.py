"""The keys of the buttons of a search."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class TurnFound(Press, tag="sf"):
    """A page of the courses that a text finds; page 0 is all that it finds, the first few of each kind."""

    page: int
    text: str


@dataclass(frozen=True)
class FoundOf(Press, tag="sy"):
    """A page of one kind of what a text finds. `kind`: its place (0…) among the kinds."""

    kind: int
    page: int
    text: str
