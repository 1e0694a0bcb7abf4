"""The bench runs, and measures what it says: no figure is asserted."""

import asyncio
import io
import json
from typing import Any

import aiohttp

from tests.bench.figures import SMALL
from tests.bench.match import ECHO, ECHO_TEXT, TAP, TAP_POSTGRES, match
from tests.bench.telegram_stub import PRESS, Stub, stub_server

TAPPED = PRESS + b':{"id":"1"}'


async def test_a_small_match_is_played_to_its_end() -> None:
    out = io.StringIO()
    found = await match(SMALL, out)
    assert found.keys() == {TAP, ECHO, TAP_POSTGRES, ECHO_TEXT}
    assert all(figures.taps > 0 and figures.p99 >= figures.p50 > 0 for figures in found.values())
    assert f"{SMALL.all_taps} taps were answered on each database, and all of them are on record." in out.getvalue()


async def test_what_was_not_confirmed_is_handed_out_again() -> None:
    async with stub_server(b"{}") as stub, aiohttp.ClientSession() as bot:
        measuring = asyncio.create_task(stub.all_at_once({7: [TAPPED, TAPPED]}))
        (first,) = await asked(bot, stub, "getUpdates", timeout=5)
        assert await asked(bot, stub, "getUpdates", timeout=5) == [first]
        await asked(bot, stub, "answerCallbackQuery", callback_query_id="1")
        await asked(bot, stub, "editMessageText", chat_id=7, text="chat_id")
        (second,) = await asked(bot, stub, "getUpdates", offset=first["update_id"] + 1, timeout=5)
        assert second["update_id"] == first["update_id"] + 1
        await asked(bot, stub, "editMessageText", chat_id=7)
        assert not measuring.done()  # the press itself is not answered yet
        await asked(bot, stub, "answerCallbackQuery", callback_query_id="1")
        took, waits = await measuring
        assert len(waits) == 2
        assert sum(waits) <= took


async def asked(bot: aiohttp.ClientSession, stub: Stub, method: str, **given: Any) -> Any:
    """What the stub answers."""
    async with bot.post(
        f"{stub.address}/bot100:token/{method}", data=json.dumps(given, separators=(",", ":"))
    ) as answer:
        return (await answer.json())["result"]
