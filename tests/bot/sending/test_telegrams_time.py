"""Each answer of Telegram's tells the time, and pages of somebody else do not."""

import asyncio
import contextlib
from datetime import datetime, timedelta

import pytest
from telegram.error import NetworkError

from bot.sending.telegram import Telegram
from bot.sending.transport import Transport
from tests.conftest import NOW
from tests.stage import TOKEN

OK = '{"ok": true, "result": {}}'


@pytest.mark.parametrize(
    ("date", "body", "told"),
    [
        ("Sun, 22 Nov 2026 01:00:00 GMT", OK, [NOW]),
        ("Sun, 22 Nov 2026 10:00:00 +0900", OK, [NOW]),
        ("Sun, 22 Nov 2026 01:00:00 GMT", "<html>of a proxy</html>", []),
        ("Sun, 22 Nov 2026 01:00:00 -0000", OK, []),
        ("Fri, 31 Dec 9999 23:59:59 -0100", OK, []),
        ("Sun, 99 Nov 2026 01:00:00 GMT", OK, []),
        ("just now", OK, []),
        ("", OK, []),
    ],
)
async def test_an_answer_tells_when_it_was_made(date: str, body: str, told: list[datetime]) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 200 OK\r\nDate: {date}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        writer.write(f"{head}{body}".encode())
        writer.close()

    heard: list[tuple[datetime, timedelta]] = []
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    request = Transport(told=lambda made_at, took: heard.append((made_at, took)))
    await request.initialize()
    with contextlib.suppress(NetworkError):
        await Telegram(request, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot{TOKEN}").call("getMe")
    await request.shutdown()
    server.close()
    assert [made_at for made_at, _ in heard] == told
    assert all(took > timedelta(0) for _, took in heard)
