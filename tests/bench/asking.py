"""Many members ask for their certificates at once, while others go on tapping: a bot in its own process."""

import asyncio
import base64
import json
import tempfile
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.clock import RealClock
from content.rules import Rulebook, day_of
from content.values import CertificatePurpose, CreditKind
from handlers.presses.certificates.certificate import Issue
from storage.credits import ledger
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from storage.people import chats
from tests.bench.figures import Contestant
from tests.bench.ring import environment
from tests.bench.running import running, stopwatch
from tests.bench.taps import FIRST_PERSON, People, seated
from tests.bench.telegram_stub import PRESS, Stub, stub_server
from tests.bot.signing.keys import PASSPHRASE, elliptic
from tests.databases import migrated
from tests.process import ROOT

PER_SECOND = 15.0
"""So many taps a second: half of what a bot may send, so that the other half is left for those who ask."""
LONGEST_S = 600.0
Step = tuple[float, float, float]
"""The moment at which a step of the loop ended, the seconds for which it held it, and those of its processor time."""


@dataclass(frozen=True)
class Waits:
    """What others waited from a tap to its answer: seconds, and those of processor time that the bot used meanwhile.
    These tell how much other work came before the answer, also on a machine that has others to serve.
    """

    ends: Sequence[float]
    seconds: Sequence[float]
    worked: Sequence[float]

    def begun(self, since: float, until: float) -> "Waits":
        """The waits of the taps between these moments."""
        every = zip(self.ends, self.seconds, self.worked, strict=True)
        return Waits(*_columns(one for one in every if since <= one[0] - one[1] <= until))

    def __add__(self, others: "Waits") -> "Waits":
        ends, seconds, worked = ([*mine, *theirs] for mine, theirs in zip(self._all, others._all, strict=True))
        return Waits(ends, seconds, worked)

    @property
    def _all(self) -> Sequence[Sequence[float]]:
        return self.ends, self.seconds, self.worked


@dataclass(frozen=True)
class Burst:
    """Members who asked at once: when they did, when the last of them was answered, when each had the certificate; and
    what others waited in calm, right before and right after it, and until the last one had the certificate.
    """

    begun: float
    answered: float
    files: Sequence[float]
    calm: Waits
    others: Waits

    @property
    def ended(self) -> float:
        return max(self.files)


@dataclass(frozen=True)
class Asked:
    """Some bursts, and the steps of the bot's loop."""

    kind: str
    bursts: Sequence[Burst]
    steps: Sequence[Step]

    @property
    def during(self) -> Sequence[Step]:
        """The steps while certificates were made."""
        return [step for step in self.steps if any(one.begun <= step[0] <= one.ended for one in self.bursts)]


async def asked_at_once(url: str, asking: int, others: int, taps: int, bursts: int) -> Asked:
    """Several times, `asking` members have one certificate each made at once. `others` tap calmly before and after,
    `taps` times each, and in the same way until the last one has it.
    """
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as name:
        folder = Path(name)
        async with _bot(folder, url, 1 + bursts * asking + others) as (stub, people, presses):
            rest = iter([(FIRST_PERSON + number, press) for number, press in enumerate(presses)])
            tapping = _Tapping(stub, people, [FIRST_PERSON + 1 + bursts * asking + one for one in range(others)])
            await tapping.some(others)  # for warmth
            await _drawn([next(rest)], stub)  # the drawing process begins with the first paper
            calm, found = await tapping.some(taps), list[Burst]()
            for _ in range(bursts):
                begun, those = time.perf_counter(), [next(rest) for _ in range(asking)]
                all_drawn = asyncio.create_task(_drawn(those, stub))
                waits = await tapping.until(all_drawn)
                after = await tapping.some(taps)
                files = [stub.files[person] for person, _ in those]
                answered = max(stub.shown[person] for person, _ in those)
                found.append(Burst(begun, answered, files, calm + after, waits.begun(begun, max(files))))
                calm = after
        return Asked(url.partition(":")[0], found, _steps(folder))


class _Tapping:
    """Others, who tap one after the other at an even rate."""

    def __init__(self, stub: Stub, people: People, tapping: Sequence[int]) -> None:
        self._stub, self._others = stub, len(tapping)
        self._turns = _turns(people, tapping)

    async def some(self, number: int) -> Waits:
        await self._stub.in_turn((next(self._turns) for _ in range(number)), PER_SECOND)
        return Waits(self._stub.ends, self._stub.waits, self._stub.worked)

    async def until(self, over: "asyncio.Task[None]") -> Waits:
        found = Waits([], [], [])
        while not over.done():
            found += await self.some(self._others)
        await over
        return found


async def _drawn(those: Sequence[tuple[int, bytes]], stub: Stub) -> None:
    """These persons press, and have their certificates."""
    for _, press in those:
        stub.slip_in(press)
    async with asyncio.timeout(LONGEST_S):
        while any(person not in stub.files for person, _ in those):
            await asyncio.sleep(0.02)


def _columns(rows: Iterable[tuple[float, float, float]]) -> tuple[list[float], list[float], list[float]]:
    kept = list(rows)
    return [one[0] for one in kept], [one[1] for one in kept], [one[2] for one in kept]


@asynccontextmanager
async def _bot(folder: Path, url: str, number: int) -> AsyncIterator[tuple[Stub, People, Sequence[bytes]]]:
    """A bot that signs, its members, and the press of each that has a certificate made."""
    key = new_key()
    cipher = Cipher(read_keys(key))
    migrated(url, cipher)
    with closing(Sessions(url, cipher)) as sessions:
        people = seated(sessions, number)
        presses = list(_presses(sessions, people))
    async with stub_server(people.message) as stub:
        given = environment(stub.address, key, url, ROOT) | signs(folder)
        module = ("tests.bench.watched", str(folder / "steps"), "run")
        bot = Contestant("asked", module, given, people, people.press)
        async with running(stub, bot, folder / "bot.log") as pid:
            stub.used = stopwatch(pid)
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


def _steps(folder: Path) -> Sequence[Step]:
    lines = (folder / "steps").read_text(encoding="ascii").splitlines()
    return [(float(ended), float(held), float(worked)) for ended, held, worked in map(str.split, lines)]
