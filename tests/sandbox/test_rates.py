"""Telegram's pace, by a clock in hand."""

import pytest

from bot.sandbox import Person, Sandbox
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


async def test_edits_count_and_answers_do_not(api: Api, world: World) -> None:
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x")
    for number in range(19):
        await api.result("editMessageText", chat_id=AOI.id, message_id=sent["message_id"], text=str(number))
    refused = await api("editMessageText", chat_id=AOI.id, message_id=sent["message_id"], text="y")
    assert refused["error_code"] == 429
    for _ in range(40):
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
