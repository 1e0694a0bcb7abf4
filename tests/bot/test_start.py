"""A start while Telegram can't be reached: it waits, says so, and ends when it is told to."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import RealClock
from bot.demo.people import PEOPLE
from bot.sandbox import Sandbox, running
from tests.conftest import WRITTEN_KEY
from tests.process import Bot, free_port, quick_bot_process
from tests.someone import Someone, eventually
from tests.stage import TOKEN

PORT = free_port()

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def bot(database_url: str, tmp_path: Path) -> AsyncIterator[Bot]:
    given = {"TELEGRAM_BOT_TOKEN": TOKEN, "DATA_KEY": WRITTEN_KEY, "MONITOR": "", "DATABASE_URL": database_url}
    async with quick_bot_process(tmp_path / "bot.log", **given) as process:
        yield process


@pytest.mark.parametrize(
    ("address", "failure"),
    [
        (f"http://127.0.0.1:{PORT}", "ClientConnectorError"),
        ("http://telegram.invalid", "ClientConnectorDNSError"),
    ],
    ids=["nobody listens", "no such name"],
)
@pytest.mark.parametrize("command", ["run", "worker"])
async def test_it_waits_says_so_and_can_be_ended(bot: Bot, address: str, failure: str, command: str) -> None:
    bot.environment |= {"TELEGRAM_API_URL": address, "PUBLIC_URL": "http://127.0.0.1:8080"}
    starting = asyncio.create_task(bot.start(command))
    await eventually(lambda: bot.log.exists() and bot.log.read_text().count("telegram_not_reached") >= 2)
    assert await bot.stop() == 0
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)
    said = bot.log.read_text()
    assert failure in said
    assert '"event": "stopped"' in said
    assert "Traceback" not in said
    assert TOKEN not in said


async def test_it_runs_when_telegram_is_there(bot: Bot) -> None:
    bot.environment["TELEGRAM_API_URL"] = f"http://127.0.0.1:{PORT}"
    starting = asyncio.create_task(bot.start("run"))
    await eventually(lambda: bot.log.exists() and "telegram_not_reached" in bot.log.read_text())
    sandbox = Sandbox(token=TOKEN, username="tani_test_bot", people=PEOPLE, now=RealClock().now, rates=False)
    async with running(sandbox, port=PORT):
        await starting
        aoi = Someone(sandbox.world, 1)
        aoi.says("/start")
        await eventually(lambda: bool(aoi.heard))
        assert await bot.stop() == 0
    assert "Traceback" not in bot.log.read_text()


async def test_a_token_that_telegram_does_not_know_is_no_reason_to_wait(bot: Bot) -> None:
    """Nor is it written anywhere, although python-telegram-bot would write it into its error."""
    sandbox = Sandbox(token="200:another", username="another_bot", people=PEOPLE, now=RealClock().now)
    async with running(sandbox) as address:
        bot.environment["TELEGRAM_API_URL"] = address
        code, said = await bot.command("run")
    assert code == 2
    assert "Traceback" not in said
    assert f"TELEGRAM_BOT_TOKEN: {address} does not know this token" in said
    assert TOKEN not in said
