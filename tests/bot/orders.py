"""What the tests of lulls share: work on the record that notes its name, and an order of names."""

import asyncio
import threading
from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

one_writer = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
several_writers = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
Order = list[str]


def named(name: str, order: Order, until: threading.Event | None = None) -> Callable[[Session], None]:
    """Something on the record that notes its name when it is done."""

    def act(_session: Session) -> None:
        if until is not None:
            until.wait(30)  # or a test that fails would never end
        order.append(name)

    return act


async def breathe() -> None:
    """All that can go on without a thread goes on."""
    for _ in range(5):
        await asyncio.sleep(0)
