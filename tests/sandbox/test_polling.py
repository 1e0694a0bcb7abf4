"""getUpdates: confirmation, held polls, guards against spinning and against a second poller."""

import asyncio
from typing import Any

import pytest

from bot.sandbox.updates.updates import IDLE, MOST_BYTES, MOST_WAITING, Updates, chat_queue
from bot.sandbox.world import World
from tests.sandbox.workbench import AOI, KEN, Api, Clock, Ears

OTHER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def polled(api: Api, clock: Clock, **params: Any) -> list[dict[str, Any]]:
    """A poll that comes long enough after the one before."""
    clock.advance(5)
    found: list[dict[str, Any]] = await api.result("getUpdates", **params)
    return found


def say(world: World, *words: str) -> list[int]:
    return [world.send_text(AOI.id, each) for each in words]


async def test_offset_confirms(api: Api, world: World, clock: Clock) -> None:
    first, second, third = say(world, "a", "b", "c")
    assert (second, third) == (first + 1, first + 2)
    assert texts(await polled(api, clock)) == ["a", "b", "c"]
    assert texts(await polled(api, clock, offset=0)) == ["a", "b", "c"]
    assert texts(await polled(api, clock, offset=second)) == ["b", "c"]
    assert world.pending() == 2
    assert texts(await polled(api, clock)) == ["b", "c"]
    assert texts(await polled(api, clock, offset=third + 1)) == []
    assert world.pending() == 0


async def test_negative_offset_forgets_all_but_the_last(api: Api, world: World, clock: Clock) -> None:
    say(world, "a", "b", "c")
    assert texts(await polled(api, clock, offset=-2)) == ["b", "c"]
    assert texts(await polled(api, clock)) == ["b", "c"]


@pytest.mark.parametrize(("limit", "count"), [(0, 1), (1, 1), (2, 2), (100, 100), (101, 100), (-3, 1)])
async def test_limit(api: Api, world: World, clock: Clock, limit: int, count: int) -> None:
    say(world, *(str(number) for number in range(101)))
    assert len(await polled(api, clock, limit=limit)) == count


async def test_held_poll_is_answered_by_an_update(api: Api, world: World, clock: Clock) -> None:
    poll = asyncio.create_task(api.result("getUpdates", timeout=60))
    assert await clock.asleep() == 50
    say(world, "a", "b")
    assert texts(await poll) == ["a", "b"]


async def test_held_poll_ends_with_its_time(api: Api, clock: Clock) -> None:
    poll = asyncio.create_task(api.result("getUpdates", timeout=20))
    await clock.asleep()
    clock.advance(19.9)
    assert not poll.done()
    clock.advance(0.1)
    assert await poll == []


async def test_without_timeout_it_answers_at_once(api: Api, clock: Clock) -> None:
    assert await polled(api, clock) == []


async def test_spinning_is_slowed(api: Api, world: World, clock: Clock) -> None:
    assert await polled(api, clock, offset=7) == []
    poll = asyncio.create_task(api.result("getUpdates", offset=7))
    assert await clock.asleep() == 3
    clock.advance(3)
    assert await poll == []
    say(world, "a", "b")
    clock.advance(0.4)
    assert len(await api.result("getUpdates", offset=7)) == 2  # 3.4 s after the last start
    clock.advance(0.4)
    assert len(await api.result("getUpdates", offset=7)) == 1
    clock.advance(0.5)
    assert len(await api.result("getUpdates", offset=7)) == 2


async def test_the_older_poller_is_refused(api: Api, world: World, clock: Clock) -> None:
    older = asyncio.create_task(api("getUpdates", timeout=30))
    await clock.asleep()
    newer = asyncio.create_task(api("getUpdates", timeout=40))
    assert (await older)["description"] == OTHER
    newest = asyncio.create_task(api("getUpdates", timeout=50, offset=1))
    while len(clock.sleepers) < 2 or await clock.asleep() != 3:
        await asyncio.sleep(0)
    assert not newer.done()  # the second conflict within three seconds is answered late
    clock.advance(3)
    assert (await newer)["error_code"] == 409
    say(world, "a")
    assert texts((await newest)["result"]) == ["a"]


async def test_a_webhook_ends_the_poll_and_forbids_others(api: Api, clock: Clock, ears: Ears) -> None:
    poll = asyncio.create_task(api("getUpdates", timeout=30))
    await clock.asleep()
    await api.result("setWebhook", url=ears.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    assert (await api("getUpdates"))["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )
    assert (await api("deleteWebhook"))["description"] == "Webhook was deleted"
    assert await polled(api, clock) == []


async def test_a_client_that_hung_up_is_forgotten(api: Api, world: World, clock: Clock) -> None:
    poll = asyncio.create_task(api.result("getUpdates", timeout=30))
    await clock.asleep()
    poll.cancel()
    while any(not waking.done() for _, waking in clock.sleepers):
        await asyncio.sleep(0)
    say(world, "a")
    assert texts(await polled(api, clock)) == ["a"]


async def test_allowed_updates_filter_at_creation_and_stick(api: Api, world: World, clock: Clock) -> None:
    say(world, "before")
    await polled(api, clock, allowed_updates=["callback_query", "nonsense"])
    assert say(world, "unwanted") == [0]
    world.press(AOI.id, 1, "x")
    kinds = [sorted(update) for update in await polled(api, clock)]
    assert kinds == [["message", "update_id"], ["callback_query", "update_id"]]
    assert (await api.result("getWebhookInfo"))["allowed_updates"] == ["callback_query"]
    await polled(api, clock, allowed_updates=["nonsense"])
    assert say(world, "wanted") != [0]


async def test_every_update_twice(api: Api, world: World, clock: Clock) -> None:
    world.twice = True
    first, second = say(world, "a", "b")
    assert texts(await polled(api, clock)) == ["a", "b"]
    assert texts(await polled(api, clock, offset=first + 1)) == ["a", "b"]
    assert texts(await polled(api, clock, offset=second + 1)) == ["b"]
    assert world.pending() == 1
    assert await polled(api, clock, offset=second + 1) == []
    assert world.pending() == 0


async def test_life_times(api: Api, world: World, clock: Clock) -> None:
    say(world, "a")
    number = world.press(AOI.id, 1, "x")
    clock.advance(149)
    assert len(await polled(api, clock, offset=0)) == 1  # 154 s: the press has expired
    assert world.pending() == 1
    answer = await api("answerCallbackQuery", callback_query_id=number)
    assert "query is too old" in answer["description"]
    clock.advance(24 * 3600)
    assert await polled(api, clock) == []
    assert world.pending() == 0


async def test_a_press_lives_150_seconds(api: Api, world: World, clock: Clock) -> None:
    number = world.press(KEN.id, 1, "x")
    clock.advance(150)
    assert await api.result("answerCallbackQuery", callback_query_id=number)
    number = world.press(KEN.id, 1, "x")
    clock.advance(150.1)
    assert not (await api("answerCallbackQuery", callback_query_id=number))["ok"]


async def test_deleting_after_48_hours(api: Api, clock: Clock) -> None:
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x")
    clock.advance(48 * 3600)
    other = await api.result("sendMessage", chat_id=AOI.id, text="y")
    assert await api.result("deleteMessage", chat_id=AOI.id, message_id=other["message_id"])
    clock.advance(1)
    answer = await api("deleteMessage", chat_id=AOI.id, message_id=sent["message_id"])
    assert answer["description"] == "Bad Request: message can't be deleted for everyone"


async def test_exactly_48_hours_may_still_be_deleted(api: Api, clock: Clock) -> None:
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x")
    clock.advance(48 * 3600)
    assert await api.result("deleteMessage", chat_id=AOI.id, message_id=sent["message_id"])


async def test_the_numbers_go_on_within_a_week(world: World, clock: Clock) -> None:
    (first,) = say(world, "a")
    for further in (1, 2):
        clock.advance(IDLE - 1)
        assert say(world, "b") == [first + further]


@pytest.mark.parametrize(("drawn", "seen"), [(-1000, []), (1000, ["b", "c"])], ids=["lower", "higher"])
async def test_after_an_idle_week_a_number_is_drawn(
    api: Api, world: World, clock: Clock, drawn: int, seen: list[str]
) -> None:
    """A bot that asks with its old offset confirms unseen what has got a lower number."""
    (first,) = say(world, "a")
    assert await polled(api, clock, offset=first + 1) == []
    world.updates.draw = lambda: first + drawn
    clock.advance(IDLE)
    assert say(world, "b", "c") == [first + drawn, first + drawn + 1]
    assert texts(await polled(api, clock, offset=first + 1)) == seen


def test_a_batch_ends_at_four_megabytes() -> None:
    updates = Updates(lambda: 1, lambda: 0.0)
    for _ in range(5):
        updates.add("message", {"text": "x" * (MOST_BYTES // 4)}, chat_queue(1), 10)
    assert len(updates.batch(100)) == 3


def test_no_more_than_100_000_wait() -> None:
    updates = Updates(lambda: 1, lambda: 0.0)
    for _ in range(MOST_WAITING):
        assert updates.add("message", {}, chat_queue(1), 10)
    assert updates.add("message", {}, chat_queue(1), 10) == 0
