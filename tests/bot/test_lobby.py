"""Connections that never finish a request: each ends, however it drips, and none keeps a whole request out."""

import asyncio
import contextlib
import itertools
import resource
import socket
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from bot import lobby, serving
from bot.lobby import FEWEST, MOST, OTHERS, Phase, most_connections
from bot.serving import bound
from tests.patience import LONGEST_S

HEAD = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n"
WHOLE = HEAD + b"tani"
FILM = b"GET /film HTTP/1.1\r\nHost: a\r\n\r\n"
LONG_S = 3600.0
NOW_S = 0.05
MANY = 4


class Site:
    """An application that answers with the body it was given, when it is let."""

    def __init__(self) -> None:
        self.may, self.cut = asyncio.Event(), asyncio.Event()
        self.may.set()
        self.asked = 0
        self.app = Starlette(routes=[Route("/", self.echo, methods=["POST"]), Route("/film", self.film)])

    async def echo(self, request: Request) -> Response:
        self.asked += 1
        try:
            body = await request.body()
        except ClientDisconnect:
            self.cut.set()
            raise
        await self.may.wait()
        return PlainTextResponse(body)

    async def film(self, _: Request) -> Response:
        async def bytes_of() -> AsyncIterator[bytes]:
            try:
                while True:
                    yield bytes(1_000_000)
                    await asyncio.sleep(0)  # as if it were read from somewhere
            finally:
                self.cut.set()

        return StreamingResponse(bytes_of())


class Line:
    """A socket, byte by byte."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    def says(self, part: bytes) -> None:
        self.writer.write(part)

    async def is_answered(self) -> bool:
        """Whether the answer is what was sent; False if the connection ends."""
        try:
            head = await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), LONGEST_S)
            return head.startswith(b"HTTP/1.1 200") and await self.reader.readexactly(4) == b"tani"
        except (asyncio.IncompleteReadError, ConnectionError):
            return False

    async def ends(self) -> bool:
        with contextlib.suppress(ConnectionError):
            await asyncio.wait_for(self.reader.read(), LONGEST_S)
        return True


class Door:
    def __init__(self, site: Site, port: int, stack: contextlib.AsyncExitStack) -> None:
        self.site, self.port, self._stack = site, port, stack

    async def opens(self, said: bytes = b"") -> Line:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self._stack.callback(writer.close)
        writer.write(said)
        await writer.drain()
        return Line(reader, writer)


@pytest.fixture
async def door(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Door]:
    """A place for MANY connections, in which no deadline ends soon unless a test says so."""
    for name in ("HEAD_S", "BODY_S", "READER_S"):
        monkeypatch.setattr(lobby, name, LONG_S)
    monkeypatch.setattr(serving, "most_connections", lambda: MANY)
    monkeypatch.setattr(serving, "GRACE_S", 0.0)
    site = Site()
    async with serving.serving(site.app, bound("127.0.0.1", 0)) as port, contextlib.AsyncExitStack() as stack:
        yield Door(site, port, stack)


@pytest.mark.parametrize("said", [b"", b"P", HEAD[:-1], WHOLE + HEAD[:9]], ids=["nothing", "a byte", "no end", "next"])
async def test_a_head_has_its_deadline(door: Door, said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lobby, "HEAD_S", NOW_S)
    assert await (await door.opens(said)).ends()


async def test_a_body_has_its_deadline(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lobby, "BODY_S", NOW_S)
    assert await (await door.opens(HEAD + b"tan")).ends()
    await door.site.cut.wait()


@pytest.mark.parametrize("phase", [Phase.HEAD, Phase.BODY])
async def test_dripping_puts_no_deadline_off(door: Door, phase: Phase, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deadline that a byte began anew would be a long one, however slowly the bytes come here."""
    deadlines = itertools.chain([10 * NOW_S], itertools.repeat(LONG_S))
    monkeypatch.setitem(lobby._DEADLINES, phase, lambda: next(deadlines))
    line = await door.opens(b"" if phase is Phase.HEAD else HEAD.replace(b"4", b"999999"))

    async def drips() -> None:
        while True:
            line.says(b"a")
            await asyncio.sleep(NOW_S / 10)

    dripping = asyncio.create_task(drips())
    assert await line.ends()
    dripping.cancel()


async def test_who_takes_nothing_of_an_answer_is_cut_off(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lobby, "READER_S", NOW_S)
    await door.opens(FILM)
    await asyncio.wait_for(door.site.cut.wait(), LONGEST_S)


async def test_a_long_answer_and_a_quiet_line_have_no_deadline(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    """They outlive a line that was opened later and has one."""
    for name in ("HEAD_S", "BODY_S"):
        monkeypatch.setattr(lobby, name, NOW_S)
    door.site.may.clear()
    line = await door.opens(WHOLE)
    assert await (await door.opens(HEAD[:9])).ends()
    door.site.may.set()
    assert await line.is_answered()
    assert await (await door.opens(HEAD[:9])).ends()
    line.says(WHOLE)
    assert await line.is_answered()


async def test_of_too_many_that_wait_the_oldest_end(door: Door) -> None:
    flood = [await door.opens(HEAD[:20]) for _ in range(3 * MANY)]
    line = await door.opens(WHOLE)
    assert await line.is_answered()
    for one in flood[: 2 * MANY]:
        assert await one.ends()
    last = flood[-1]
    last.says(WHOLE[20:])
    assert await last.is_answered()


async def test_a_quiet_line_makes_room_for_a_new_one(door: Door) -> None:
    quiet = [await door.opens(WHOLE) for _ in range(MANY)]
    assert [await line.is_answered() for line in quiet] == [True] * MANY
    assert await (await door.opens(WHOLE)).is_answered()
    assert await quiet[0].ends()
    quiet[1].says(WHOLE)
    assert await quiet[1].is_answered()


async def test_if_all_are_being_answered_the_newest_is_refused(door: Door) -> None:
    door.site.may.clear()
    busy = [await door.opens(WHOLE) for _ in range(MANY)]
    while door.site.asked < MANY:
        await asyncio.sleep(0)
    assert await (await door.opens(WHOLE)).ends()
    door.site.may.set()
    assert [await line.is_answered() for line in busy] == [True] * MANY


async def test_whatever_else_goes_on_waits_for_one_connection_and_not_for_a_row_of_them(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn, taken = 0, Counter[int]()
    made = lobby.Guarded.connection_made

    def noted(self: lobby.Guarded, transport: asyncio.Transport) -> None:
        taken[turn] += 1
        made(self, transport)

    monkeypatch.setattr(lobby.Guarded, "connection_made", noted)
    with contextlib.ExitStack() as lines:
        for _ in range(8):  # the system takes them before the event loop gets its turn
            lines.enter_context(socket.create_connection(("127.0.0.1", door.port)))
        while taken.total() < 8:
            turn += 1
            await asyncio.sleep(0)
    assert max(taken.values()) <= 2  # newer Pythons take one more than they are told


@pytest.mark.parametrize(
    ("files", "most"),
    [
        (resource.RLIM_INFINITY, MOST),
        (1_000_000, MOST),
        (OTHERS + 2 * MOST, MOST),
        (OTHERS + 2 * MOST - 2, MOST - 1),
        (1024, 412),
        (OTHERS, FEWEST),
        (64, FEWEST),
    ],
)
def test_two_servers_leave_files_to_all_the_rest(files: int, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (files, files))
    assert most_connections() == most
