"""Fixtures of the sandbox's tests."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser

from bot.sandbox import Sandbox, running
from bot.sandbox.world import World
from tests.sandbox.page_scene import Scene, stage
from tests.sandbox.workbench import AOI, KEN, STRANGER, TOKEN, Api, Clock, Ears, listening


@pytest.fixture
async def clock() -> Clock:
    return Clock()


@pytest.fixture
def rates() -> bool:
    """Whether Telegram's pace is kept; a module that tests it overrides this."""
    return False


@pytest.fixture
async def sandbox(clock: Clock, rates: bool) -> Sandbox:
    """AOI and KEN have started the bot, STRANGER never wrote; no update waits."""
    sandbox = Sandbox(
        token=TOKEN,
        username="tani_bot",
        people=[AOI, KEN, STRANGER],
        now=clock.now,
        rates=rates,
        seed=1,
        monotonic=clock.monotonic,
        sleep=clock.sleep,
    )
    for person in (AOI, KEN):
        sandbox.world.send_text(person.id, "/start")
    sandbox.world.updates.clear()
    return sandbox


@pytest.fixture
async def origin(sandbox: Sandbox) -> AsyncIterator[str]:
    async with running(sandbox) as origin:
        yield origin


@pytest.fixture
def world(sandbox: Sandbox) -> World:
    return sandbox.world


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def api(origin: str, http: aiohttp.ClientSession) -> Api:
    return Api(origin, http)


@pytest.fixture
async def ears(origin: str) -> AsyncIterator[Ears]:
    """A webhook of the bot; it is closed before the sandbox is."""
    async with listening() as ears:
        yield ears


@pytest_asyncio.fixture(loop_scope="session")
async def scene(browser: Browser) -> AsyncIterator[Scene]:
    """The chat page before the real sandbox and a small scripted bot."""
    async with stage(browser) as scene:
        yield scene
