"""How long it takes a member to look at his record, on a short ledger and on a long one.

Ten minutes at the full size: nearly all of it fills the long ledgers, 3 GB each under the temporary folder for so long.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from content.rules import Rulebook
from content.words import JA
from handlers.credits import credits
from handlers.presses.credits.credits import Year
from handlers.presses.study.browse import Codes
from handlers.screens.screen import Screen
from handlers.study import browse
from handlers.turn import House, Turn
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from storage.people.chat import Caller, Chat
from storage.tables import Credit, Member
from tests.addresses import PlainLinks
from tests.bench.figures import percentiles_ms
from tests.bench.record import fill
from tests.conftest import NOW
from tests.databases import migrated, postgres_server
from tests.operators import SAMPLE

LOOKS: Mapping[str, Callable[[Turn], Screen]] = {
    "/credits": lambda turn: credits.credits(turn, ""),
    "a year in detail": lambda turn: credits.open_year(turn, Year(2026, 1)),
    "/codes": lambda turn: browse.open_codes(turn, Codes(1, "all")),
}
SHORT = 20
"""Members of the short ledger: with 50 credits each it has about 1,000 rows."""


@dataclass(frozen=True)
class Ledger:
    """`members` with `each` so many credits, over ten years."""

    members: int = 170_000
    each: int = 50


@dataclass(frozen=True)
class Look:
    """What one look took."""

    seconds: float
    processor_s: float


def looks(ledger: Ledger, out: TextIO) -> None:
    """Fill two records of each kind, look at all of them in turn, and print how long it took."""
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as folder, _places(Path(folder), ledger) as places:
        took = _looked(places)
        print(
            f"\n{'a look in ms: p50 / p99 / CPU':30}{'rows':>12}" + "".join(f"{name:>24}" for name in LOOKS), file=out
        )
        for place, by_look in zip(places, took, strict=True):
            print(f"{place.kind:30}{_rows(place):12,}{''.join(f'{_cell(looks):>24}' for looks in by_look)}", file=out)
        print("CPU: the median of the bot's own processor time; PostgreSQL's is not in it, SQLite's is.", file=out)


def _cell(looks: Sequence[Look]) -> str:
    p50, p99 = percentiles_ms([look.seconds for look in looks])
    return f"{p50:.2f} / {p99:.2f} / {1e3 * statistics.median(look.processor_s for look in looks):.2f}"


@contextmanager
def _places(folder: Path, ledger: Ledger) -> Iterator[Sequence[Sessions]]:
    """A short and a long record on SQLite, and the same on PostgreSQL."""
    cipher, opened = Cipher(read_keys(new_key())), []
    with postgres_server(durable=True) as server, ExitStack() as closing:
        makes: tuple[Callable[[str], str], ...] = (
            lambda name: f"sqlite:///{folder / name}.sqlite",
            lambda _name: server.url(server.create()),
        )
        for make in makes:
            for name, members in (("short", SHORT), ("long", ledger.members)):
                url = make(name)
                migrated(url, cipher)
                opened.append(Sessions(url, cipher))
                closing.callback(opened[-1].close)
                fill(opened[-1], members, ledger.each)
        yield opened


def _rows(sessions: Sessions) -> int:
    with sessions.reading() as session:
        return session.execute(select(func.count(Credit.id))).scalar_one()


def _looked(places: Sequence[Sessions], times: int = 500) -> Sequence[Sequence[Sequence[Look]]]:
    """What it took by place and look, of members picked at random; the places take turns, so that all meet the same
    machine. Each is a transaction of its own; the first fifth is for warmth.
    """
    chance, spans = random.Random(1), [_members(place) for place in places]
    took: list[list[list[Look]]] = [[[] for _ in LOOKS] for _ in places]
    for _ in range(times):
        for place, span, waits in zip(places, spans, took, strict=True):
            member_id = chance.randint(*span)
            for look, wait in zip(LOOKS.values(), waits, strict=True):
                wait.append(_taken(place, look, member_id))
    return [[wait[times // 5 :] for wait in waits] for waits in took]


def _members(sessions: Sessions) -> tuple[int, int]:
    """The first and the last."""
    with sessions.reading() as session:
        first, last = session.execute(select(func.min(Member.id), func.max(Member.id))).one()
    return first, last


def _taken(sessions: Sessions, look: Callable[[Turn], Screen], member_id: int) -> Look:
    house = House(Rulebook(), PlainLinks(), sessions.cipher, SAMPLE)
    begun, used = time.perf_counter(), time.process_time()
    with sessions.reading() as session:
        look(_turn(session, house, member_id))
    return Look(time.perf_counter() - begun, time.process_time() - used)


def _turn(session: Session, house: House, member_id: int) -> Turn:
    caller = Caller(member_id, can_earn=True)
    chat = Chat(0, 0, "ja", "", {}, "", 0, "", (), True, caller)
    return Turn(session, chat, NOW, JA, house, 0, caller)
