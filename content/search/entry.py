"""What can be found, as the finder sees it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from content.text.folding import fold
from content.titled import Titled

Key = int | str
"""By what a hit is opened: the number on record; of a topic of help its name, of a special issue its slug."""


JOINING = "joining"
"""The key of the page 入会について, which stands among the topics of help."""


class Kind(StrEnum):
    """The kinds of things, in the order in which a list has them."""

    COURSE = "course"
    CODE = "code"
    TRAINING = "training"
    ISSUE = "issue"
    BROADCAST = "broadcast"
    HELP = "help"


@dataclass(frozen=True)
class Part:
    """A chapter (`number` from 1 on), or somebody who is named beside the title (`number` 0)."""

    title: str
    title_en: str = ""
    number: int = 0


@dataclass(frozen=True)
class Entry:
    """A thing with its names. `readings` are in kana. `called`: other names. `code`: its curriculum code, if it has
    one. `day`: on which it is held or broadcast; of an issue the first day of its month. Entries of one rank are shown
    by `order`.
    """

    kind: Kind
    key: Key
    title: str
    title_en: str = ""
    readings: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    code: int | None = None
    parts: tuple[Part, ...] = ()
    day: date | None = None
    order: tuple[int | str, ...] = ()
    sample: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its titles and other names, folded."""
        return _folded(self.title, self.title_en, *self.called)

    @cached_property
    def read(self) -> tuple[str, ...]:
        """Its readings, folded."""
        return _folded(*self.readings)

    @cached_property
    def held(self) -> str:
        """All that a search looks into, folded, each in a line of its own."""
        return "\n".join((*self.names, *self.read, *(name for part in self.parts for name in part_names(part))))


def part_names(part: Titled) -> tuple[str, ...]:
    """Its titles, folded."""
    return _folded(part.title, part.title_en)


def _folded(*names: str) -> tuple[str, ...]:
    return tuple(one for name in names if (one := fold(name)))
