"""The shape of every parameter of every method, read once from python-telegram-bot's own signatures.

A value arrives as text (in a form) or as JSON; `take` gives it in Python's types or refuses it. The real server reads
garbage as zero and ignores names that it does not know. Here that is an error, because nobody means it.
"""

import collections.abc
import inspect
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import telegram
from telegram import Bot, KeyboardButton, TelegramObject, _bot
from telegram._utils import types as aliases

from bot import nested
from bot.sandbox.errors import ApiError, bad

# python-telegram-bot imports many types for type checkers only, so their names have to be given to get_type_hints.
_NAMES: dict[str, Any] = {**vars(typing), **vars(aliases), **vars(_bot), **vars(telegram)}
_NOT_METHODS = {"initialize", "shutdown"}
_OUTDATED = {("sendPoll", "correct_option_id")}
# Python's int() and float() also read full-width digits and "1_000", and float() reads "nan".
_WHOLE = re.compile(r"\s*-?\d{1,19}\s*", re.ASCII)
_DECIMAL = re.compile(r"\s*-?\d{1,19}(\.\d*)?(e[+-]?\d{1,2})?\s*", re.ASCII | re.IGNORECASE)
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}

Where = str | tuple[str, "Where"]

# python-telegram-bot has every method under two names. The one without underscores is the Bot API's.
METHODS: dict[str, str] = {
    name.lower(): name
    for name, _ in inspect.getmembers(Bot, inspect.isfunction)
    if "_" not in name and name not in _NOT_METHODS
}


@dataclass(frozen=True)
class Shape:
    """What a value must be. `kind` is integer, float, boolean, string, id, file, array, object or any."""

    kind: str
    item: "Shape | None" = None
    classes: tuple[type[TelegramObject], ...] = ()

    def take(self, value: Any, where: Where) -> Any:
        """The value in Python's type. Raises ApiError 400, which names the place, if it has another type."""
        return _TAKERS[self.kind](self, value, where)


def _place(where: Where) -> str:
    """A place in words. It is put together only if it has to be named."""
    return where if isinstance(where, str) else f'field "{where[0]}" of {_place(where[1])}'


def _wrong(shape: Shape, where: Where) -> ApiError:
    return bad(f"the sandbox refuses {_place(where)}: it must be of type {shape.kind}")


def _integer(shape: Shape, value: Any, where: Where) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise _wrong(shape, where)


def _float(shape: Shape, value: Any, where: Where) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return float(value)
    raise _wrong(shape, where)


def _boolean(shape: Shape, value: Any, where: Where) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and (word := value.strip().lower()) in _TRUTH:
        return _TRUTH[word]
    raise _wrong(shape, where)


def _string(shape: Shape, value: Any, where: Where) -> str:
    if isinstance(value, str):
        return value
    raise _wrong(shape, where)


def _id(shape: Shape, value: Any, where: Where) -> int | str:
    if isinstance(value, str) and not _WHOLE.fullmatch(value):
        return value.strip()
    return _integer(shape, value, where)


def _decoded(shape: Shape, value: Any, where: Where) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return nested.read(value)
    except nested.BadJson:
        raise _wrong(shape, where) from None


def _array(shape: Shape, value: Any, where: Where) -> list[Any]:
    value = _decoded(shape, value, where)
    if not isinstance(value, list) or shape.item is None:
        raise _wrong(shape, where)
    return [shape.item.take(each, where) for each in value]


def _object(shape: Shape, value: Any, where: Where) -> dict[str, Any]:
    if isinstance(value, str) and shape.classes == (KeyboardButton,):
        return {"text": value}
    value = _decoded(shape, value, where)
    if not isinstance(value, dict):
        raise _wrong(shape, where)
    fields = fields_of(shape.classes)
    for name, inner in value.items():
        known = fields.get(name)
        if known is None:
            raise bad(f'the sandbox refuses {_place(where)}: {shape.classes[0].__name__} has no field "{name}"')
        known.take(inner, (name, where))
    return value


def _any(shape: Shape, value: Any, where: Where) -> Any:
    return value


_TAKERS: dict[str, Callable[[Shape, Any, Where], Any]] = {
    "integer": _integer,
    "float": _float,
    "boolean": _boolean,
    "string": _string,
    "file": _string,
    "id": _id,
    "array": _array,
    "object": _object,
    "any": _any,
}


@cache
def parameters(method: str) -> Mapping[str, Shape]:
    """All parameters of a method (named as in the values of `METHODS`) and their shapes.

    Keyword-only parameters are left out: those are python-telegram-bot's own conveniences, all others are the Bot
    API's.
    """
    function = getattr(Bot, method)
    hints = typing.get_type_hints(function, localns=_NAMES)
    return {
        name: shape_of(hints[name])
        for name, parameter in inspect.signature(function).parameters.items()
        if name != "self" and parameter.kind is not parameter.KEYWORD_ONLY and (method, name) not in _OUTDATED
    }


@cache
def fields_of(classes: tuple[type[TelegramObject], ...]) -> Mapping[str, Shape]:
    """The fields of an object that may be of any of these classes or of their subclasses."""
    fields: dict[str, Shape] = {}
    for cls in classes:
        for kind in (cls, *_heirs(cls)):
            fields.update(_own_fields(kind))
    return fields


def _heirs(cls: type[TelegramObject]) -> list[type[TelegramObject]]:
    return [heir for child in cls.__subclasses__() for heir in (child, *_heirs(child))]


def _own_fields(cls: type[TelegramObject]) -> dict[str, Shape]:
    hints = typing.get_type_hints(cls.__init__, localns=_NAMES)
    bases = cls.__mro__[: cls.__mro__.index(TelegramObject)]
    fields = {slot.lstrip("_"): Shape("any") for base in bases for slot in getattr(base, "__slots__", ())}
    for name, parameter in inspect.signature(cls.__init__).parameters.items():
        if name in fields and parameter.kind is not parameter.KEYWORD_ONLY:
            fields[name] = shape_of(hints[name])
    return fields


def shape_of(hint: Any, inside: bool = False) -> Shape:
    """The shape that a type in a signature stands for. In an array (`inside`) an object may not be given by a plain
    text.
    """
    choices = [choice for choice in _choices(hint) if typing.get_origin(choice) in (None, collections.abc.Sequence)]
    objects = tuple(c for c in choices if isinstance(c, type) and issubclass(c, TelegramObject))
    if bytes in choices:
        return Shape("file")
    if objects and (inside or str not in choices):
        return Shape("object", classes=objects)
    if arrays := [choice for choice in choices if typing.get_origin(choice)]:
        return Shape("array", item=shape_of(typing.get_args(arrays[0])[0], inside=True))
    if int in choices and str in choices:
        return Shape("id")
    for kind, name in ((str, "string"), (bool, "boolean"), (int, "integer"), (float, "float")):
        if kind in choices:
            return Shape(name)
    return Shape("any")


def _choices(hint: Any) -> list[Any]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return [choice for part in typing.get_args(hint) for choice in _choices(part)]
    if typing.get_origin(hint) is typing.Literal:
        return [type(value) for value in typing.get_args(hint)]
    return [hint]
