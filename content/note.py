"""What a chat waits to hear, with what was said so far: a typed value, packed into two columns and read back. Pure.

The columns are the name of what is expected, and texts by the names of the fields: ("claim_why", {"claim": "4"}).
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self

from content import fields as texts

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
        given: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: texts.write(value) for name, value in given.items() if value != _default(type(self), name)}

    @classmethod
    def unpack(cls, note: Mapping[str, str]) -> Self:
        """The value that was packed so. Raises NoSuchNote."""
        kinds = texts.types(cls)
        try:
            return cls(**{name: texts.read(kinds[name], text) for name, text in note.items()})
        except (KeyError, TypeError, ValueError) as error:
            raise NoSuchNote(f"{cls.expects}: {error}") from None


def unpack(expects: str, note: Mapping[str, str]) -> Note:
    """The value of a row. Raises NoSuchNote."""
    if expects not in _KINDS:
        raise NoSuchNote(expects)
    return _KINDS[expects].unpack(note)


def kinds() -> dict[str, type[Note]]:
    """The notes by what they expect."""
    return dict(_KINDS)


def _default(kind: type[Note], name: str) -> object:
    """dataclasses.MISSING, which equals no value, if the field has none."""
    (found,) = (one.default for one in fields(kind) if one.name == name)
    return found
