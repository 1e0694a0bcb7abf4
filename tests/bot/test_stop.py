"""SIGTERM while letters go out, in real processes: the one under way is finished, and the rest goes later, once."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.clock import RealClock
from bot.demo.people import PEOPLE
from bot.sandbox import Sandbox, running
from content.keys.letters import BroadcastSoon, ChapterDone
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats, members
from storage.post import letters
from storage.post.waiting import CLAIM
from storage.programme import courses
from storage.radio import reminders, schedule
from storage.tables import Letter
from tests.conftest import NOW, WRITTEN_KEY
from tests.operators import OTHER_FILE
from tests.process import QuickBot, free_port
from tests.someone import eventually, text_of
from tests.stage import HELD_S, TOKEN, Line

COURSE_CARD, REMINDER = "章の受講で受けられます", "「医学講座」の放送のお知らせ"
"""Words of the two kinds of letters that are waited for. Others come too."""


class Round:
    """A bot with six letters to one member: three that may come only once, and three that may come twice."""

    def __init__(self, bot: QuickBot, sandbox: Sandbox, line: Line, sessions: Sessions) -> None:
        self.bot = bot
        self.world = sandbox.world
        self.line = line
        self.sessions = sessions
        self.person = PEOPLE[0].id
        self.world.send_text(self.person, "/start")
        self.world.updates.clear()  # said long ago: an answer to it now might be what is held instead of a letter
        with sessions.begin() as session:
            me = members.account(session, sessions.cipher, "1000000001", member_no=True, mamis_id=False).id
            chats.bind(session, chats.meet(session, sessions.cipher, self.person, "ja", NOW), me, NOW)
            for course in (one.id for one in courses.listed(session)[:3]):
                letters.put(session, member_id=me, key=ChapterDone(course, 1), slot="done", at=NOW)
            for broadcast in (one.id for one in schedule.between(session, NOW, NOW + timedelta(days=30))[:3]):
                reminders.ask(session, me, broadcast, NOW, NOW)

    @property
    def states(self) -> list[tuple[str, str]]:
        with self.sessions.reading() as session:
            ours = select(Letter).where(Letter.kind.in_((BroadcastSoon.kind, ChapterDone.kind))).order_by(Letter.id)
            return [(row.kind, row.state) for row in session.execute(ours).scalars()]

    @property
    def received(self) -> list[str]:
        """The letters that came, each by its first lines."""
        every = (text_of(message) for message in self.world.messages(self.person) if message["from"]["is_bot"])
        return sorted(text for text in every if COURSE_CARD in text or REMINDER in text)

    async def holds_the_first(self) -> Callable[[], None]:
        """Start the bot; its first letter is on its way until the returned function is called."""
        self.world.fault("sendMessage", "delay", seconds=HELD_S)
        await self.bot.start("run")
        await eventually(lambda: self.world.faults.waiting() == 0)
        await eventually(lambda: [state for _, state in self.states].count("sending") == 1)
        return self.line.released.set


@pytest.fixture
async def postal(tmp_path: Path, sqlite_furnished: Path, cipher: Cipher) -> AsyncIterator[Round]:
    shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    url = f"sqlite:///{tmp_path / 'tani.sqlite'}"
    sessions, line = Sessions(url, cipher), Line()
    about = {"token": TOKEN, "username": "tani_test_bot", "people": PEOPLE, "rates": False}
    sandbox = Sandbox(**about, now=RealClock().now, sleep=line.sleep)  # type: ignore[arg-type]  # as named
    async with running(sandbox) as address:
        given = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": address,
            "DATA_KEY": WRITTEN_KEY,
            "MONITOR": "",
            "OPERATOR_FILE": str(OTHER_FILE),
        }
        place = {"DATABASE_URL": url, "LISTEN": f"127.0.0.1:{free_port()}"}
        bot = QuickBot(given | place, tmp_path / "bot.log")
        bot.now = NOW  # 10:00 in Japan: nudges wait at night, and tests run at night too
        try:
            yield Round(bot, sandbox, line, sessions)
        finally:
            await bot.kill()
            sessions.close()


async def test_on_sigterm_the_letter_on_its_way_is_settled_and_the_rest_given_back(postal: Round) -> None:
    release = await postal.holds_the_first()
    ending = asyncio.create_task(postal.bot.stop())
    await eventually(lambda: "letters_given_back" in postal.bot.log.read_text())
    assert not ending.done()
    release()
    assert await ending == 0
    states = [state for _, state in postal.states]
    assert (states.count("sent"), states.count("waiting")) == (1, 5)
    await postal.bot.start("run")
    await eventually(lambda: {state for _, state in postal.states} == {"sent"}, lambda: str(postal.states))
    assert len(postal.received) == len(set(postal.received)) == 6
    assert await postal.bot.stop() == 0
    assert "Traceback" not in postal.bot.log.read_text()


async def test_killed_only_the_letter_on_its_way_is_in_doubt(postal: Round) -> None:
    release = await postal.holds_the_first()
    await postal.bot.kill()
    release()
    (held,) = [kind for kind, state in postal.states if state == "sending"]
    postal.bot.now = NOW + CLAIM + timedelta(minutes=1)
    await postal.bot.start("run")
    ended = {"sent", "unknown"}
    await eventually(lambda: {state for _, state in postal.states} <= ended, lambda: str(postal.states))
    states = [state for _, state in postal.states]
    assert states.count("unknown") == (held == BroadcastSoon.kind)
    assert len(set(postal.received)) == 6
    assert len(postal.received) == 6 + (held == ChapterDone.kind)
