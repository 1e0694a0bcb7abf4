"""kill -9 while a file is fetched: taken and acknowledged, it is fetched by the process that comes after, once."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.clock import RealClock
from bot.demo.people import PEOPLE
from bot.sandbox import Sandbox, running
from content.declaring import Kind
from storage.declarations import declarations
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.tables import Deferred, Evidence
from tests import samples
from tests.bot.updates.test_kill import eventually
from tests.conftest import WRITTEN_KEY
from tests.files import PDF
from tests.process import quick_bot_process
from tests.stage import TOKEN

PERSON = PEOPLE[0].id


@pytest.mark.parametrize("moved_on", [False, True])
async def test_a_file_is_kept_though_the_process_died_over_it(
    sqlite_template: Path, tmp_path: Path, cipher: Cipher, *, moved_on: bool
) -> None:
    """Also where its member has gone elsewhere in the meantime."""
    url = f"sqlite:///{tmp_path / 'tani.sqlite'}"
    (tmp_path / "tani.sqlite").write_bytes(sqlite_template.read_bytes())
    sessions = Sessions(url, cipher)
    expects_evidence(sessions, cipher)
    sandbox = Sandbox(token=TOKEN, username="tani_test_bot", people=PEOPLE, now=RealClock().now, rates=False)

    def said() -> str:
        return "\n".join(str(message.get("text")) for message in sandbox.world.messages(PERSON))

    async with running(sandbox) as address:
        given = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address, "DATABASE_URL": url, "DATA_KEY": WRITTEN_KEY}
        async with quick_bot_process(tmp_path / "bot.log", **given) as bot:
            await bot.start()
            sandbox.world.fault("getFile", "delay", seconds=60)
            sandbox.world.send_document(PERSON, "参加証.pdf", PDF)
            await eventually(lambda: counted(sessions) == (0, 1))
            if moved_on:
                sandbox.world.send_text(PERSON, "/help")
                await eventually(lambda: "使い方" in said())
            await eventually(lambda: sandbox.world.pending() == 0)
            await bot.kill()
            assert counted(sessions) == (0, 1)
            await bot.start()
            await eventually(lambda: "「参加証.pdf」を添付しました" in said())
            assert await bot.stop() == 0
    assert counted(sessions) == (1, 0)
    sessions.close()


def expects_evidence(sessions: Sessions, cipher: Cipher) -> None:
    """A member who is logged in and asked for the evidence of a draft."""
    now = RealClock().now()
    with sessions.begin() as session:
        me = samples.member(session, now)
        chat = chats.meet(session, cipher, PERSON, "ja", now)
        chats.bind(session, chat, me, now)
        draft = declarations.begin(session, me, Kind.EXAM, 10, now)
        chats.put_back(session, chat.id, "declare_evidence", {"declaration": str(draft.id)})


def counted(sessions: Sessions) -> tuple[int, int]:
    """Files that are kept, and files that wait to be fetched."""
    with sessions.reading() as session:
        kept, waiting = (
            session.execute(select(func.count()).select_from(table)).scalar_one() for table in (Evidence, Deferred)
        )
    return kept, waiting
