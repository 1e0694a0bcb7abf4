"""The match: all in the ring take turns, so that all meet the same machine."""

import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from handlers.papers import certificate
from tests.bench.figures import Figures, Size, column, measured, table
from tests.bench.ring import ECHO, ECHO_AIOHTTP, TAP, Ring, ring
from tests.bench.telegram_stub import Stub, stub_server
from tests.handlers.certificates.test_papers import some_facts


class LostTaps(Exception):
    """What was shown as saved is not on the record."""


async def match(size: Size, out: TextIO, against: str = "") -> Mapping[str, Sequence[Figures]]:
    """Play all rounds and print how they went; `against` is a git reference whose version plays too, or empty.

    Raises LostTaps if a tap that was answered is not on the record, and NoSuchVersion if git does not know `against`.
    """
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as name:
        async with stub_server() as stub:
            with ring(stub.address, size, Path(name), against) as playing:
                stub.message = playing.places[0].people.message
                played = await _rounds(stub, playing, size, Path(name) / "bots.log", out)
                kept = playing.kept()
    print(_report(size, played), file=out)
    if set(kept) != {size.all_taps}:
        raise LostTaps(f"{size.all_taps} taps were answered, on record are {kept}")
    print(f"{size.all_taps} taps were answered on each database, and all of them are on record.", file=out)
    print(paper(), file=out)
    return played


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


async def _rounds(stub: Stub, playing: Ring, size: Size, log: Path, out: TextIO) -> Mapping[str, Sequence[Figures]]:
    """Every second round goes the other way round, so that nobody always follows the same neighbour."""
    played: dict[str, list[Figures]] = {bot.name: [] for bot in playing.bots}
    for number in range(1, size.rounds + 1):
        for bot in playing.bots if number % 2 else reversed(playing.bots):
            figures = await measured(stub, bot, size, log)
            played[bot.name].append(figures)
            print(f"round {number}: {bot.name:42}{figures.taps:6.0f} taps/s", file=out, flush=True)
    return played


def _report(size: Size, played: Mapping[str, Sequence[Figures]]) -> str:
    said = (
        f"Medians of {size.rounds} rounds (the least and the most). A wait lasts from a tap to the edited message.",
        f"All at once: {size.people} people, {size.taps} taps, everybody taps again when the answer is there.",
        f"Calmly: {size.per_second:.0f} taps a second, whether answered or not.",
        "CPU is the bot's own processor time; that of the PostgreSQL server is not in it.",
    )
    ours = column(played[TAP], "taps")[1]
    ratios = [
        f"{TAP}: {ours / column(played[one], 'taps')[1]:.2f} times as many a second as the {one}."
        for one in (ECHO, ECHO_AIOHTTP)
    ]
    return "\n".join(["", *said, "", table(played), "", *ratios])
