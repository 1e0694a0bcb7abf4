"""Builds tuples from items that may be None: an item that is None is left out."""

from typing import TypeVar

T = TypeVar("T")


def given(*items: T | None) -> tuple[T, ...]:
    """The items that are not None, in their order."""
    return tuple(item for item in items if item is not None)
