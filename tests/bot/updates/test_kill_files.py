"""kill -9 while a file is fetched: taken and acknowledged, it is fetched by the process that comes after, once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.clock import RealClock
from bot.demo.people import PEOPLE
from bot.sandbox import Sandbox, running
from content.declarations.declaring import Kind
from handlers.press import Press
from handlers.presses.access.session import LogOut
from handlers.presses.declarations.declare import Discard
from storage.declarations import declarations
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.tables import Deferred, Evidence
from tests import samples
from tests.conftest import WRITTEN_KEY
from tests.files import PDF
from tests.process import Bot, quick_bot_process
from tests.someone import eventually
from tests.stage import TOKEN

PERSON = PEOPLE[0].id


class Half:
    """A bot that can be killed over a file that it fetches, and the member who has sent it."""

    def __init__(self, sandbox: Sandbox, bot: Bot, sessions: Sessions) -> None:
        self.world, self.bot, self.sessions = sandbox.world, bot, sessions

    @property
    def said(self) -> str:
        return "\n".join(str(message.get("text")) for message in self.world.messages(PERSON))

    async def sends(self) -> None:
        """Taken and acknowledged, and a minute away from being here."""
        self.world.fault("getFile", "delay", seconds=60)
        self.world.send_document(PERSON, "参加証.pdf", PDF)
        await eventually(lambda: counted(self.sessions) == (0, 1))
        await eventually(lambda: self.world.pending() == 0)

    async def dies_and_comes_back(self) -> None:
        await eventually(lambda: self.world.pending() == 0)
        await self.bot.kill()
        assert counted(self.sessions) == (0, 1)
        await self.bot.start()


@pytest.fixture
async def half(sqlite_template: Path, tmp_path: Path, cipher: Cipher) -> AsyncIterator[Half]:
    url = f"sqlite:///{tmp_path / 'tani.sqlite'}"
    (tmp_path / "tani.sqlite").write_bytes(sqlite_template.read_bytes())
    sessions = Sessions(url, cipher)
    expects_evidence(sessions, cipher)
    sandbox = Sandbox(token=TOKEN, username="tani_test_bot", people=PEOPLE, now=RealClock().now, rates=False)
    async with running(sandbox) as address:
        given = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address, "DATABASE_URL": url, "DATA_KEY": WRITTEN_KEY}
        async with quick_bot_process(tmp_path / "bot.log", **given) as bot:
            await bot.start()
            yield Half(sandbox, bot, sessions)
            assert await bot.stop() == 0
    sessions.close()


@pytest.mark.parametrize("moved_on", [False, True])
async def test_a_file_is_kept_though_the_process_died_over_it(half: Half, *, moved_on: bool) -> None:
    """Also where its member has gone elsewhere in the meantime."""
    await half.sends()
    if moved_on:
        half.world.send_text(PERSON, "/help")
        await eventually(lambda: "使い方" in half.said)
    await half.dies_and_comes_back()
    await eventually(lambda: "「参加証.pdf」を添付しました" in half.said)
    assert counted(half.sessions) == (1, 0)


@pytest.mark.parametrize(
    ("press", "left", "told"),
    [
        (Discard(1), "削除しました", "この申告書は見つかりませんでした"),
        (LogOut(), "ログアウトしました", "この操作にはログインが必要です"),
    ],
)
async def test_what_a_file_was_for_is_gone_when_the_next_process_takes_it_up(
    half: Half, press: Press, left: str, told: str
) -> None:
    """The process that would have told the member is dead: the next one tells, and nothing waits any more."""
    await half.sends()
    half.world.press(PERSON, 1, press.pack())
    await eventually(lambda: left in half.said + str(half.world.answers(PERSON)))
    assert told not in half.said
    await half.dies_and_comes_back()
    await eventually(lambda: told in half.said)
    await eventually(lambda: counted(half.sessions) == (0, 0))
    assert half.said.count(told) == 1


def expects_evidence(sessions: Sessions, cipher: Cipher) -> None:
    """A member who is logged in and asked for the evidence of a draft."""
    now = RealClock().now()
    with sessions.begin() as session:
        me = samples.member(session, now)
        chat = chats.meet(session, cipher, PERSON, "ja", now)
        chats.bind(session, chat, me, now)
        draft = declarations.begin(session, me, Kind.EXAM, 10, now)
        chats.put_back(session, chat.id, "declare_evidence", {"declaration": str(draft.id)}, now)


def counted(sessions: Sessions) -> tuple[int, int]:
    """Files that are kept, and files that wait to be fetched."""
    with sessions.reading() as session:
        kept, waiting = (
            session.execute(select(func.count()).select_from(table)).scalar_one() for table in (Evidence, Deferred)
        )
    return kept, waiting
