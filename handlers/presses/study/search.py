"""The keys of the buttons of a search."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class TurnFound(Press, tag="sf"):
    page: int
    text: str
