"""Lists whose items may be missing: what is not there is left out."""

from typing import TypeVar

T = TypeVar("T")


def given(*items: T | None) -> tuple[T, ...]:
    """Those that are not None, in their order."""
    return tuple(item for item in items if item is not None)
