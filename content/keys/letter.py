"""The typed key of a letter: its kind, and what it is about, packed into the subject of its row and read back. Pure.

The key also says how a letter of its kind is treated, so that the code that sends letters names no kind.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import Field, dataclass
from enum import IntEnum
from functools import lru_cache
from typing import ClassVar, Self

from content.keys import fields
from content.values import Reminder

_KINDS: dict[str, type["LetterKey"]] = {}


class Rank(IntEnum):
    """Which of the letters that are due goes first. A reminder to everybody takes hours at the pace of Telegram; who
    asks for a certificate meanwhile has it at once.
    """

    AT_ONCE = 0  # what a person asked for, and notices of security
    RESULT = 1
    NUDGE = 2
    LAST = 3  # announcements of staff: everything else passes them


class NoSuchLetter(LookupError):
    """This version has no such kind of letter: it was given up, or a newer version wrote it. This is no fault."""


class BadSubject(ValueError):
    """The kind is known, but its key never wrote this subject. This is a fault."""


@dataclass(frozen=True)
class LetterKey:
    """Subclass as `@dataclass(frozen=True) class ChapterDone(LetterKey, kind="chapter", …)` in content/keys/letters.py.

    `again`: if it is unknown whether a letter was sent, it is sent again (twice is better than never). `waits`: it
    waits for the end of quiet hours (content/rules.py: 21:00 to 08:00 in Japan). `nudge`: the kind of reminders whose
    switch turns it off; None if nobody can turn it off. `last`: it goes when nothing else is due. `word` stands before
    the fields in the subject ("course:5:2"): older rows have it; a new kind needs no word.

    A field that a kind gets later stands last and has a default, which is not written: so the rows of before are read,
    and each key has one subject.
    """

    kind: ClassVar[str] = ""
    word: ClassVar[str] = ""
    again: ClassVar[bool] = False
    waits: ClassVar[bool] = True
    nudge: ClassVar[Reminder | None] = None
    rank: ClassVar[Rank] = Rank.AT_ONCE

    def __init_subclass__(
        cls, kind: str, *, again: bool, waits: bool, nudge: Reminder | None = None, word: str = "", last: bool = False
    ) -> None:
        fields.enter(_KINDS, kind, cls)
        cls.kind, cls.word, cls.again, cls.waits, cls.nudge = kind, word, again, waits, nudge
        cls.rank = Rank.LAST if last else Rank.NUDGE if nudge else Rank.RESULT if waits else Rank.AT_ONCE

    @classmethod
    def prefix(cls) -> str:
        """The beginning of the subject, before the fields: "course:" or empty."""
        return f"{cls.word}:" if cls.word else ""

    def pack(self) -> str:
        """The subject, "course:5:2". Raises ValueError if a field that is not the last one contains a colon."""
        parts = [fields.write(getattr(self, one.name)) for one in _said(self)]
        if any(":" in part for part in parts[:-1]):
            raise ValueError(f"{self}: a colon in a field that is not the last one")
        return self.prefix() + ":".join(parts)

    @classmethod
    def unpack(cls, subject: str) -> Self:
        """The key of this kind that was packed into this subject. Raises BadSubject."""
        kinds = list(fields.types(cls).values())
        said = subject.removeprefix(cls.prefix())
        # the last field may contain colons; a key without fields has an empty subject, which split() would make a part
        parts = said.split(":", maxsplit=len(kinds) - 1) if kinds or said else []
        try:
            key = cls(*(fields.read(kind, part) for kind, part in zip(kinds, parts, strict=False)))
        except (TypeError, ValueError) as error:  # TypeError: a field without a default is missing
            raise BadSubject(f"{subject!r} is no subject of {cls.kind}: {error}") from None
        if key.pack() != subject:
            raise BadSubject(f"{subject!r} is no subject of {cls.kind}")
        return key

    def instead(self) -> "LetterKey | None":
        """What the member is told if this letter's paper can't be made; None if nothing is."""
        return None


def _said(key: LetterKey) -> Sequence[Field[object]]:
    """The fields that a subject says: all up to the last one that has not its default."""
    every = dataclasses.fields(key)
    return every[
        : max((place for place, one in enumerate(every, 1) if getattr(key, one.name) != one.default), default=0)
    ]


# a key never changes, and each claim from a reminder to everybody reads the same few twenty times
@lru_cache(maxsize=256)
def unpack(kind: str, subject: str) -> LetterKey:
    """The key of a row. Raises NoSuchLetter and BadSubject."""
    if kind not in _KINDS:
        raise NoSuchLetter(kind)
    return _KINDS[kind].unpack(subject)


def kinds() -> dict[str, type[LetterKey]]:
    """The classes of keys, by kind."""
    return dict(_KINDS)
