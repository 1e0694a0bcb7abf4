"""A port that is ours, and its orderly end."""

import asyncio
import socket

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot import serving as module
from bot.serving import bound, serving


class Slow:
    """An application that answers when it is let."""

    def __init__(self) -> None:
        self.asked, self.may = asyncio.Event(), asyncio.Event()
        self.app = Starlette(routes=[Route("/", self.answer)])

    async def answer(self, _request: Request) -> PlainTextResponse:
        self.asked.set()
        await self.may.wait()
        return PlainTextResponse("done")


async def asks(port: int) -> str:
    async with aiohttp.ClientSession() as web, web.get(f"http://127.0.0.1:{port}/") as answer:
        assert "Date" in answer.headers
        return await answer.text()


def test_answers_are_not_held_back() -> None:
    """An answer is written in two pieces, so Nagle's algorithm would cost 40 ms unless asyncio can turn it off."""
    with bound("127.0.0.1", 0) as place:
        assert place.proto == socket.IPPROTO_TCP


def test_a_place_that_is_taken_is_refused_at_once() -> None:
    with bound("127.0.0.1", 0) as place, pytest.raises(OSError, match="in use"):
        bound(*place.getsockname())


async def test_at_the_end_a_request_is_waited_for_and_nobody_else_is_let_in() -> None:
    slow = Slow()
    async with serving(slow.app, bound("127.0.0.1", 0)) as port:
        asking = asyncio.create_task(asks(port))
        await slow.asked.wait()
        asyncio.get_running_loop().call_soon(slow.may.set)
    assert await asking == "done"
    with pytest.raises(aiohttp.ClientConnectorError):
        await asks(port)


async def test_a_request_that_does_not_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "GRACE_S", 0.0)
    slow = Slow()
    async with serving(slow.app, bound("127.0.0.1", 0)) as port:
        asking = asyncio.create_task(asks(port))
        await slow.asked.wait()
    assert await asking == "Internal Server Error"


async def test_an_idle_connection_ends_with_the_block() -> None:
    slow = Slow()
    slow.may.set()
    async with aiohttp.ClientSession() as web:
        async with (
            serving(slow.app, bound("127.0.0.1", 0)) as port,
            web.get(f"http://127.0.0.1:{port}/") as answer,
        ):
            assert await answer.text() == "done"
        with pytest.raises(aiohttp.ClientConnectionError):
            await web.get(f"http://127.0.0.1:{port}/")
