"""Faults that are ordered: dropped connections, delays, 500 and 429."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.sandbox.world import World
from tests.sandbox.workbench import AOI, KEN, Api, Clock


def texts(world: World) -> list[str]:
    return [message["text"] for message in world.messages(AOI.id)[1:]]


async def send(api: Api, text: str = "x", chat_id: int = AOI.id) -> dict[str, Any]:
    return await api("sendMessage", chat_id=chat_id, text=text)


@pytest.mark.parametrize(("when", "kept"), [("before", []), ("after", ["x"])])
async def test_drop(api: Api, world: World, when: Any, kept: list[str]) -> None:
    world.fault("sendMessage", "drop", when=when)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await send(api)
    assert texts(world) == kept
    assert (await send(api, "y"))["ok"]


async def test_a_drop_closes_the_very_connection(origin: str, world: World) -> None:
    """Not a byte comes back, and the socket is at its end."""
    world.fault("getMe", "drop")
    host, port = origin.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"GET /bot{world.token}/getMe HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize(("when", "kept"), [("before", []), ("after", ["x"])])
async def test_500(api: Api, world: World, when: Any, kept: list[str]) -> None:
    world.fault("sendmessage", "500", when=when)
    assert (await send(api))["description"] == "Internal Server Error"
    assert texts(world) == kept


async def test_429(api: Api, world: World) -> None:
    world.fault("*", "429", seconds=30)
    answer = await send(api)
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 30})


@pytest.mark.parametrize(("when", "kept"), [("before", []), ("after", ["x"])])
async def test_delay(api: Api, world: World, clock: Clock, when: Any, kept: list[str]) -> None:
    world.fault("sendMessage", "delay", seconds=4, when=when)
    call = asyncio.create_task(send(api))
    assert await clock.asleep() == 4
    assert texts(world) == kept
    clock.advance(4)
    assert (await call)["ok"]


async def test_times_chat_and_method(api: Api, world: World) -> None:
    world.fault("sendMessage", "500", times=2, chat_id=AOI.id)
    assert (await send(api, chat_id=KEN.id))["ok"]
    assert (await api("getMe"))["ok"]
    assert [(await send(api))["ok"] for _ in range(3)] == [False, False, True]


async def test_faults_happen_in_their_order(api: Api, world: World) -> None:
    world.fault("sendMessage", "500")
    world.fault("sendMessage", "429", seconds=1)
    assert [(await send(api)).get("error_code") for _ in range(3)] == [500, 429, None]


async def test_a_dropped_poll_confirms_nothing_new(api: Api, world: World, clock: Clock) -> None:
    world.send_text(AOI.id, "a")
    world.fault("getUpdates", "drop", when="after")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await api("getUpdates")
    clock.advance(5)
    assert len(await api.result("getUpdates")) == 1
