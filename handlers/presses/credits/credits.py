"""The keys of the buttons of the record of credits."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Credits(Press, tag="cr"):
    pass


@dataclass(frozen=True)
class Year(Press, tag="cy"):
    year: int
    page: int
