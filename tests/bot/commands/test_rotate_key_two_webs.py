"""A data key is replaced on a live record: two `web` processes take what members say, at every step of it.

The steps are those of README.md: OLD,NEW in each process, then NEW,OLD in each, then rotate-key. Somebody new begins at
every step, by saying something to both processes at the same moment. The small size begins with one process at the
first step and the other at the second; `make soak` takes all steps, and goes on with NEW alone.
"""

import asyncio
import base64
import contextlib
import io
import itertools
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import func, select

from bot.clock import RealClock
from bot.commands import rotate_key
from bot.sandbox.world import World
from storage.engine.sessions import Sessions
from storage.privacy import keycheck, seals
from storage.tables import Chat
from tests.bot.test_run import by_webhook, telegram
from tests.bot.test_two_processes_confirm import pushed
from tests.conftest import WRITTEN_KEY
from tests.process import Bot, quick_bot_process
from tests.sizes import SOAK
from tests.someone import Someone, eventually, text_of
from tests.storage.keys import NEW, NEW_KEY, NEW_OLD, OLD

OTHER_KEY = base64.urlsafe_b64encode(NEW_KEY).decode()
BEFORE, AFTER = f"{WRITTEN_KEY},{OTHER_KEY}", f"{OTHER_KEY},{WRITTEN_KEY}"
BEGIN = (BEFORE, BEFORE) if SOAK else (BEFORE, AFTER)
MEMBER, *STRANGERS = 1, 2, 3, 4, 5
SAID = ("/settings", "/why", "見本", "/help")

pytestmark = pytest.mark.parametrize("furnished_url", ["postgresql"], indirect=True)


class Webs:
    """Two processes, those of them that are up, and the people who talk to them."""

    def __init__(self, world: World, bots: Sequence[Bot]) -> None:
        self.world, self.bots = world, bots
        self.up = [bot.environment["PUBLIC_URL"] for bot in bots]
        self.people = [Someone(world, MEMBER)]
        self._strangers = iter(STRANGERS)
        self._numbers = itertools.count(900_001)

    async def taps(self) -> None:
        """Everybody says one thing after the other, now to this process and now to that one, for ever."""
        for turn in itertools.count():
            for phone in list(self.people):
                heard = len(phone.heard)
                await self._push(phone, turn, SAID[turn % len(SAID)])
                await eventually(lambda phone=phone, heard=heard: len(phone.heard) > heard)  # type: ignore[misc]  # bound now

    async def _push(self, phone: Someone, turn: int, said: str) -> None:
        """As Telegram does, to another process if the first one is just ending."""
        number = next(self._numbers)
        for other in itertools.count(turn):
            with contextlib.suppress(aiohttp.ClientError):
                await pushed(self.up[other % len(self.up)], phone, number, said)
                break

    async def somebody_comes(self) -> None:
        """To both processes at once."""
        phone = Someone(self.world, next(self._strangers))
        chat = self.world.chats.private(phone.person)
        chat.known = chat.met = True
        await asyncio.gather(*(pushed(url, phone, next(self._numbers), "/start") for url in self.up))
        await eventually(lambda: len(phone.heard) >= len(self.up), lambda: str(phone.heard))
        self.people.append(phone)

    async def gets(self, bot: Bot, keys: str) -> None:
        """The process ends, and begins again with these keys; meanwhile the other one takes everything."""
        url = bot.environment["PUBLIC_URL"]
        self.up.remove(url)
        assert await bot.stop() == 0
        bot.environment["DATA_KEY"] = keys
        await bot.start("web")
        self.up.append(url)


@pytest.fixture
async def webs(furnished_url: str, tmp_path: Path) -> AsyncIterator[Webs]:
    async with telegram() as (world, settings), contextlib.AsyncExitStack() as stack:
        given = settings | {"DATABASE_URL": furnished_url, "MONITOR": ""}
        bots = []
        for number, keys in enumerate(BEGIN):
            more = given | {"DATA_KEY": keys} | by_webhook()
            bots.append(await stack.enter_async_context(quick_bot_process(tmp_path / f"{number}.log", **more)))
        await asyncio.gather(*(bot.start("web") for bot in bots))
        yield Webs(world, bots)
        for bot in bots:
            assert "Traceback" not in bot.log.read_text()


@contextlib.contextmanager
def opened(url: str, cipher: object) -> Iterator[Sessions]:
    with contextlib.closing(Sessions(url, cipher)) as sessions:  # type: ignore[arg-type]  # a Cipher
        yield sessions


def rotates(url: str) -> str:
    """What rotate-key says."""
    out = io.StringIO()
    with opened(url, NEW_OLD) as sessions:
        assert rotate_key.run(sessions, RealClock().now, out) == 0
    return out.getvalue()


async def test_members_go_on_while_the_key_is_replaced(webs: Webs, furnished_url: str) -> None:
    (member,) = webs.people
    await member.logs_in()
    tapping = asyncio.create_task(webs.taps())
    await webs.somebody_comes()
    for bot in webs.bots:
        if bot.environment["DATA_KEY"] != AFTER:
            await webs.gets(bot, AFTER)
            await webs.somebody_comes()
    told, _ = await asyncio.gather(asyncio.to_thread(rotates, furnished_url), webs.somebody_comes())
    assert f"Nothing is left under {OLD.marks[0]}: it may go from DATA_KEY." in told
    assert not tapping.done()
    tapping.cancel()
    if SOAK:
        await webs.gets(webs.bots[0], OTHER_KEY)
    await pushed(webs.up[-1], member, 800_000, "/settings")
    await eventually(lambda: "設定" in text_of(member.heard[-1]))
    with opened(furnished_url, NEW) as alone, alone.reading() as session:
        assert keycheck.faults(session, NEW) == []
        assert list(seals.unreadable(session, NEW)) == []
        assert session.execute(select(func.count(Chat.id))).scalar_one() == len(webs.people)
