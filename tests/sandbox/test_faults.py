"""Faults that are ordered: dropped connections, delays, refusals, pages of a proxy, calls in another order."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.sandbox.faults import LONGEST_S
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


@pytest.mark.parametrize(
    ("kind", "title"), [("502", b"<title>502 Bad Gateway</title>"), ("504", b"<title>504 Gateway Time-out</title>")]
)
@pytest.mark.parametrize(("when", "kept"), [("before", []), ("after", ["x"])])
async def test_a_page_of_who_stands_before_telegram(
    api: Api, world: World, kind: Any, title: bytes, when: Any, kept: list[str]
) -> None:
    world.fault("sendMessage", kind, when=when)
    url = f"{api.origin}/bot{api.token}/sendMessage"
    async with api.http.post(url, json={"chat_id": AOI.id, "text": "x"}) as answer:
        assert (answer.status, answer.content_type) == (int(kind), "text/html")
        assert title in await answer.read()
    assert texts(world) == kept


@pytest.mark.parametrize(("kind", "words"), [("401", "Unauthorized"), ("403", "Forbidden")])
async def test_refused_in_the_middle_of_a_run(api: Api, world: World, kind: Any, words: str) -> None:
    world.fault("*", kind, times=2)
    for answer in (await send(api), await api("getMe")):
        assert answer == {"ok": False, "error_code": int(kind), "description": words}
    assert (await send(api))["ok"]


@pytest.mark.parametrize(("kind", "status"), [("502", 502), ("401", 401)])
async def test_downloads_fail_too(api: Api, world: World, kind: Any, status: int) -> None:
    file = world.files.add("document", "a.csv", b"1,2")
    path = (await api.result("getFile", file_id=file.id))["file_path"]
    world.fault("download", kind)
    for expected in (status, 200):
        async with api.http.get(f"{api.origin}/file/bot{api.token}/{path}") as answer:
            assert answer.status == expected
    world.fault("download", "drop", times=2)  # the client itself asks once more
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await api.http.get(f"{api.origin}/file/bot{api.token}/{path}")


async def test_a_call_that_another_one_overtakes(api: Api, world: World, clock: Clock) -> None:
    """The first waits until the second, in the same chat, has had its effect."""
    world.fault("sendMessage", "overtaken")
    slow = asyncio.create_task(send(api, "first"))
    await clock.asleep()
    assert (await send(api, "elsewhere", KEN.id))["ok"]
    assert not slow.done()
    assert (await send(api, "second"))["ok"]
    assert (await slow)["ok"]
    assert texts(world) == ["second", "first"]


async def test_a_call_that_nothing_overtakes_goes_on(api: Api, world: World, clock: Clock) -> None:
    world.fault("sendMessage", "overtaken")
    slow = asyncio.create_task(send(api))
    assert await clock.asleep() == LONGEST_S
    clock.advance(LONGEST_S)
    assert (await slow)["ok"]


async def test_latency(api: Api, world: World, clock: Clock) -> None:
    """Each call takes another time, so that calls which are made at once arrive in another order."""
    world.faults.latency = (1.0, 3.0)
    calls = []
    for number in range(8):
        calls.append(asyncio.create_task(send(api, str(number))))
        while len(clock.sleepers) <= number:
            await asyncio.sleep(0)
    assert all(1 <= until - clock.passed <= 3 for until, _ in clock.sleepers)
    while not all(call.done() for call in calls):
        clock.advance(0.01)
        await asyncio.sleep(0.001)
    arrived = texts(world)
    assert sorted(arrived) == [str(number) for number in range(8)] != arrived


async def test_orders_over_http(api: Api, world: World) -> None:
    """As a test in another process gives them."""
    ordered = {"method": "sendMessage", "kind": "500", "times": 2, "chat_id": AOI.id}
    async with api.http.post(f"{api.origin}/sandbox/faults", json=ordered) as answer:
        assert (answer.status, await answer.json()) == (200, {"waiting": 2})
    assert (await send(api, chat_id=KEN.id))["ok"]
    assert [(await send(api))["ok"] for _ in range(3)] == [False, False, True]
    async with api.http.post(f"{api.origin}/sandbox/latency", json={"least": 0, "most": 0.5}) as answer:
        assert (answer.status, await answer.json()) == (200, {"latency": [0, 0.5]})
    assert world.faults.latency == (0, 0.5)


@pytest.mark.parametrize(
    ("place", "body"),
    [
        ("faults", {"method": "getMe"}),
        ("faults", {"method": "getMe", "kind": "418"}),
        ("faults", {"method": "getMe", "kind": "500", "when": "never"}),
        ("faults", {"method": "getMe", "kind": "500", "times": 0}),
        ("faults", {"method": "getMe", "kind": "500", "times": True}),
        ("faults", {"method": "getMe", "kind": "500", "chat_id": "1"}),
        ("latency", {"least": 0}),
        ("latency", {"least": 2, "most": 1}),
        ("latency", {"least": -1, "most": 1}),
        ("latency", {"least": 0, "most": 60.1}),
    ],
)
async def test_orders_that_are_refused(api: Api, world: World, place: str, body: dict[str, Any]) -> None:
    async with api.http.post(f"{api.origin}/sandbox/{place}", json=body) as answer:
        assert (answer.status, list(await answer.json())) == (400, ["error"])
    assert (world.faults.waiting(), world.faults.latency) == (0, (0, 0))


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
