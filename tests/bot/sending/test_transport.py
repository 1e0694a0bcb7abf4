"""HTTP to Telegram: how each failure is called, and that no secret is in what is said of it."""

import asyncio
import contextlib
import logging
import socket
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
import structlog
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.logs import set_up
from bot.sending import transport
from bot.sending.telegram import Telegram
from bot.sending.transport import NotSent, Transport, lightened
from bot.serving import bound, serving
from tests.conftest import NOW, WRITTEN_KEY
from tests.stage import PASSWORD, TOKEN, logged_in, staged

Answer = Callable[[Request], Awaitable[Response]]


@contextlib.asynccontextmanager
async def telegram(address: str, **options: float) -> AsyncIterator[Telegram]:
    """A client of the Bot API there."""
    request = Transport(**options)  # type: ignore[arg-type]  # answer_s
    await request.initialize()
    try:
        yield Telegram(request, f"{address}/bot{TOKEN}")
    finally:
        await request.shutdown()


@contextlib.asynccontextmanager
async def answering(answer: Answer, **options: float) -> AsyncIterator[Telegram]:
    """A client of a server that answers so."""
    app = Starlette(routes=[Route("/bot{token}/{method}", answer, methods=["POST"])])
    async with serving(app, bound("127.0.0.1", 0)) as port, telegram(f"http://127.0.0.1:{port}", **options) as client:
        yield client


def silent(error: BaseException) -> str:
    """The text and the traceback of an error, in which no token is."""
    told = f"{error!r} {error} {''.join(traceback.format_exception(error))}"
    assert TOKEN not in told
    assert TOKEN.split(":")[1] not in told
    return told


async def test_nobody_there_means_that_nothing_happened() -> None:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{place.getsockname()[1]}"
    async with telegram(nowhere) as client:
        with pytest.raises(NotSent) as failed:
            await client.call("sendMessage", chat_id=1, text="x")
    silent(failed.value)


async def test_an_unknown_host_is_no_connection_either() -> None:
    async with telegram("http://nowhere.invalid") as client:
        with pytest.raises(NotSent) as failed:
            await client.call("getMe")
    silent(failed.value)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:99999", "ftp://127.0.0.1", "http://[::1", "http://a b", "nothing"]
)
async def test_an_address_that_is_none_is_an_error_of_telegrams_kind(address: str) -> None:
    async with telegram(address) as client:
        with pytest.raises(NetworkError) as failed:
            await client.call("getMe")
    silent(failed.value)


async def test_a_connection_that_is_cut_is_not_known_to_have_done_nothing() -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(10)
        writer.transport.abort()

    server = await asyncio.start_server(cut, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with telegram(f"http://127.0.0.1:{port}") as client:
        with pytest.raises(NetworkError) as failed:
            await client.call("sendMessage", chat_id=1, text="x")
    server.close()
    assert not isinstance(failed.value, NotSent)
    silent(failed.value)


async def test_an_answer_that_does_not_come_is_a_time_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server was reached, and had the question: it is the answer that is not waited for any longer."""
    monkeypatch.setattr(transport, "CONNECT_S", 1.0)
    asked, given_up = asyncio.Event(), asyncio.Event()

    async def never(_: Request) -> Response:
        asked.set()
        await given_up.wait()
        return Response()

    async with answering(never, answer_s=0.01) as client:
        with pytest.raises(TimedOut) as failed:
            await client.call("getUpdates")
        assert asked.is_set()
        given_up.set()
    silent(failed.value)


def refusal(status: int, description: str, **parameters: int) -> Answer:
    async def answer(_: Request) -> Response:
        return JSONResponse({"ok": False, "description": description, "parameters": parameters}, status)

    return answer


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (refusal(400, "Bad Request: message is not modified"), BadRequest),
        (refusal(401, "Unauthorized"), InvalidToken),
        (refusal(403, "Forbidden: bot was blocked by the user"), Forbidden),
        (refusal(404, "Not Found"), InvalidToken),
        (refusal(409, "Conflict: terminated by other getUpdates request"), Conflict),
        (refusal(429, "Too Many Requests: retry after 3", retry_after=3), RetryAfter),
        (refusal(500, "Internal Server Error"), NetworkError),
        (refusal(502, "Bad Gateway"), NetworkError),
    ],
)
async def test_refusals_are_telegrams_errors(answer: Answer, kind: type[TelegramError]) -> None:
    async with answering(answer) as client:
        with pytest.raises(kind) as failed:
            await client.call("sendMessage", chat_id=1, text="x")
    assert not isinstance(failed.value, NotSent)
    silent(failed.value)


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 409, 502, 504])
async def test_a_page_of_a_proxy_is_a_failure_that_may_pass(status: int) -> None:
    """Whatever its status: nothing is blocked, and no token is wrong."""

    async def page(_: Request) -> Response:
        return Response(f"<html>{TOKEN}</html>", status, media_type="text/html")

    async with answering(page) as client:
        with pytest.raises(NetworkError) as failed:
            await client.call("sendMessage", chat_id=1, text="x")
    assert type(failed.value) is NetworkError
    silent(failed.value)


async def test_before_it_is_opened_and_after_it_is_closed_nothing_is_sent() -> None:
    request = Transport()
    await request.shutdown()
    with pytest.raises(NetworkError) as failed:
        await Telegram(request, f"http://127.0.0.1:1/bot{TOKEN}").call("getMe")
    silent(failed.value)


def test_a_press_is_read_without_the_text_of_its_message() -> None:
    message = {"message_id": 4, "date": 5, "chat": {"id": 6}, "text": "long", "reply_markup": {}}
    update = {"update_id": 1, "callback_query": {"id": "2", "data": "qc:1:1:1", "message": message}}
    light = lightened(update)
    assert light["callback_query"]["message"] == {"message_id": 4, "date": 5, "chat": {"id": 6}}
    assert light["callback_query"]["data"] == "qc:1:1:1"
    assert message["text"] == "long"
    for other in (
        {"update_id": 1, "message": message},
        {"update_id": 1, "callback_query": {"id": "2"}},
        {"update_id": 1},
    ):
        assert lightened(other) == other


@pytest.fixture
def _reset() -> Iterator[None]:
    yield
    structlog.reset_defaults()


@pytest.mark.usefixtures("_reset")
async def test_no_log_line_at_any_level_holds_a_token_a_password_or_a_word_of_anybody(
    furnished_url: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    set_up(readable=False)
    caplog.set_level(logging.DEBUG)
    async with staged(furnished_url, now=NOW, data_key=WRITTEN_KEY) as stage:
        aoi = await logged_in(stage, 1)
        for method, kind in (("sendmessage", "drop"), ("sendmessage", "500"), ("getupdates", "drop")):
            stage.world.fault(method, kind)  # type: ignore[arg-type]  # one of its kinds
            await aoi.says("秘密の言葉")
        await aoi.says("/logout")
        await aoi.taps("ログアウト")
        await aoi.says("/login")
        await aoi.says("1000000001")
        for password in ("wrong-password", PASSWORD):
            await aoi.says(password)
        assert "青井 遥 様" in aoi.sees
    said = "".join(capfd.readouterr()) + caplog.text
    assert '"event": "stopped"' in said
    for secret in (
        TOKEN,
        TOKEN.split(":")[1],
        PASSWORD,
        "720204",
        "wrong-password",
        "秘密の言葉",
        "青井",
        "1000000001",
    ):
        assert secret not in said, secret


async def test_a_log_that_can_not_be_written_stops_nobody(
    furnished_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    full = (tmp_path / "log").open("w")
    full.close()
    monkeypatch.setattr("sys.stderr", full)
    set_up(readable=False)
    async with staged(furnished_url, now=NOW, data_key=WRITTEN_KEY) as stage:
        stage.world.fault("getupdates", "drop", times=2)
        assert await stage.phone(1).says("/start")
    structlog.reset_defaults()
