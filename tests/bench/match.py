"""The match: the product on both databases against the bare echo, taking turns, so that all meet the same machine."""

import contextlib
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from handlers.papers import certificate
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from tests.bench.figures import Contestant, Figures, Size, measured, medians, table
from tests.bench.taps import People, acted_upon, seated
from tests.bench.telegram_stub import Stub, stub_server
from tests.databases import migrated, postgres_server
from tests.handlers.test_papers import some_facts
from tests.process import free_port

TOKEN = "100:bench-token"
TAP, ECHO = "durable tap, SQLite (synchronous=FULL)", "bare echo of the same tap, PTB's defaults"
TAP_POSTGRES, ECHO_TEXT = "durable tap, PostgreSQL", "bare echo of a text (one call, not two)"


@dataclass(frozen=True)
class Place:
    """A record with people on it."""

    sessions: Sessions
    people: People


async def match(size: Size, out: TextIO) -> Mapping[str, Figures]:
    """Play all rounds and print how they went. Raises LostTaps if one that was answered is not on the record."""
    key = new_key()
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as name, places(key, Path(name), size.people) as both:
        async with stub_server(both[0].people.message) as stub:
            played = await _rounds(stub, contestants(stub, key, *both), size, Path(name) / "bots.log", out)
        kept = tuple(acted_upon(place.sessions) for place in both)
    found = {name: medians(figures) for name, figures in played.items()}
    print(_report(size, found), file=out)
    if kept != (size.all_taps, size.all_taps):
        raise LostTaps(f"{size.all_taps} taps were answered, on record are {kept}")
    print(f"{size.all_taps} taps were answered on each database, and all of them are on record.", file=out)
    print(paper(), file=out)
    return found


class LostTaps(Exception):
    """What was shown as saved is not on the record."""


@contextlib.contextmanager
def places(key: str, folder: Path, people: int) -> Iterator[tuple[Place, Place]]:
    """One on SQLite, one on PostgreSQL."""
    with postgres_server() as server, contextlib.ExitStack() as closing:

        def place(url: str) -> Place:
            cipher = Cipher(read_keys(key))
            migrated(url, cipher)
            sessions = Sessions(url, cipher)
            closing.callback(sessions.close)
            return Place(sessions, seated(sessions, people))

        yield place(f"sqlite:///{folder / 'tani.sqlite'}"), place(server.url(server.create()))


def contestants(stub: Stub, key: str, lite: Place, postgres: Place) -> tuple[Contestant, ...]:
    """All that are measured, in the order of a round."""

    def ours(name: str, place: Place) -> Contestant:
        environment = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": stub.address,
            "DATABASE_URL": place.sessions.url.render_as_string(hide_password=False),
            "DATA_KEY": key,
            "LISTEN": f"127.0.0.1:{free_port()}",
        }
        return Contestant(name, ("bot", "run"), environment, place.people, place.people.press)

    echo, others = ("tests.bench.echo", TOKEN, stub.address), People(lite.people.sitting)
    return (
        ours(TAP, lite),
        Contestant(ECHO, echo, {}, others, others.press),
        ours(TAP_POSTGRES, postgres),
        Contestant(ECHO_TEXT, echo, {}, others, others.text),
    )


def paper() -> str:
    """What a certificate costs: the median of ten of a page."""
    facts, took = some_facts(12), []
    content = certificate.draw(facts)
    for _ in range(10):
        begun = time.perf_counter()
        certificate.draw(facts)
        took.append(time.perf_counter() - begun)
    milliseconds, kilobytes = 1e3 * statistics.median(took), len(content) / 1024
    return f"A certificate of {len(facts.lines)} credits: {milliseconds:.0f} ms, {kilobytes:.0f} KB."


async def _rounds(
    stub: Stub, bots: tuple[Contestant, ...], size: Size, log: Path, out: TextIO
) -> Mapping[str, list[Figures]]:
    played: dict[str, list[Figures]] = {bot.name: [] for bot in bots}
    for number in range(1, size.rounds + 1):
        for bot in bots:
            figures = await measured(stub, bot, size, log)
            played[bot.name].append(figures)
            print(f"round {number}: {bot.name:42}{figures.taps:6.0f} taps/s", file=out, flush=True)
    return played


def _report(size: Size, found: Mapping[str, Figures]) -> str:
    said = (
        f"Medians of {size.rounds} rounds. A wait lasts from a tap to the edited message.",
        f"All at once: {size.people} people, {size.taps} taps, everybody taps again when he is answered.",
        f"Calmly: {size.per_second:.0f} taps a second, whether answered or not.",
    )
    times = found[TAP].taps / found[ECHO].taps
    ratio = f"{TAP}: {times:.2f} times as many a second as the {ECHO}."
    return "\n".join(["", *said, "", table(found), "", ratio])
