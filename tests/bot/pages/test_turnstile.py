"""Requests that come together begin a few at a time, whoever sends them, and let everything else in between."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.pages.turnstile import BEGIN, Free, Turnstile, nothing_free
from bot.pages.webhook import PUSHED, SECRET_HEADER, is_pushed
from tests.stage import Stage

MANY = 50 * BEGIN
HEADER = SECRET_HEADER.lower().encode()


class Site:
    """An application that notes whom it answered."""

    def __init__(self) -> None:
        self.answered: list[str] = []

    async def __call__(self, scope: Scope, _receive: Receive, _send: Send) -> None:
        self.answered.append(scope["client"][0])


class Rounds:
    """Counts the rounds of the event loop, and how many answers began in each."""

    def __init__(self) -> None:
        self.now = 0
        self.begun: Counter[int] = Counter()

    async def run(self) -> None:
        while True:
            self.now += 1
            await asyncio.sleep(0)

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun[self.now] += 1


@contextlib.asynccontextmanager
async def counted() -> AsyncIterator[Rounds]:
    rounds = Rounds()
    running = asyncio.create_task(rounds.run())
    yield rounds
    running.cancel()


async def nothing(*_: object) -> Any:
    return {"type": "http.disconnect"}


def request(address: str, path: str = "/healthz") -> dict[str, Any]:
    given: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
    }
    return given | {"client": (address, 1), "headers": [], "http_version": "1.1", "scheme": "http", "root_path": ""}


async def all_at_once(site: ASGIApp, scopes: Sequence[dict[str, Any]], send: Send = nothing) -> None:
    await asyncio.gather(*(site(dict(scope), nothing, send) for scope in scopes))


async def test_of_many_at_once_a_few_begin_in_a_round(stage: Stage) -> None:
    async with counted() as rounds:
        await all_at_once(stage.app.pages, [request("10.0.0.1")] * MANY, rounds.send)
    assert sum(rounds.begun.values()) == MANY
    # two rounds of the turnstile may fall into one of the counter's
    assert max(rounds.begun.values()) <= 2 * BEGIN


async def test_what_pretends_to_be_telegram_waits_too(stage: Stage) -> None:
    """Anybody can post to that address: only the secret tells who is Telegram."""
    async with counted() as rounds:
        await all_at_once(stage.app.pages, [request("10.0.0.1", PUSHED)] * MANY, rounds.send)
    assert sum(rounds.begun.values()) == MANY
    assert max(rounds.begun.values()) <= 2 * BEGIN


@pytest.mark.parametrize(
    ("path", "headers", "secret", "free"),
    [
        (PUSHED, [(HEADER, b"sesame")], "sesame", True),
        (PUSHED, [(HEADER, b"Sesame")], "sesame", False),
        (PUSHED, [(HEADER, b"\xff")], "sesame", False),
        (PUSHED, [], "sesame", False),
        (PUSHED, [(HEADER, b"")], "", False),
        ("/c/x", [(HEADER, b"sesame")], "sesame", False),
    ],
)
def test_by_what_telegram_is_known(path: str, headers: list[tuple[bytes, bytes]], secret: str, free: bool) -> None:
    assert is_pushed(request("1", path) | {"headers": headers}, secret) is free


async def test_addresses_take_turns() -> None:
    site = Site()
    await all_at_once(Turnstile(site), [request("10.0.0.1")] * MANY + [request("10.0.0.2")] * 2)
    of_other = [place for place, address in enumerate(site.answered) if address == "10.0.0.2"]
    assert len(site.answered) == MANY + 2
    assert of_other[-1] < 3 * BEGIN


@pytest.mark.parametrize(("free", "waits"), [(lambda scope: scope["path"] == PUSHED, False), (nothing_free, True)])
async def test_what_telegram_pushes_does_not_wait_for_the_pages(free: Free, waits: bool) -> None:
    site = Site()
    await all_at_once(Turnstile(site, free), [request("10.0.0.1")] * MANY + [request("pushed", PUSHED)])
    assert (site.answered.index("pushed") > BEGIN) is waits


async def test_whoever_is_gone_takes_no_place() -> None:
    site = Site()
    turnstile = Turnstile(site)
    asked = [asyncio.create_task(turnstile(request("10.0.0.1"), nothing, nothing)) for _ in range(MANY)]
    await asyncio.sleep(0)
    for task in asked[BEGIN : MANY // 2]:
        task.cancel()
    await asyncio.gather(*asked, return_exceptions=True)
    assert len(site.answered) == MANY // 2 + BEGIN
    await all_at_once(turnstile, [request("10.0.0.1")] * MANY)
    assert len(site.answered) == MANY + MANY // 2 + BEGIN
