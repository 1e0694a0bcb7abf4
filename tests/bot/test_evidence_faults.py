"""The record can't be written while a file is being kept: told once, tried again, kept once."""

import asyncio
import contextlib
import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
from sqlalchemy import Connection, event, func, select, text

from storage.engine.sessions import Sessions
from storage.tables import Deferred, Evidence
from tests.databases import WAITS_FOR_A_LOCK
from tests.files import PDF
from tests.handlers.declaring import Declaring
from tests.patience import LONGEST_S
from tests.phone import Phone
from tests.stage import Stage

pytestmark = pytest.mark.usefixtures("unharmed")

NOT_SAVED = "ただいま記録を保存できません"
LARGE = PDF + os.urandom(300_000)


@pytest.fixture
async def me(stage: Stage, aoi: Phone) -> Declaring:
    """青井, who is asked for evidence."""
    declaring = Declaring(stage, aoi)
    await declaring.comes_to_evidence()
    return declaring


@contextlib.asynccontextmanager
async def fetching(me: Declaring, *, after: bool) -> AsyncIterator[None]:
    """A file is sent: `after` it was taken, and while it is fetched, or else before, this happens to the record."""
    world, person = me.stage.world, me.phone.person.id
    comes = me.stage.holds("getFile") if after else None
    if after:
        world.send_document(person, "参加証.pdf", LARGE)
        await until(lambda: counted(me.sessions) == (0, 1) and not world.pending())
    yield
    if comes is not None:
        comes()
    else:
        world.send_document(person, "参加証.pdf", LARGE)
    await until(lambda: told(me.phone, NOT_SAVED) == 1)
    assert counted(me.sessions) == (0, 1 if after else 0)
    assert world.pending() == (0 if after else 1)


async def is_kept_once(me: Declaring) -> None:
    await me.stage.settled()
    assert counted(me.sessions) == (1, 0)
    assert me.files == [LARGE]
    assert told(me.phone, "添付しました（1 / 5件）") == 1
    assert told(me.phone, NOT_SAVED) == 1


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("after", [False, True])
async def test_a_locked_file(me: Declaring, *, after: bool) -> None:
    with contextlib.closing(sqlite3.connect(str(me.sessions.url.database), isolation_level=None)) as other:
        async with fetching(me, after=after):
            other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    await is_kept_once(me)


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_a_full_disk(me: Declaring) -> None:
    with full_disk(me.sessions) as fills:
        async with fetching(me, after=True):
            fills()
    await is_kept_once(me)


@pytest.mark.parametrize("furnished_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("after", [False, True])
async def test_a_lost_connection(me: Declaring, *, after: bool) -> None:
    """Lost twice, and told once."""
    table = "declarations" if after else "chats"
    with me.sessions.engine.connect() as other:
        async with fetching(me, after=after):
            other.execute(text(f"SELECT * FROM {table} FOR UPDATE"))
            cutting = asyncio.create_task(cuts(me.sessions, 2))
        await cutting
        other.rollback()
    await is_kept_once(me)


async def cuts(sessions: Sessions, times: int) -> None:
    """Ends whatever connection waits for a lock, so often."""
    waiting = text(f"SELECT pg_terminate_backend(pid) FROM {WAITS_FOR_A_LOCK}")
    cut = 0

    def cuts_one() -> bool:
        nonlocal cut
        with sessions.reading() as session:
            cut += len(session.execute(waiting).all())
        return cut >= times

    await until(cuts_one)


@contextlib.contextmanager
def full_disk(sessions: Sessions) -> Iterator[Callable[[], None]]:
    """From when on it is called, the file can grow no further; until the end."""
    most: list[int] = []

    def limits(connection: Connection) -> None:
        (now,) = connection.exec_driver_sql("PRAGMA page_count").one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {now if most else 2**30}")

    event.listen(sessions.engine, "begin", limits)
    yield lambda: most.append(1)
    most.clear()


async def until(happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(LONGEST_S):
        while not happened():
            await asyncio.sleep(0.02)


def counted(sessions: Sessions) -> tuple[int, int]:
    """Files that are kept, and files that wait to be fetched."""
    with sessions.reading() as session:
        kept, waiting = (
            session.execute(select(func.count()).select_from(table)).scalar_one() for table in (Evidence, Deferred)
        )
    return kept, waiting


def told(phone: Phone, words: str) -> int:
    """In how many messages these words stand."""
    return sum(words in phone.text(message) for message in phone.messages)
