"""How long it takes to derive every credit again from what it rests on."""

import io
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TextIO

from bot.commands import verify_credits
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from tests.bench.earning import earn
from tests.databases import migrated


@dataclass(frozen=True)
class Proof:
    """So many `proved` members, with `credits_each`."""

    proved: int = 170_000
    credits_each: int = 50


def opened(url: str, key: str) -> Sessions:
    """The record, also in a process of its own."""
    return Sessions(url, Cipher(read_keys(key)))


def proof(size: Proof, out: TextIO) -> None:
    """Fill a record on SQLite, prove it, and print how long that took. Raises AssertionError if it is not proved."""
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as folder:
        url, key = f"sqlite:///{Path(folder) / 'proof.sqlite'}", new_key()
        migrated(url, Cipher(read_keys(key)))
        sessions = opened(url, key)
        begun = time.perf_counter()
        rows = earn(sessions, size.proved, size.credits_each)
        print(f"\n{rows:,} rows: filled in {time.perf_counter() - begun:.0f} s", file=out)
        begun, said = time.perf_counter(), io.StringIO()
        code = verify_credits.run(sessions, said, others=partial(opened, url, key))
        assert code == 0, said.getvalue()[-500:]
        print(f"{said.getvalue().splitlines()[-1]} It took {time.perf_counter() - begun:.0f} s.", file=out)
        sessions.close()
