"""The real application against the strict sandbox, over real HTTP. Its clock moves only when it is told to."""

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime
from pathlib import Path
from types import ModuleType

import httpx
from sqlalchemy import make_url

from bot.app import App, Parts
from bot.clock import DemoClock
from bot.demo.people import PEOPLE
from bot.loghead import LogHead
from bot.sandbox import Sandbox, running
from bot.serving import bound, serving
from bot.settings import Settings
from content.rules import Rulebook
from handlers.features import FEATURES
from tests.arrival import Arrival
from tests.cheap import cheap_hashing
from tests.operators import WHOLE_FILE
from tests.patience import LONGEST_S
from tests.phone import Phone
from tests.undone import undone

TOKEN = "100:test-token"
PAGES = "http://127.0.0.1:8080"
LOOKS_S = 0.1
HELD_S = 86_400.0
"""The delay of a call that is held. No other has it."""
PASSWORD = "sakura-no-ki-8"


class Line:
    """The sandbox's way to let time pass, but for a call that is held: it waits until it is released."""

    def __init__(self) -> None:
        self.released = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        await (self.released.wait() if seconds == HELD_S else asyncio.sleep(seconds))


class Stage:
    """A sandbox, the application, and the people with their phones."""

    def __init__(
        self, app: App, sandbox: Sandbox, clock: DemoClock, line: Line, arrival: Arrival | None = None
    ) -> None:
        self.app = app
        self.arrival = arrival
        self.world = sandbox.world
        self.clock = clock
        self.line = line
        self.web = httpx.AsyncClient(transport=httpx.ASGITransport(app=app.pages), base_url=PAGES, timeout=LONGEST_S)
        self._phones: dict[int, Phone] = {}
        self._fewer = asyncio.Event()
        self.world.updates.on_fewer.append(self._fewer.set)

    def phone(self, number: int) -> Phone:
        """The phone of the demo's person with this number (1 is 青井 遥)."""
        person = PEOPLE[number - 1]
        return self._phones.setdefault(number, Phone(self, person))

    async def settled(self) -> None:
        """Wait until every update is taken and acknowledged, every screen is shown, and every letter that is due is
        sent.
        """
        async with asyncio.timeout(LONGEST_S):
            while True:
                await self.taken()
                await self.app.intake.settled()
                while await self._works():
                    pass
                if not self.world.pending():
                    return

    async def _works(self) -> bool:
        """Do some of what waits on record; False if nothing is to be done now."""
        app = self.app
        with app.sessions.reading() as session:
            letters, work = undone(session)
        if work and (await app.importing.step() or await app.exporting.step()):
            return True
        return (letters or work) and await app.delivery.step() > 0  # work that could not begin is told by a letter

    def holds(self, method: str) -> Callable[[], None]:
        """The next call of this method of Telegram's is answered only when the returned function is called, so that no
        clock decides what happens first.
        """
        self.line.released.clear()
        self.world.fault(method, "delay", seconds=HELD_S)
        return self.line.released.set

    async def taken(self) -> None:
        """Until every update is on the record, whatever is still being fetched or shown."""
        async with asyncio.timeout(LONGEST_S):
            while self.world.pending():
                self._fewer.clear()
                with contextlib.suppress(TimeoutError):  # time may be over for those that are left
                    await asyncio.wait_for(self._fewer.wait(), LOOKS_S)

    async def begins(self) -> None:
        """Bring the application up. The names are opened when it returns: that reads nothing among what a test does."""
        await self.app.start(delivers=False)
        await self.app.receive()
        self.app.is_up()
        async with asyncio.timeout(LONGEST_S):
            await self.app.knowing.over.wait()

    async def until(self, moment: datetime) -> None:
        """Move the clock on to this moment, and do what is due by then."""
        self.clock.jump(moment)
        await self.app.schedule.tick()
        await self.settled()


@contextlib.asynccontextmanager
async def staged(
    database_url: str,
    *,
    now: datetime,
    data_key: str,
    rulebook: Rulebook | None = None,
    features: Iterable[ModuleType] = FEATURES,
    rates: bool = False,
    runs: bool = False,
    public_url: str = PAGES,
    arrival: Arrival | None = None,
    operator_chat: int | None = None,
) -> AsyncIterator[Stage]:
    """A stage on this database, by polling. Hashes are cheap here, because their cost is not what is tested.

    `runs`: the clock runs, from `now` on. `public_url` is where a test serves the pages to a browser. `arrival` is what
    has already happened on this database. `operator_chat` is told of faults.
    """
    clock = DemoClock(now, runs=runs)
    line = Line()
    about = {"token": TOKEN, "username": "tani_test_bot", "people": PEOPLE}
    sandbox = Sandbox(**about, now=clock.now, rates=rates, seed=1, sleep=line.sleep)  # type: ignore[arg-type]  # as named
    if arrival is not None:
        arrival.repeat(sandbox.world)
    with tempfile.TemporaryDirectory(prefix="tani-heads-") as folder:
        heads = LogHead(Path(folder) / "staff-log.head")
        parts = Parts(clock, rulebook or Rulebook(), cheap_hashing(), features, heads)
        async with running(sandbox) as telegram:
            more = {"public_url": public_url, "operator_chat": operator_chat}
            app = App(settings_for(database_url, telegram, data_key, **more), parts)
            stage = Stage(app, sandbox, clock, line, arrival)
            try:
                await stage.begins()
                yield stage
            finally:
                await stage.web.aclose()
                await app.stop()


@contextlib.asynccontextmanager
async def served(database_url: str, *, now: datetime, data_key: str) -> AsyncIterator[Stage]:
    """A stage for a browser: its pages are served on a port, and its clock runs."""
    place = bound("127.0.0.1", 0)
    address = f"http://127.0.0.1:{place.getsockname()[1]}"
    begun = staged(database_url, now=now, data_key=data_key, runs=True, public_url=address)
    async with begun as stage, serving(stage.app.pages, place):
        yield stage


def settings_for(database_url: str, telegram: str, data_key: str, **more: object) -> Settings:
    """Settings of an application that talks to a sandbox at this address."""
    given = {
        "telegram_bot_token": TOKEN,
        "telegram_api_url": telegram,
        "database_url": make_url(database_url).render_as_string(hide_password=False),
        "data_key": data_key,
        "operator_file": str(WHOLE_FILE),
    }
    return Settings(**(given | more))  # type: ignore[arg-type]  # texts, which pydantic reads


async def logged_in(stage: Stage, number: int) -> Phone:
    """The phone of a person of the demo who has logged in and chosen a password, and has done nothing else yet."""
    phone = stage.phone(number)
    if stage.arrival is not None and number == 1:
        phone.sees = stage.arrival.sees
        return phone
    *_, login, initial = (hint.split(" ")[-1] for hint in phone.person.hints)
    await phone.says("/login")
    await phone.taps("同意")
    await phone.says(login)
    await phone.says(initial)
    await phone.says(PASSWORD)
    return phone
