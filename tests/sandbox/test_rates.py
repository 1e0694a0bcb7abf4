"""Telegram's pace, by a clock in hand."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Person, Sandbox
from bot.sandbox.rates import MOST_UNSENT
from bot.sandbox.world import World
from tests.sandbox.workbench import AOI, KEN, TOKEN, Api, Clock


@pytest.fixture
def rates() -> bool:
    return True


async def send(api: Api, chat_id: int = AOI.id) -> int:
    """retry_after of a message in this chat, 0 when it went through."""
    answer = await api("sendMessage", chat_id=chat_id, text="x")
    return 0 if answer["ok"] else int(answer["parameters"]["retry_after"])


async def test_a_burst_of_twenty_then_one_a_second(api: Api, clock: Clock) -> None:
    assert [await send(api) for _ in range(21)] == [0] * 20 + [1]
    clock.advance(0.9)
    assert await send(api) == 1
    clock.advance(0.1)
    assert [await send(api), await send(api)] == [0, 1]
    clock.advance(60)
    assert [await send(api) for _ in range(21)] == [0] * 20 + [1]


async def test_another_chat_is_free_and_thirty_is_the_end(api: Api, clock: Clock) -> None:
    assert [await send(api) for _ in range(20)] == [0] * 20
    assert [await send(api, KEN.id) for _ in range(11)] == [0] * 10 + [1]
    clock.advance(0.034)
    assert [await send(api, KEN.id), await send(api, KEN.id)] == [0, 1]


async def test_the_header_and_the_words(api: Api) -> None:
    for _ in range(20):
        await send(api)
    url = f"{api.origin}/bot{TOKEN}/sendMessage"
    async with api.http.post(url, json={"chat_id": AOI.id, "text": "x"}) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "1")
        assert await answer.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        }


async def test_a_group_takes_twenty_a_minute(api: Api, clock: Clock, world: World) -> None:
    group = world.group("勉強会", [AOI.id])
    assert [await send(api, group) for _ in range(21)] == [0] * 20 + [3]
    clock.advance(2.9)
    assert await send(api, group) == 1
    clock.advance(0.2)
    assert [await send(api, group), await send(api, group)] == [0, 3]
    clock.advance(60)
    assert [await send(api, world.migrate(group)) for _ in range(1)] == [0]


@pytest.mark.parametrize("method", ["answerCallbackQuery", "deleteMessage", "getFile"])
async def test_calls_that_send_nothing_have_a_pace_of_their_own(
    api: Api, clock: Clock, world: World, method: str
) -> None:
    """Thirty a second each: what one of them spends is not taken from the others, or from what is sent."""
    file = world.files.add("document", "a.csv", b"1,2")

    async def call() -> int:
        given: dict[str, dict[str, Any]] = {
            "answerCallbackQuery": {"callback_query_id": world.press(AOI.id, 1, "x")},
            "deleteMessage": {"chat_id": AOI.id, "message_id": _last(world)},
            "getFile": {"file_id": file.id},
        }
        answer = await api(method, **given[method])
        return 0 if answer["ok"] else int(answer["parameters"]["retry_after"])

    for number in range(40):
        world.send_text(AOI.id, str(number))
    assert [await call() for _ in range(31)] == [0] * 30 + [1]
    assert await send(api) == 0
    clock.advance(0.034)
    assert [await call(), await call()] == [0, 1]


def _last(world: World) -> int:
    return int(world.messages(AOI.id)[-1]["message_id"])


@pytest.fixture
async def crowd(origin: str) -> AsyncIterator[Api]:
    """A client that makes any number of calls at once."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        yield Api(origin, session)


async def test_310_messages_of_a_chat_on_their_way_are_the_end(crowd: Api, clock: Clock, world: World) -> None:
    """The next one waits three seconds and is told to come back after a minute; another chat is free."""
    api, world.rates.on = crowd, False
    world.faults.latency = (10.0, 10.0)
    waiting = [asyncio.create_task(send(api)) for _ in range(MOST_UNSENT)]
    while len(clock.sleepers) < MOST_UNSENT:
        await asyncio.sleep(0.001)
    refused = asyncio.create_task(send(api))
    while len(clock.sleepers) == MOST_UNSENT:
        await asyncio.sleep(0.001)
    assert await clock.asleep() == 3
    clock.advance(3)
    assert await refused == 60
    other = asyncio.create_task(send(api, KEN.id))
    while len(clock.sleepers) == MOST_UNSENT:
        await asyncio.sleep(0.001)
    clock.advance(10)
    assert await asyncio.gather(*waiting, other) == [0] * (MOST_UNSENT + 1)
    world.faults.latency = (0.0, 0.0)
    assert await send(api) == 0


async def test_edits_count_and_answers_do_not(api: Api, world: World) -> None:
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x")
    for number in range(19):
        await api.result("editMessageText", chat_id=AOI.id, message_id=sent["message_id"], text=str(number))
    refused = await api("editMessageText", chat_id=AOI.id, message_id=sent["message_id"], text="y")
    assert refused["error_code"] == 429
    for _ in range(30):
        await api.result("answerCallbackQuery", callback_query_id=world.press(AOI.id, 1, "x"))
        await api.result("sendChatAction", chat_id=AOI.id, action="typing")
    assert await api.result("deleteMessage", chat_id=AOI.id, message_id=sent["message_id"])


async def test_set_webhook_once_a_second(api: Api, clock: Clock) -> None:
    assert (await api("setWebhook", url="http://127.0.0.1:9/a"))["ok"]
    assert (await api("setWebhook", url="http://127.0.0.1:9/b"))["parameters"] == {"retry_after": 1}
    clock.advance(1)
    assert (await api("setWebhook", url="http://127.0.0.1:9/b"))["ok"]


def test_the_switch(clock: Clock) -> None:
    people = [Person(number, "x") for number in range(1, 3)]
    sandbox = Sandbox(token=TOKEN, username="b", people=people, now=clock.now, rates=False)
    for _ in range(100):
        sandbox.world.rates.spend(1)
