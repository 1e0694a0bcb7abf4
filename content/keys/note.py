"""What a chat waits to hear, and what was said so far. A typed value, packed into two columns and read back. Pure.

The columns hold the name of what is expected, and the texts by field name: ("claim_why", {"claim": "4"}).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from content.keys import fields

CUT = "_cut"
"""Beside the fields of any note: when a text came that was no answer, and was so long that its rest may follow."""
_KINDS: dict[str, type["Note"]] = {}


class NoSuchNote(LookupError):
    """Another version wrote this note, and this one can't read it. The chat then waits for nothing."""


@dataclass(frozen=True)
class Note:
    """Subclass as `@dataclass(frozen=True) class AwaitReason(Note, expects="claim_why")`, beside its routes.

    A field that has its default is not written, and a field that is not written gets its default. A base class without
    `expects` only lends its fields to others.
    """

    expects: ClassVar[str] = ""
    tells_rest: ClassVar[bool] = False
    """Its route itself tells the rest of a text that was too long (handlers/cut.py)."""

    def __init_subclass__(cls, expects: str = "") -> None:
        cls.expects = expects
        if expects:
            fields.enter(_KINDS, expects, cls)

    def pack(self) -> dict[str, str]:
        """The note's texts, by field name."""
        return fields.pack(self)

    @classmethod
    def unpack(cls, note: Mapping[str, str]) -> Self:
        """The note that was packed into these texts. Raises NoSuchNote."""
        try:
            return fields.unpack(cls, note)
        except ValueError as error:
            raise NoSuchNote(f"{cls.expects}: {error}") from None


def unpack(expects: str, note: Mapping[str, str]) -> Note:
    """The note of a row. Raises NoSuchNote."""
    if expects not in _KINDS:
        raise NoSuchNote(expects)
    return _KINDS[expects].unpack({name: text for name, text in note.items() if name != CUT})


def kinds() -> dict[str, type[Note]]:
    """The classes of notes, by what they expect."""
    return dict(_KINDS)
