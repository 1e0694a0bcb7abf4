"""A process that runs until it is told to stop."""

import asyncio
import contextlib
import gc
import signal
import socket
import sys

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.app import App
from bot.logs import get
from bot.opening import NotReady
from bot.serving import bound, serving
from bot.settings import Settings

log = get("running")
SWITCH_S = 0.0005


async def run(settings: Settings, *, takes: bool, delivers: bool) -> int:
    """Serve the pages and do the given work until SIGTERM or SIGINT; 0 after an orderly end. Raises NotReady."""
    app = App(settings)
    tune()
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    try:
        async with contextlib.AsyncExitStack() as places:
            await _open(places, app, settings, takes=takes)
            await _work(app, stopping, takes=takes, delivers=delivers)
    finally:
        await app.stop()
    return 0


async def _open(places: contextlib.AsyncExitStack, app: App, settings: Settings, *, takes: bool) -> None:
    """The pages on LISTEN or PORT; and on MONITOR the figures and the health of every process.

    A process that only sends letters has no pages, and LISTEN is for the one beside it. On a platform's PORT it answers
    for its health, since there the platform asks.
    """
    if takes or settings.port is not None:
        await places.enter_async_context(serving(app.pages if takes else app.health(), _place(settings)))
    if settings.monitor_address is None:
        return
    try:
        place = bound(*settings.monitor_address)
    except OSError as error:
        log.warning("monitor_is_taken", monitor=settings.monitor, error=error.strerror)
    else:
        await places.enter_async_context(serving(app.monitor, place))


def tune() -> None:
    """Tune Python for short turns in threads.

    A turn's thread gives Python's lock (the GIL) away at every statement of SQL. If the event loop is busy then, the
    thread waits for the lock for 5 ms by default, which is longer than a whole turn; so the interval is made shorter.
    Everything that is loaded by now stays for good, so the garbage collector need not look at it again.
    """
    sys.setswitchinterval(SWITCH_S)
    gc.collect()
    gc.freeze()


async def _work(app: App, stopping: asyncio.Event, *, takes: bool, delivers: bool) -> None:
    """Start, and work until it is told to stop. That may be told while the start still waits for Telegram."""
    starting = asyncio.create_task(_start(app, takes=takes, delivers=delivers))
    stopped = asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait((starting, stopped), return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            await starting
            log.info("running", webhook=app.settings.by_webhook, database=app.sessions.kind)
            await stopped
    finally:
        for task in (starting, stopped):
            task.cancel()
        await asyncio.gather(starting, stopped, return_exceptions=True)


async def _start(app: App, *, takes: bool, delivers: bool) -> None:
    try:
        await app.start(takes=takes, delivers=delivers)
        if takes:
            await app.receive()
        app.is_up()
    except TelegramError as error:
        raise NotReady(_why(error, app.settings)) from None


def _place(settings: Settings) -> socket.socket:
    host, port = settings.address
    try:
        return bound(host, port)
    except OSError as error:
        name = "LISTEN" if settings.port is None else "PORT"
        raise NotReady(f"{name}: {host}:{port} can't be listened on: {error.strerror}") from None


def _why(error: TelegramError, settings: Settings) -> str:
    """Why the start failed, in our own words: python-telegram-bot's message about a wrong token holds the token."""
    if isinstance(error, InvalidToken):
        return f"TELEGRAM_BOT_TOKEN: {settings.telegram_api_url} does not know this token"
    if isinstance(error, BadRequest):
        return f"Telegram refuses what it is asked at the start: {error.message}"
    return f"{settings.telegram_api_url} does not answer as Telegram does: {error.message}"
