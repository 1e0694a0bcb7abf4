"""Starts the demo, and ends it without a trace."""

import asyncio
import contextlib
import errno
import signal
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from bot.app import App, Parts, usual_parts
from bot.clock import DemoClock
from bot.demo import accounts, certificates, importing, reminded, requests, signing, trainings
from bot.demo.furnishing import furnish
from bot.demo.people import INSIDE, PEOPLE, SECRETARY
from bot.loghead import LogHead
from bot.logs import set_up
from bot.sandbox import Sandbox
from bot.serving import bound, serving
from bot.settings import Settings
from content.rules import day_of, next_morning
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from storage.migrations import migrate

LOG = Path("var") / "demo.log"
TOKEN = "100:sandbox-token"  # noqa: S105  # the sandbox's token, which is good on this machine only
USERNAME = "tani_demo_bot"
SIGNER = "Tan'i demo (test key)"


async def demo(port: int) -> int:
    """Run everything until Ctrl-C. The record lies in a temporary folder, which is removed at the end.

    The terminal shows these lines alone, so the log goes to a file. Each demo writes it anew.
    """
    with _logging_to(LOG) as kept, tempfile.TemporaryDirectory(prefix="tani-demo-") as folder:
        async with living(Path(folder), port) as address:
            stopping = _stopping()
            print(f"\n  Tan'i demo:  {address}\n{_elsewhere(address, port)}\n  Ctrl-C ends it; {kept}.\n", flush=True)
            await stopping.wait()
    return 0


async def sandbox_alone(port: int, token: str) -> int:
    """Run the local Bot API server alone, for a bot that runs elsewhere, until Ctrl-C."""
    clock = DemoClock()
    sandbox = Sandbox(token=token, username=USERNAME, people=PEOPLE, now=clock.now)
    async with serving(sandbox.app, _free(port)) as taken:
        address, stopping = f"http://127.0.0.1:{taken}", _stopping()
        given = f"TELEGRAM_API_URL={address} TELEGRAM_BOT_TOKEN={token}"
        print(f"\n  Bot API:    {given}\n  Chat page:  {address}/\n{_elsewhere(address, port)}", flush=True)
        await stopping.wait()
        await sandbox.close()
    return 0


@contextlib.asynccontextmanager
async def living(folder: Path, port: int) -> AsyncIterator[str]:
    """The demo on this port, or on the next free one; gives the chat page's address."""
    clock = DemoClock()
    # Both ports are taken before anything is made: the settings name them.
    pages_at, sandbox_at = _free(port + 1), _free(port)
    ports = (pages_at.getsockname()[1], sandbox_at.getsockname()[1])
    settings = _settings(folder, *ports, clock.now())
    heads = LogHead(folder / "staff-log.head")
    _set_up(settings, clock, heads)
    apps: list[App] = []  # filled below: the sandbox has to be there before the application

    async def next_day() -> datetime:
        """Go on to tomorrow morning: organisers register, and the letters that are due at 08:00 are sent."""
        clock.jump(next_morning(clock.now()))
        for app in apps:
            await app.record.write(lambda session: trainings.register(session, clock.now()))
            await app.schedule.tick()
            app.delivery.wake()
        return clock.now()

    sandbox = Sandbox(token=TOKEN, username=USERNAME, people=PEOPLE, now=clock.now, next_day=next_day)
    async with serving(sandbox.app, sandbox_at) as taken:
        app = App(settings, _parts(clock, heads))
        apps.append(app)
        certificates.furnish(app.sessions, app.house, folder, clock.now())
        async with serving(app.pages, pages_at):
            try:
                await app.start()
                await app.receive()
                for person in INSIDE:
                    sandbox.world.send_text(person, "/start")  # a bot can write only to whom it heard of
                _send_files(sandbox, clock.now())
                app.is_up()
                yield f"http://127.0.0.1:{taken}/"
            finally:
                await app.stop()
                await sandbox.close()


def _send_files(sandbox: Sandbox, now: datetime) -> None:
    """What the secretary has sent, so that it waits to be imported, and to be granted."""
    yesterday = day_of(now) - timedelta(days=1)
    for command, name, content in (
        ("/import", importing.FILE_NAME, importing.members_file()),
        ("/import_credits", importing.CREDITS_NAME, importing.credits_file()),
        ("/grant_credits", importing.GRANTS_NAME, importing.grants_file(yesterday)),
    ):
        sandbox.world.send_text(SECRETARY.id, command)
        sandbox.world.send_document(SECRETARY.id, name, content)


@contextlib.contextmanager
def _logging_to(file: Path) -> Iterator[str]:
    """Log to this file; gives a sentence of what is kept. If the file can't be written, the terminal gets the log."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        log = file.open("w", encoding="utf-8")
    except OSError as error:
        yield f"nothing is kept, and {file} can't be written ({error.strerror})"
        return
    with log:
        set_up(to=log)
        try:
            yield f"nothing is kept but its log, {file}"
        finally:
            set_up()


def _elsewhere(address: str, port: int) -> str:
    """A line that says so if the chat page is not on the port that was asked for."""
    taken = urlsplit(address).port
    return "" if port in (0, taken) else f"  (not at {port}, since that port is taken)\n"


def _parts(clock: DemoClock, heads: LogHead) -> Parts:
    return replace(usual_parts(), clock=clock, heads=heads)


def _settings(folder: Path, pages: int, sandbox: int, at: datetime) -> Settings:
    return Settings(
        telegram_bot_token=TOKEN,
        telegram_api_url=f"http://127.0.0.1:{sandbox}",
        database_url=f"sqlite:///{folder / 'tani.sqlite'}",
        public_url=f"http://127.0.0.1:{pages}",
        listen=f"127.0.0.1:{pages}",
        data_key=new_key(),
        operator_file=str(_profile(folder)),
        signing_key=signing.new_key(SIGNER, at),
        signing_passphrase=signing.PASSPHRASE,
    )


def _profile(folder: Path) -> Path:
    """The sample profile, as a file beside the record: the package may lie in an archive."""
    place = folder / "operator.yaml"
    place.write_bytes(files("content").joinpath("operator.yaml").read_bytes())
    return place


def _set_up(settings: Settings, clock: DemoClock, heads: LogHead) -> None:
    sessions = Sessions(settings.database_url, Cipher(read_keys(settings.data_key)))
    migrate(sessions.engine)
    furnish(sessions, clock.now(), heads)
    accounts.furnish(sessions, clock.now(), heads)
    requests.furnish(sessions, clock.now(), heads)
    reminded.furnish(sessions, clock.now())
    sessions.close()


def _free(port: int) -> socket.socket:
    """A socket on this port of the loopback interface, or on one of the next twenty."""
    for candidate in range(port, port + 20):
        try:
            return bound("127.0.0.1", candidate)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, f"no free port from {port} on")


def _stopping() -> asyncio.Event:
    """It is set when the process is told to end. Ask for it before anybody is told that it can be ended."""
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    return stopping
