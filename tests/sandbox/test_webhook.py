"""Webhook delivery: order, queues side by side, retries, the reply in the response."""

import asyncio
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.updates.connections import Connections
from bot.sandbox.world import World
from tests.patience import LONGEST_S
from tests.sandbox.workbench import AOI, KEN, Api, Clock, Ears


async def hooked(api: Api, ears: Ears, **params: Any) -> None:
    assert (await api("setWebhook", url=ears.url, **params))["description"] == "Webhook was set"


async def proved(world: World, ears: Ears) -> None:
    """One delivery that succeeds: until then the server keeps to a single connection."""
    world.send_text(KEN.id, "first")
    await ears.hears(1)
    await delivered(world)
    ears.heard.clear()


async def delivered(world: World) -> None:
    """Waits until nothing is left to deliver."""
    async with asyncio.timeout(LONGEST_S):
        while world.pending():
            await asyncio.sleep(0)


async def test_delivery(api: Api, world: World, ears: Ears) -> None:
    world.send_text(AOI.id, "waited before")
    await hooked(api, ears, secret_token="s3cret_-")
    world.send_text(AOI.id, "a")
    await ears.hears(2)
    assert ears.texts() == ["waited before", "a"]
    assert ears.headers[0]["X-Telegram-Bot-Api-Secret-Token"] == "s3cret_-"
    assert ears.headers[0]["Content-Type"] == "application/json"
    assert ears.heard[1]["update_id"] == ears.heard[0]["update_id"] + 1
    await delivered(world)


async def test_without_a_secret_there_is_no_header(api: Api, world: World, ears: Ears) -> None:
    await hooked(api, ears)
    world.send_text(AOI.id, "a")
    await ears.hears(1)
    assert "X-Telegram-Bot-Api-Secret-Token" not in ears.headers[0]


async def test_a_message_and_a_press_arrive_side_by_side(api: Api, world: World, ears: Ears) -> None:
    await hooked(api, ears)
    await proved(world, ears)
    ears.held["message"] = asyncio.Event()
    world.send_text(AOI.id, "slow")
    world.send_text(AOI.id, "after it")
    number = world.press(AOI.id, 1, "x")
    await ears.hears(2)
    assert ears.texts() == ["slow"]
    assert ears.heard[1]["callback_query"]["id"] == number
    ears.held["message"].set()
    await ears.hears(3)
    assert ears.texts() == ["slow", "after it"]
    await delivered(world)


async def test_one_connection_until_the_first_success(api: Api, world: World, ears: Ears) -> None:
    await hooked(api, ears)
    ears.held["message"] = asyncio.Event()
    world.send_text(AOI.id, "a")
    world.press(KEN.id, 1, "x")
    await ears.hears(1)
    assert world.pending() == 2
    assert len(ears.heard) == 1
    ears.held["message"].set()
    await delivered(world)


async def test_max_connections(api: Api, world: World, ears: Ears) -> None:
    await hooked(api, ears, max_connections=1)
    await proved(world, ears)
    ears.held["message"] = asyncio.Event()
    world.send_text(AOI.id, "a")
    await ears.hears(1)
    world.press(KEN.id, 1, "x")
    assert (await api.result("getWebhookInfo"))["max_connections"] == 1
    assert len(ears.heard) == 1
    ears.held["message"].set()
    await ears.hears(2)


async def test_retries_wait_longer_and_block_their_own_queue_only(
    api: Api, world: World, clock: Clock, ears: Ears
) -> None:
    await hooked(api, ears)
    await proved(world, ears)
    ears.answers = [web.Response(status=500) for _ in range(4)]
    world.send_text(AOI.id, "a")
    world.send_text(AOI.id, "b")
    await ears.hears(2)  # the first retry comes at once
    for wait, count in ((2, 3), (4, 4), (8, 5)):
        assert await clock.asleep() == pytest.approx(wait)
        if count == 3:
            world.send_text(KEN.id, "other queue")
            ears.answers.insert(0, web.Response(status=204))
            await ears.hears(3)
            assert ears.texts() == ["a", "a", "other queue"]
            ears.heard.remove(ears.heard[2])
        clock.advance(wait)
        await ears.hears(count)
    await ears.hears(6)
    assert ears.texts() == ["a"] * 5 + ["b"]
    await delivered(world)
    info = await api.result("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_retry_after_is_honoured(api: Api, world: World, clock: Clock, ears: Ears) -> None:
    await hooked(api, ears)
    ears.answers = [web.Response(status=503, headers={"Retry-After": "17"})]
    world.send_text(AOI.id, "a")
    assert await clock.asleep() == 17
    clock.advance(17)
    await ears.hears(2)


async def test_dropped_when_it_would_expire(api: Api, world: World, clock: Clock, ears: Ears) -> None:
    await hooked(api, ears)
    ears.answers = [web.Response(status=503, headers={"Retry-After": "151"})]
    world.press(AOI.id, 1, "x")
    await ears.hears(1)
    await delivered(world)
    assert len(ears.heard) == 1
    assert not clock.sleepers


async def test_the_webhook_is_away(api: Api, world: World, clock: Clock) -> None:
    await api.result("setWebhook", url="http://127.0.0.1:1/hook")
    world.send_text(AOI.id, "a")
    await clock.asleep()
    info = await api.result("getWebhookInfo")
    assert info["last_error_message"] == "Can't connect to the webhook"
    assert info["pending_update_count"] == 1
    await api.result("deleteWebhook")
    assert [update["message"]["text"] for update in await api.result("getUpdates")] == ["a"]


async def test_every_update_twice(api: Api, world: World, ears: Ears) -> None:
    world.twice = True
    await hooked(api, ears)
    world.send_text(AOI.id, "a")
    world.send_text(AOI.id, "b")
    await ears.hears(4)
    assert ears.texts() == ["a", "a", "b", "b"]
    await delivered(world)


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ({"method": "sendMessage", "chat_id": AOI.id, "text": "reply"}, 1),
        ({"method": "sendMessage", "chat_id": 999, "text": "lost"}, 0),
        ({"method": "deleteWebhook"}, 0),
        ({"method": "getMe"}, 0),
        ({"nothing": True}, 0),
    ],
)
async def test_reply_in_the_response(api: Api, world: World, ears: Ears, answer: dict[str, Any], count: int) -> None:
    await hooked(api, ears)
    calls = len(world.calls)
    ears.answers = [web.json_response(answer)]
    world.send_text(AOI.id, "a")
    await ears.hears(1)
    await delivered(world)
    assert len(world.calls) - calls == count
    assert (await api.result("getWebhookInfo"))["url"] == ears.url


async def test_410_for_23_hours_removes_it(api: Api, world: World, clock: Clock, ears: Ears) -> None:
    await hooked(api, ears)
    ears.answers = [web.Response(status=410, headers={"Retry-After": "3600"}) for _ in range(30)]
    world.send_text(AOI.id, "expires after 24 hours")
    for hour in range(1, 25):
        await ears.hears(hour)
        assert await clock.asleep() == 3600
        if hour == 12:
            world.send_text(AOI.id, "stays")
        clock.advance(3600)
    await ears.hears(25)
    async with asyncio.timeout(LONGEST_S):
        while (await api.result("getWebhookInfo"))["url"]:
            pass
    assert ears.texts()[-2:] == ["expires after 24 hours", "stays"]
    assert world.pending() == 1


async def test_connections_grow_only_on_trust(clock: Clock) -> None:
    connections = Connections(3, clock.monotonic)
    await connections.take(5)
    second = asyncio.create_task(connections.take(5))
    await asyncio.sleep(0)
    assert not second.done()
    connections.give_back(taken=True, lost=False)
    await second
    await connections.take(5)
    await connections.take(5)
    fourth = asyncio.create_task(connections.take(5))
    await asyncio.sleep(0)
    assert not fourth.done()
    fourth.cancel()
    for _ in range(3):
        connections.give_back(taken=False, lost=False)
    clock.advance(51)
    await connections.take(5)
    fifth = asyncio.create_task(connections.take(5))
    await asyncio.sleep(0)
    assert not fifth.done()
    fifth.cancel()
