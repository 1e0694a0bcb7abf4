"""The table of all routes is made once: each application, talk and room begins with it, and it is never changed."""

import contextlib
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import pytest

from handlers.routing import Routes


@contextlib.contextmanager
def routed_once() -> Iterator[None]:
    """From now on the routes of the same features of the product are known. A feature that a test makes up is not one
    of them.
    """
    init, known = Routes.__init__, dict[tuple[ModuleType, ...], dict[str, Any]]()

    def remembered(self: Routes, features: Iterable[ModuleType]) -> None:
        every = tuple(features)
        if every in known:
            vars(self).update(known[every])
            return
        init(self, every)
        if all(one.__name__.startswith("handlers.") for one in every):
            known[every] = vars(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Routes, "__init__", remembered)
        yield
