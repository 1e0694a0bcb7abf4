"""What an import of the whole list of members costs in the chat: its report, its rows, and the taps meanwhile."""

import asyncio
import contextlib
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from sqlalchemy import select

from bot.clock import RealClock
from content.importing.report import Kind, Outcome, Standing, State
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from storage.files import parts
from storage.files.parts import Kept
from storage.importing import imports
from storage.tables import Member
from tests.bench.figures import Contestant, percentiles_ms
from tests.bench.ring import environment
from tests.bench.running import peak_mib, running, workers
from tests.bench.taps import People, seated
from tests.bench.telegram_stub import Stub, stub_server
from tests.bench.watched import WRITES
from tests.bot.commands.members_file import line, table
from tests.databases import migrated, postgres_server
from tests.process import ROOT

PEOPLE = 60
LOOKED_EVERY_S = 0.2
LONGEST_S = 3_600.0
MOST_S, MOST_MS, MOST_TIMES, MOST_MIB = 90, 60, 2.0, 300
"""What is allowed: seconds in all, milliseconds of a write, the tap's p99 against calm, MiB of memory."""


@dataclass(frozen=True)
class Importing:
    """A file of so many rows (`imported`), of which the record knows none. Meanwhile people tap `import_rate` times a
    second, and before that `import_calm` times.
    """

    imported: int = 170_000
    import_rate: float = 30.0
    import_calm: int = 900


@dataclass
class Found:
    """Seconds, megabytes, waits of taps in seconds, and (end, length) of what wrote, in seconds."""

    reported_s: float = 0.0
    applied_s: float = 0.0
    peak_mib: float = 0.0
    worker_mib: float = 0.0
    calm: Sequence[float] = ()
    meanwhile: Sequence[float] = ()
    writes: Sequence[float] = field(default=())


def importing(size: Importing, out: TextIO) -> None:
    """Import the file into a record on each database, and print how it went."""
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as name, postgres_server(durable=True) as server:
        folder = Path(name)
        for url in (f"sqlite:///{folder / 'tani.sqlite'}", server.url(server.create())):
            imported(url, folder, size, out)


def imported(url: str, folder: Path, size: Importing, out: TextIO) -> None:
    """Import the file into a new record, and print how it went."""
    kind = url.partition(":")[0].partition("+")[0]
    found = asyncio.run(_measured(url, folder / f"{kind}.steps", size))
    print(f"{kind}\n{_said(found, size)}", file=out)


async def _measured(url: str, steps: Path, size: Importing) -> Found:
    key, found = new_key(), Found()
    cipher = Cipher(read_keys(key))
    migrated(url, cipher)
    with contextlib.closing(Sessions(url, cipher)) as sessions:
        people = seated(sessions, PEOPLE)
        plain = sessions.url.render_as_string(hide_password=False)
        async with stub_server(people.message) as stub:
            given = environment(stub.address, key, plain, ROOT)
            bot = Contestant("imports", ("tests.bench.watched", str(steps), "run"), given, people, people.press)
            async with running(stub, bot, steps.with_suffix(".log")) as pid:
                await _taps(stub, people, size.import_rate, lambda number: number < PEOPLE)  # for warmth
                found.calm = await _taps(stub, people, size.import_rate, lambda number: number < size.import_calm)
                over, since = asyncio.Event(), time.perf_counter()
                carried = asyncio.create_task(_imported(sessions, size.imported, found, over))
                looked = asyncio.create_task(_weighed(pid, found))
                found.meanwhile = await _taps(
                    stub, people, size.import_rate, lambda number: number < 2 or not over.is_set()
                )
                await carried
                looked.cancel()
                found.peak_mib = peak_mib(pid)
    found.writes = [lasted for ended, lasted in _writes(steps) if ended > since]
    return found


async def _weighed(pid: int, found: Found) -> None:
    """Look again and again how much memory the largest worker uses."""
    while True:
        with contextlib.suppress(OSError, ValueError):  # it ends while it is looked at
            found.worker_mib = max(found.worker_mib, *map(peak_mib, workers(pid)), 0.0)
        await asyncio.sleep(LOOKED_EVERY_S)


async def _imported(sessions: Sessions, rows: int, found: Found, over: asyncio.Event) -> None:
    """Send the file, wait for its report, have it applied. Raises AssertionError if not every row is written."""
    try:
        file = await asyncio.to_thread(_file, rows)
        begun = time.perf_counter()
        number = await asyncio.to_thread(_sent, sessions, file)
        report = await _until(sessions, number, State.READY)
        found.reported_s = time.perf_counter() - begun
        begun = time.perf_counter()
        assert report.by is not None
        by = report.by
        await asyncio.to_thread(_queued, sessions, number, by)
        done = await _until(sessions, number, State.APPLIED)
        found.applied_s = time.perf_counter() - begun
        assert done.count(Outcome.NEW) == rows, done.tally
    finally:
        over.set()


def _file(rows: int) -> bytes:
    return table(
        *(line(member_id=f"{at:010}", mamis_id=f"M{at}", name=f"見本 {at}") for at in range(1, rows + 1))
    ).encode()


def _sent(sessions: Sessions, file: bytes) -> int:
    """The file is on record, part by part, as one that the first of the members has sent; returns the number of its
    import.
    """
    now = RealClock().now()
    with sessions.begin() as session:
        id_ = parts.begin(session, now)
    for number, part in parts.cut(file):
        with sessions.begin() as session:
            parts.add_part(session, id_, number, part)
    one = Kept(id_, len(file), parts.print_of(file))
    with sessions.begin() as session:
        by = session.execute(select(Member.id).order_by(Member.id).limit(1)).scalar_one()
        parts.take(session, one, None)
        return imports.begin(session, Kind.MEMBERS, one.print, now, by=by, file=one.id)


def _queued(sessions: Sessions, number: int, by: int) -> None:
    with sessions.begin() as session:
        assert imports.queue(session, number, by)


async def _until(sessions: Sessions, number: int, state: State) -> Standing:
    async with asyncio.timeout(LONGEST_S):
        while True:
            one = await asyncio.to_thread(_standing, sessions, number)
            if one.state is state:
                return one
            assert one.settled_at is None, one
            await asyncio.sleep(LOOKED_EVERY_S)


def _standing(sessions: Sessions, number: int) -> Standing:
    with sessions.reading() as session:
        one = imports.standing(session, number)
    assert one is not None
    return one


async def _taps(stub: Stub, people: People, rate: float, goes_on: Callable[[int], bool]) -> Sequence[float]:
    """Taps at an even rate as long as that says; gives every wait."""

    def presses() -> Iterator[tuple[int, bytes]]:
        everybody, number = list(people), 0
        while goes_on(number):
            person = everybody[number % len(everybody)]
            yield person, people.press(person)
            number += 1

    return await stub.in_turn(presses(), rate)


def _writes(steps: Path) -> Iterator[tuple[float, float]]:
    for text in steps.with_suffix(WRITES).read_text(encoding="ascii").splitlines():
        ended, lasted = text.split()
        yield float(ended), float(lasted)


def _said(found: Found, size: Importing) -> str:
    calm, meanwhile = percentiles_ms(found.calm), percentiles_ms(found.meanwhile)
    in_all, longest = found.reported_s + found.applied_s, 1e3 * max(found.writes, default=0.0)
    over = sum(1e3 * one > MOST_MS for one in found.writes)
    return "\n".join(
        (
            f"  {size.imported:,} rows: the report after {found.reported_s:.1f} s, applied in {found.applied_s:.1f} s;"
            f" in all {in_all:.1f} s (at most {MOST_S})",
            f"  the longest of {len(found.writes):,} transactions that wrote, of taps too: {longest:.0f} ms;"
            f" over {MOST_MS} ms {over}",
            "  a tap in ms, p50 / p99: calmly {:.1f} / {:.1f}".format(*calm)
            + ", meanwhile {:.1f} / {:.1f}".format(*meanwhile)
            + f" = {meanwhile[1] / calm[1]:.2f} x (at most {MOST_TIMES:.0f})",
            f"  the most memory that the bot used: {found.peak_mib:.0f} MiB, its largest worker {found.worker_mib:.0f}"
            f" (less than {MOST_MIB})",
        )
    )
