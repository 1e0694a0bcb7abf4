"""Whether the time that an answer takes tells what exists: guesses of tokens and numbers of certificates, in turn.

Two kinds of guesses are told apart by how often one of the first kind takes longer than one of the second: if nothing
can be told, in a half of all pairs. With so many samples each as `Guessed.times`, chance alone moves that by `chance`.
"""

import bisect
import itertools
import math
import random
import secrets
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from content.verifying import numbers
from content.verifying.numbers import RANDOM
from storage.certificates import certificates
from storage.engine.cipher import Cipher
from tests.bench.figures import percentiles_ms
from tests.bot.certificates.test_guessing import not_drawn
from tests.bot.pages.test_certificate_page import NAME, Paper
from tests.conftest import KEY, NOW, WRITTEN_KEY
from tests.databases import migrated
from tests.furnished import furnished
from tests.stage import Stage, staged
from tests.talk import Talk

EACH = 200
"""So many tokens of each kind, since what was asked for lately is answered faster."""
Guess = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Guessed:
    """So many guesses of each kind."""

    guesses: int = 10_000


async def guesses(size: Guessed, out: TextIO) -> None:
    """Guess, and print how long each kind took and how well it is told from the first of its table."""
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'tani.sqlite'}"
        cipher = Cipher([KEY])
        migrated(url, cipher)
        furnished(url, cipher, NOW)
        async with staged(url, now=NOW, data_key=WRITTEN_KEY) as stage:
            print(f"\n{'an answer to a guess, ms: p50 / p99':42}{'':16}{'longer than the first':>24}", file=out)
            for table in (_tokens(stage), _names(stage), _numbers(stage)):
                _print(await _timed(table, size.guesses), out)
    chance = 3 * math.sqrt(1 / (6 * size.guesses))
    print(f"Chance alone moves the share by up to {chance:.3f} (three deviations).", file=out)


def _tokens(stage: Stage) -> Mapping[str, Guess]:
    """Addresses of nobody's certificate, after the limit is reached."""
    tokens = {
        "token of nobody": [secrets.token_urlsafe(16) for _ in range(EACH)],
        "token that is none": [secrets.token_urlsafe(9) for _ in range(EACH)],
        "token of one not drawn yet": [not_drawn(stage, f"見本 {number}") for number in range(EACH)],
    }
    return {name: _opens(stage, itertools.cycle(each)) for name, each in tokens.items()}


def _opens(stage: Stage, tokens: Iterator[str]) -> Guess:
    return lambda: stage.web.get(f"/c/{next(tokens)}")


def _names(stage: Stage) -> Mapping[str, Guess]:
    """Names typed after the five tries of the day."""
    paper = Paper(stage)
    return {
        "name of nobody, no try left": lambda: paper.types("架空 無名"),
        "right name, no try left": lambda: paper.types(NAME),
    }


def _numbers(stage: Stage) -> Mapping[str, Guess]:
    """Numbers asked for by somebody who has to wait, in the chat: without Telegram, whose time is longer."""
    paper = Paper(stage)
    with stage.app.sessions.reading() as session:
        own = certificates.facts(session, paper.id).number
    talk, nobodys = Talk(stage.app.sessions, stage.app.house, NOW, None), itertools.cycle(_nobodys())

    async def asked(number: str) -> None:
        talk.says(f"/verify {number}")

    return {
        "number of nobody, while one waits": lambda: asked(next(nobodys)),
        "number of a certificate, likewise": lambda: asked(own),
    }


def _nobodys() -> list[str]:
    chance = random.Random(7)
    return [one for _ in range(4 * EACH) if (one := numbers.written(2026, chance.randrange(RANDOM)))]


async def _timed(table: Mapping[str, Guess], times: int) -> Mapping[str, Sequence[float]]:
    """The seconds of each kind, in an order drawn by lot: whatever the machine does meets all of them."""
    took: dict[str, list[float]] = {name: [] for name in table}
    chance, names = random.Random(1), list(table)
    for _ in range(max(30, times // 20)):  # until the limits are reached and everything is warm
        for name in names:
            await table[name]()
    for _ in range(times):
        chance.shuffle(names)
        for name in names:
            begun = time.perf_counter()
            await table[name]()
            took[name].append(time.perf_counter() - begun)
    return took


def _print(took: Mapping[str, Sequence[float]], out: TextIO) -> None:
    first = next(iter(took.values()))
    for name, seconds in took.items():
        p50, p99 = percentiles_ms(list(seconds))
        print(f"{name:42}{f'{p50:.2f} / {p99:.2f}':>16}{share_longer(seconds, first):>24.3f}", file=out)


def share_longer(some: Sequence[float], others: Sequence[float]) -> float:
    """In which share of all pairs the first is the longer; a half if nothing can be told."""
    ordered = sorted(others)
    longer = sum(bisect.bisect_left(ordered, one) + bisect.bisect_right(ordered, one) for one in some)
    return longer / (2 * len(some) * len(ordered))
