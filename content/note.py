"""What a chat waits to hear, with what was said so far: a typed value, packed into two columns and read back. Pure.

The columns are the name of what is expected, and texts by the names of the fields: ("claim_why", {"claim": "4"}).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from content import fields

_KINDS: dict[str, type["Note"]] = {}


class NoSuchNote(LookupError):
    """This version never packed a note so: another one wrote it. The chat then waits for nothing."""


@dataclass(frozen=True)
class Note:
    """Subclass as `@dataclass(frozen=True) class AwaitReason(Note, expects="claim_why")`, beside its routes.

    A field that has its default is not written, and one that is not written has its default. A base without `expects`
    only lends its fields.
    """

    expects: ClassVar[str] = ""

    def __init_subclass__(cls, expects: str = "") -> None:
        if expects in _KINDS and _KINDS[expects].__qualname__ != cls.__qualname__:
            raise TypeError(f"{expects} is what {_KINDS[expects].__qualname__} waits for")
        cls.expects = expects
        if expects:
            _KINDS[expects] = cls

    def pack(self) -> dict[str, str]:
        """The note's texts by the name of the field."""
        return fields.pack(self)

    @classmethod
    def unpack(cls, note: Mapping[str, str]) -> Self:
        """The value that was packed so. Raises NoSuchNote."""
        try:
            return fields.unpack(cls, note)
        except ValueError as error:
            raise NoSuchNote(f"{cls.expects}: {error}") from None


def unpack(expects: str, note: Mapping[str, str]) -> Note:
    """The value of a row. Raises NoSuchNote."""
    if expects not in _KINDS:
        raise NoSuchNote(expects)
    return _KINDS[expects].unpack(note)


def kinds() -> dict[str, type[Note]]:
    """The notes by what they expect."""
    return dict(_KINDS)
