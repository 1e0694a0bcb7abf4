"""What a reminder to all members costs: queueing it at 08:00, claiming from it, sending it, and the taps meanwhile; and
then an announcement to them all (tests/bench/announced.py).
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy import func, select
from structlog.testing import capture_logs

from bot.app import App, Parts
from bot.clock import DemoClock, RealClock
from bot.loghead import LogHead
from bot.running import tune
from bot.sending.pace import Pace
from bot.settings import Settings
from content.rules import Rulebook, next_morning
from handlers.features import FEATURES
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from storage.post import letters
from storage.tables import Letter, Member
from tests.bench.announced import OfAll, announced
from tests.bench.announced import said as said_of_all
from tests.bench.everybody import fill
from tests.bench.figures import percentiles_ms
from tests.bench.meanwhile import Taps, rows_read, said_of_rows, transactions
from tests.bench.ring import environment
from tests.bench.taps import People, seated
from tests.bench.telegram_stub import Stub, stub_server
from tests.cheap import cheap_hashing
from tests.databases import migrated, postgres_server
from tests.process import ROOT

PEOPLE = 20
CLAIMS = 100
_LETTERS = select(func.count()).select_from(Letter)


@dataclass(frozen=True)
class Mailing:
    """`readers` are sent a reminder. `tapping` taps at `rate` a second, as many as Telegram lets a bot answer, are
    measured before, and while it is sent; `unpaced` letters are sent as fast as the record allows.
    """

    readers: int = 170_000
    tapping: int = 600
    rate: float = 30.0
    unpaced: int = 2_000


@dataclass
class Found:
    """What was measured, of one database: seconds, letters, rows, and waits of taps in seconds."""

    queued: int = 0
    queued_s: float = 0.0
    longest_s: float = 0.0
    read: str = ""
    claim_s: float = 0.0
    unpaced_a_second: float = 0.0
    calm: Sequence[float] = ()
    queueing: Sequence[float] = ()
    sending: Sequence[float] = ()
    of_all: OfAll | None = None


def mailing(size: Mailing, out: TextIO) -> None:
    """Fill a record on each database, let the reminder fall due, and print how it went."""
    key = new_key()
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as name, postgres_server(durable=True) as server:
        for url in (f"sqlite:///{Path(name) / 'tani.sqlite'}", server.url(server.create())):
            cipher = Cipher(read_keys(key))
            migrated(url, cipher)
            sessions = Sessions(url, cipher)
            people, due_at = seated(sessions, PEOPLE), next_morning(next_morning(RealClock().now()))
            fill(sessions, size.readers, due_at)
            plain = sessions.url.render_as_string(hide_password=False)
            with capture_logs():  # a line for each letter that is sent
                found = asyncio.run(_measured(plain, key, Path(name), people, size))
            print(f"{sessions.kind}\n{_said(found)}", file=out)
            sessions.close()


async def _measured(url: str, key: str, folder: Path, people: People, size: Mailing) -> Found:
    found, clock = Found(), DemoClock(RealClock().now(), runs=True)
    async with stub_server(people.message) as stub:
        given: Any = {name.lower(): value for name, value in environment(stub.address, key, url, ROOT).items()}
        parts = Parts(clock, Rulebook(), cheap_hashing(), FEATURES, LogHead(folder / "head"))
        app = App(Settings(**given), parts)
        try:
            tune()
            await app.start()
            await app.receive()
            taps = Taps(stub, people, size.tapping, size.rate)
            await _an_ordinary_morning(app, clock, taps)
            found.calm = await taps.some()
            clock.jump(next_morning(clock.now()))
            await _queued(app, taps, found)
            found.sending = await taps.some()
            app.postman.pace.pause(3_600)
            await asyncio.to_thread(_claims, app, found)
            await _unpaced(app, stub, size, found)
            found.of_all = await announced(app, taps, _anybody(app))
        finally:
            await app.stop()
    return found


async def _an_ordinary_morning(app: App, clock: DemoClock, taps: Taps) -> None:
    """A few reminders go out, and people tap: what is done once in the life of a process is done by then."""
    await app.schedule.tick()
    clock.jump(next_morning(clock.now()))
    await app.schedule.tick()
    await taps.some()
    while await asyncio.to_thread(_due, app):
        await asyncio.sleep(0.1)


async def _queued(app: App, taps: Taps, found: Found) -> None:
    """Ticks until nothing more falls due, while people tap and letters go out."""
    over, before, there = asyncio.Event(), rows_read(app), await _number(app)
    tapping = asyncio.create_task(taps.until(over))
    with transactions(app) as lasted:
        begun = time.perf_counter()
        while (now := await _number(app) - there) > found.queued or not found.queued:
            found.queued, found.queued_s = now, time.perf_counter() - begun
            await app.schedule.tick()
    over.set()
    found.queueing, found.longest_s, after = await tapping, max(lasted), rows_read(app)
    found.read = said_of_rows(before, after)


async def _number(app: App) -> int:
    """How many letters there are. It is counted beside the event loop: taps would wait for that too."""
    return await app.record.read(lambda session: session.execute(_LETTERS).scalar_one())


def _anybody(app: App) -> int:
    with app.sessions.reading() as session:
        return session.execute(select(func.max(Member.id))).scalar_one()


def _due(app: App) -> int:
    """How many letters wait and may be sent now: those that were told to wait may not."""
    due = _LETTERS.where(Letter.state == "waiting", Letter.due_at <= app.record.now())
    with app.sessions.reading() as session:
        return session.execute(due).scalar_one()


def _claims(app: App, found: Found) -> None:
    """The processor time of a claim of twenty, in the median. Each is given back."""
    took = []
    for _ in range(CLAIMS):
        begun = time.thread_time()
        with app.sessions.begin() as session:
            claimed = letters.claim(session, app.record.now(), limit=20, one_each=True, but=range(1, 21))
        took.append(time.thread_time() - begun)
        with app.sessions.begin() as session:
            letters.give_back(session, claimed)
    found.claim_s = statistics.median(took)


async def _unpaced(app: App, stub: Stub, size: Mailing, found: Found) -> None:
    """Nobody taps now, so whatever is sent is a letter."""
    most, before = min(size.unpaced, _due(app) // 2), stub.messages
    app.postman.pace = Pace(1_000_000, 0.0)
    begun = time.perf_counter()
    app.delivery.wake()
    while (sent := stub.messages - before) < most:
        await asyncio.sleep(0.02)
    found.unpaced_a_second = sent / (time.perf_counter() - begun)
    app.postman.pace.pause(3_600)


def _said(found: Found) -> str:
    calm, queueing, sending = (percentiles_ms(waits) for waits in (found.calm, found.queueing, found.sending))
    return "\n".join(
        (
            f"  {found.queued:,} letters queued in {found.queued_s:.1f} s;"
            f" rows read meanwhile, by taps too: {found.read}",
            f"  the longest transaction that wrote, of taps too: {1e3 * found.longest_s:.0f} ms",
            f"  a claim of 20: {1e3 * found.claim_s:.2f} ms of the bot's processor time",
            f"  sent without Telegram's pace: {found.unpaced_a_second:.0f} letters a second",
            "  a tap in ms, p50 / p99: calmly {:.1f} / {:.1f}".format(*calm)
            + ", while letters are queued {:.1f} / {:.1f}".format(*queueing)
            + ", while they are sent {:.1f} / {:.1f}".format(*sending),
            "" if found.of_all is None else said_of_all(found.of_all),
        )
    )
