"""A process that runs until it is told to stop."""

import asyncio
import signal

from bot.app import App, NotMigrated
from bot.logs import get
from bot.serving import bound, serving
from bot.settings import Settings

__all__ = ["NotMigrated", "Settings", "run"]
log = get("running")


async def run(settings: Settings, *, takes: bool, delivers: bool) -> int:
    """Serve the pages and do the given work until SIGTERM or SIGINT; 0 after an orderly end."""
    app = App(settings)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    try:
        if takes:
            async with serving(app.pages, bound(*settings.address)):
                await _work(app, stopping, takes=takes, delivers=delivers)
        else:
            await _work(app, stopping, takes=takes, delivers=delivers)
    finally:
        await app.stop()
    return 0


async def _work(app: App, stopping: asyncio.Event, *, takes: bool, delivers: bool) -> None:
    await app.start(takes=takes, delivers=delivers)
    if takes:
        await app.receive()
    log.info("running", webhook=app.settings.by_webhook, database=app.sessions.kind)
    await stopping.wait()
