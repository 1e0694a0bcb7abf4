"""Typed fields as texts. Letters' subjects, chats' notes and jobs' keys are packed and read back only here. Pure.

A field is an int, a bool, a str, a date or an aware datetime. True is "1" and False is empty: older rows have it so.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, TypeVar

T = TypeVar("T")
Field = int | bool | str | date | datetime


class BadField(ValueError):
    """`write` makes this text from no value of the type."""


def enter(known: dict[str, type[T]], name: str, key: type[T]) -> None:
    """Put the class of a key among those that are known, under its tag or kind. Raises TypeError if another class has
    that name: rows and buttons say only the name.
    """
    other = known.setdefault(name, key)
    if _place(other) != _place(key):
        raise TypeError(f"{name!r} is taken: {_place(other)} and {_place(key)} can't both have it")
    known[name] = key


def _place(key: type) -> str:
    return f"{key.__module__}.{key.__qualname__}"


def write(value: Field) -> str:
    """The text of a field. Raises BadField if the type is not one of the five, or a moment has no time zone."""
    if isinstance(value, bool):  # before int: a bool is an int too
        return "1" if value else ""
    if isinstance(value, datetime) and value.tzinfo is None:
        raise BadField(f"{value}: a moment without a zone")
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    if isinstance(value, int | str):
        return str(value)
    raise BadField(f"{value!r}: no field is a {type(value).__name__}")


def read(kind: type, text: str) -> Field:
    """The field of this type from which `write` made this text. Raises BadField for any other text."""
    try:
        found: Field = _READ[kind](text)
    except (KeyError, ValueError):
        raise BadField(f"{text!r} is no {kind.__name__}") from None
    if write(found) != text:  # int(" ７") is 7: a text with two readings would give two rows for one subject
        raise BadField(f"{text!r} is no {kind.__name__} as it is written")
    return found


def types(key: type) -> Mapping[str, type]:
    """The type of each field of a dataclass, in the order of the fields."""
    found: Any = fields(key)
    return {one.name: one.type for one in found}


def _bool(text: str) -> bool:
    return {"1": True, "": False}[text]


_READ: Mapping[type, Any] = {
    int: int,
    bool: _bool,
    str: str,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
}


def pack(value: Any) -> dict[str, str]:
    """The texts of a dataclass's fields, by field name. A field that has its default value is left out."""
    given = ((one.name, getattr(value, one.name), one.default) for one in fields(value))
    return {name: write(found) for name, found, default in given if found != default}


def unpack(kind: type[T], texts: Mapping[str, str]) -> T:
    """The dataclass that was packed into these texts. Raises BadField."""
    kinds = types(kind)
    try:
        return kind(**{name: read(kinds[name], text) for name, text in texts.items()})
    except (KeyError, TypeError) as error:
        raise BadField(f"{kind.__name__}: {error}") from None
