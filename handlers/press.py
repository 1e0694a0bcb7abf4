"""A button's typed key: a dataclass with a tag, packed into at most 64 bytes (Telegram's limit), read back strictly."""

from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self

from content.keys.fields import enter

MOST_BYTES = 64
MOST = 2**31 - 1
_TAGS: dict[str, type["Press"]] = {}


class NoSuchPress(Exception):
    """Callback data that no button of ours carries."""


@dataclass(frozen=True)
class Press:
    """Subclass as `@dataclass(frozen=True) class Choose(Press, tag="qc")` with fields of int, bool or str.

    A tag is two letters of your choice that no other press has and none ever had: buttons stay in old chats.

    `unhurried`: what it asks for takes its time, so it lets the turns of others pass (bot/updates/unhurried.py).
    """

    tag: ClassVar[str] = ""
    unhurried: ClassVar[bool] = False

    def __init_subclass__(cls, tag: str, *, unhurried: bool = False) -> None:
        enter(_TAGS, tag, cls)
        cls.tag, cls.unhurried = tag, unhurried

    def pack(self) -> str:
        """ "qc:81:3:2": the tag and the fields. Raises ValueError if it has over 64 bytes."""
        return joined(self.tag, *(_write(getattr(self, field.name)) for field in fields(self)))

    @classmethod
    def unpack(cls, parts: list[str]) -> Self:
        """The press of this type that was packed into these parts; raises NoSuchPress."""
        kinds = [field.type for field in fields(cls)]
        if len(parts) != len(kinds):
            raise NoSuchPress
        return cls(*(read(kind, part) for kind, part in zip(kinds, parts, strict=True)))


def joined(*parts: str) -> str:
    """Callback data of these parts. Raises ValueError if it has over 64 bytes."""
    packed = ":".join(parts)
    if len(packed.encode()) > MOST_BYTES:
        raise ValueError(f"{packed}: over {MOST_BYTES} bytes")
    return packed


def unpack(data: str) -> Press:
    """The press that a button's data stands for; raises NoSuchPress for any other data."""
    tag, *parts = data.split(":")
    kind = _TAGS.get(tag)
    if kind is None:
        raise NoSuchPress
    press = kind.unpack(parts)
    # One press has one spelling: "007" or "+7" is not what we packed.
    if press.pack() != data:
        raise NoSuchPress
    return press


def is_unhurried(data: str) -> bool:
    """Whether the press that this stands for, if it is one, lets others pass."""
    kind = _TAGS.get(data.partition(":")[0])
    return kind is not None and kind.unhurried


def kinds() -> dict[str, type[Press]]:
    """Every press by its tag."""
    return dict(_TAGS)


def read(kind: Any, part: str) -> int | bool | str:
    """A field of this type (or of the type of this name) as it was packed; raises NoSuchPress."""
    name = kind if isinstance(kind, str) else kind.__name__
    if name == "str":
        return part
    # A forged key must not reach the database with a number that PostgreSQL's integer can't hold. isascii, because
    # isdigit also takes digits of other scripts.
    if not part.removeprefix("-").isascii() or not part.removeprefix("-").isdigit() or len(part) > 11:
        raise NoSuchPress
    number = int(part)
    if abs(number) > MOST:
        raise NoSuchPress
    return part == "1" if name == "bool" else number


def _write(value: int | bool | str) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    text = str(value)
    if ":" in text:
        raise ValueError(f"{text}: no colon in a press")
    return text
