"""Lanes: members side by side, one member in turn."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.updates.order import Order

pytestmark = pytest.mark.timeout(60)  # what is wrong with a lane shows as a job that is never done


def waiting(gate: asyncio.Event, done: list[str], name: str) -> Callable[[], Awaitable[None]]:
    async def job() -> None:
        await gate.wait()
        done.append(name)

    return job


async def test_one_waits_for_the_one_before_and_others_do_not() -> None:
    order, done = Order(), list[str]()
    first, free = asyncio.Event(), asyncio.Event()
    free.set()
    order.put(1, waiting(first, done, "a"))
    order.put(1, waiting(free, done, "b"))
    order.put(2, waiting(free, done, "c"))
    await _breathes()
    assert done == ["c"]
    assert not order.is_quiet
    first.set()
    await order.quiet()
    assert done == ["c", "a", "b"]
    assert order.is_quiet


async def test_what_is_put_from_within_the_last_job_is_done_too() -> None:
    order, done = Order(), list[str]()

    async def more() -> None:
        order.put(1, waiting(_open(), done, "more"))

    order.put(1, more)
    await order.quiet()
    assert done == ["more"]


async def test_nothing_to_do_is_quiet() -> None:
    await Order().quiet()
    await Order().close()


async def test_closing_drops_what_waits_and_stops_what_runs() -> None:
    order, done, never = Order(), list[str](), asyncio.Event()
    stopped: list[bool] = []

    async def running() -> None:
        try:
            await never.wait()
        finally:
            stopped.append(True)

    order.put(1, running)
    order.put(1, waiting(_open(), done, "after"))
    await _breathes()
    await order.close()
    assert stopped == [True]
    assert done == []
    assert order.is_quiet


@given(st.lists(st.integers(1, 4), max_size=40))
def test_each_lane_keeps_its_order(keys: list[int]) -> None:
    async def all_done() -> list[tuple[int, int]]:
        order, done = Order(), list[tuple[int, int]]()

        def job(key: int, number: int) -> Callable[[], Awaitable[None]]:
            async def do() -> None:
                for _ in range(number % 3):
                    await asyncio.sleep(0)
                done.append((key, number))

            return do

        for number, key in enumerate(keys):
            order.put(key, job(key, number))
        await order.quiet()
        return done

    done = asyncio.run(all_done())
    for key in set(keys):
        assert [number for one, number in done if one == key] == [n for n, one in enumerate(keys) if one == key]


async def _breathes() -> None:
    """Everything that can go on has gone on: nothing here waits for longer than a few rounds of the loop."""
    for _ in range(20):
        await asyncio.sleep(0)


def _open() -> asyncio.Event:
    gate = asyncio.Event()
    gate.set()
    return gate
