"""Many members ask for their certificates at once, while others go on tapping: a bot in its own process, on SQLite."""

import asyncio
import base64
import json
import math
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.clock import RealClock
from content.rules import Rulebook, day_of
from content.values import CertificatePurpose, CreditKind
from handlers.presses.certificate import Issue
from storage.credits import ledger
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from storage.people import chats
from tests.bench.figures import Contestant, percentiles_ms
from tests.bench.ring import environment
from tests.bench.running import running
from tests.bench.taps import FIRST_PERSON, People, seated
from tests.bench.telegram_stub import PRESS, Stub, stub_server
from tests.bot.signing.keys import PASSPHRASE, elliptic
from tests.databases import migrated
from tests.process import ROOT

PER_SECOND = 30.0
HELD_S = 0.010
LONGEST_S = 600.0
Step = tuple[float, float, float]
"""The moment at which a step of the loop ended, the seconds for which it held it, and those of its processor time."""


@dataclass(frozen=True)
class Asked:
    """What the members got, how long the loop was held meanwhile, and p50 and p99 in ms of what the others tapped: in
    calm, until all who asked were answered (`at_first`), and until all had their certificates (`later`).
    """

    asking: int
    got: int
    took_s: float
    half_s: float
    held_ms: float
    worked_ms: float
    over: int
    worked_over: int
    answered_s: float
    calm: tuple[float, float]
    at_first: tuple[float, float]
    later: tuple[float, float]


async def asked_at_once(asking: int, others: int, taps: int) -> Asked:
    """`asking` members have one certificate each made at once. `others` tap calmly before, `taps` times in all, and in
    the same way until the last one has it.
    """
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as name:
        folder = Path(name)
        async with _bot(folder, asking + others) as (stub, people, presses):
            tapping = [FIRST_PERSON + asking + number for number in range(others)]
            turns = _turns(people, tapping)
            await stub.in_turn((next(turns) for _ in range(others)), PER_SECOND)
            calm = await stub.in_turn((next(turns) for _ in range(taps)), PER_SECOND)
            # the drawing process begins with the first paper
            stub.slip_in(presses[0])
            await _have(stub, 1)
            begun = time.perf_counter()
            for press in presses[1:asking]:
                stub.slip_in(press)
            waits: list[tuple[float, float]] = []
            while len(stub.files) < asking and time.perf_counter() - begun < LONGEST_S:
                await stub.in_turn((next(turns) for _ in range(others)), PER_SECOND)
                waits += zip(stub.ends, stub.waits, strict=True)
        answered = max(at for person, at in stub.shown.items() if person < FIRST_PERSON + asking)
        moments = (begun, answered, max(stub.files.values()))
        return _told(asking, stub, moments, _steps(folder), calm, waits)


def _told(
    asking: int,
    stub: Stub,
    moments: tuple[float, float, float],
    steps: Sequence[Step],
    calm: Sequence[float],
    waits: Sequence[tuple[float, float]],
) -> Asked:
    begun, answered, ended = moments
    during = [step for step in steps if begun <= step[0] <= ended]
    at_first = [wait for end, wait in waits if end - wait <= answered]
    later = [wait for end, wait in waits if answered < end - wait <= ended]
    return Asked(
        asking=asking,
        got=len(stub.files),
        took_s=ended - begun,
        half_s=statistics.median(stub.files.values()) - begun,
        held_ms=1e3 * max((held for _, held, _ in during), default=0.0),
        worked_ms=1e3 * max((worked for *_, worked in during), default=0.0),
        over=sum(held > HELD_S for _, held, _ in during),
        worked_over=sum(worked > HELD_S for *_, worked in during),
        answered_s=answered - begun,
        calm=percentiles_ms(calm),
        at_first=_percentiles(at_first),
        later=_percentiles(later),
    )


def _percentiles(waits: Sequence[float]) -> tuple[float, float]:
    """Middle and 99th percentile; no numbers (nan) if there were too few."""
    return percentiles_ms(waits) if len(waits) > 1 else (math.nan, math.nan)


@asynccontextmanager
async def _bot(folder: Path, number: int) -> AsyncIterator[tuple[Stub, People, Sequence[bytes]]]:
    """A bot that signs, its members, and the press of each that has a certificate made."""
    key, url = new_key(), f"sqlite:///{folder / 'tani.sqlite'}"
    cipher = Cipher(read_keys(key))
    migrated(url, cipher)
    with closing(Sessions(url, cipher)) as sessions:
        people = seated(sessions, number)
        presses = list(_presses(sessions, people))
    async with stub_server(people.message) as stub:
        given = environment(stub.address, key, url, ROOT) | signs(folder)
        module = ("tests.bench.watched", str(folder / "steps"), "run")
        bot = Contestant("asked", module, given, people, people.press)
        async with running(stub, bot, folder / "bot.log"):
            yield stub, people, presses


def signs(folder: Path) -> dict[str, str]:
    """The settings with which a bot signs."""
    profile = folder / "operator.yaml"
    profile.write_text(f"{(ROOT / 'tests' / 'operator.yaml').read_text()}signing_key: organisation\n")
    key = base64.b64encode(elliptic().content).decode()
    return {"SIGNING_KEY": key, "SIGNING_PASSPHRASE": PASSPHRASE, "OPERATOR_FILE": str(profile)}


def _presses(sessions: Sessions, people: People) -> Iterator[bytes]:
    """Everybody earned a credit yesterday; gives the presses that certify it."""
    at = RealClock().now() - timedelta(days=1)
    about = {"source": "course:a", "half_units": 2, "code": 74, "title": "高血圧", "organiser": "見本委員会"}
    day = day_of(at).toordinal()
    data = Issue(CertificatePurpose.GENERAL.value, day, day, registry=True).pack()
    for person in people:
        with sessions.begin() as session:
            caller = chats.meet(session, sessions.cipher, person, "ja", at).caller
            assert caller is not None
            ledger.award(
                session,
                member_id=caller.id,
                earned_at=at,
                rules=Rulebook().now(at),
                kind=CreditKind.LECTURE,
                **about,  # type: ignore[arg-type]  # as named
            )
        yield _pressed(people.press(person), data)


def _pressed(tap: bytes, data: str) -> bytes:
    """The press of another button in the place of this one."""
    query = json.loads(b"{" + tap + b"}")["callback_query"]
    return PRESS + b":" + json.dumps(query | {"data": data}, ensure_ascii=False).encode()


def _turns(people: People, tapping: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    while True:
        for person in tapping:
            yield person, people.press(person)


async def _have(stub: Stub, number: int) -> None:
    async with asyncio.timeout(LONGEST_S):
        while len(stub.files) < number:
            await asyncio.sleep(0.01)


def _steps(folder: Path) -> Sequence[Step]:
    lines = (folder / "steps").read_text(encoding="ascii").splitlines()
    return [(float(ended), float(held), float(worked)) for ended, held, worked in map(str.split, lines)]
