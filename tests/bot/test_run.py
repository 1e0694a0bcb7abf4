"""The product as it really runs: commands and processes, against a sandbox that is served elsewhere."""

import asyncio
import contextlib
import re
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.clock import RealClock
from bot.demo.people import PEOPLE, PEOPLE_FILE, STAFF_MEMBER
from bot.pages.webhook import SECRET_HEADER
from bot.sandbox import Sandbox, running
from bot.sandbox.world import World
from content.rules import day_of
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import members
from storage.tables import Credit
from tests.conftest import WRITTEN_KEY
from tests.databases import Postgres
from tests.operators import OTHER
from tests.process import ROOT, bot_process, free_port, quick_bot_process
from tests.someone import Someone, eventually, text_of
from tests.stage import PASSWORD, TOKEN

SECRET = "a-secret_1-of-24-characters"


@contextlib.asynccontextmanager
async def telegram() -> AsyncIterator[tuple[World, dict[str, str]]]:
    """A sandbox, and the settings of a bot that talks to it."""
    sandbox = Sandbox(token=TOKEN, username="tani_test_bot", people=PEOPLE, now=RealClock().now, rates=False)
    async with running(sandbox) as address:
        settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": address, "DATA_KEY": WRITTEN_KEY}
        yield sandbox.world, settings


def by_webhook() -> dict[str, str]:
    """Settings of one who is pushed to, over plain http: the server is not Telegram's."""
    port = free_port()
    return {"PUBLIC_URL": f"http://127.0.0.1:{port}", "LISTEN": f"127.0.0.1:{port}", "WEBHOOK_SECRET": SECRET}


async def fetched(address: str) -> bytes:
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return await answer.read()


@pytest.fixture
def furnished(sqlite_furnished: Path, tmp_path: Path) -> str:
    shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    return f"sqlite:///{tmp_path / 'tani.sqlite'}"


async def test_from_an_empty_folder_to_a_member_in_a_course_by_polling(tmp_path: Path) -> None:
    async with (
        telegram() as (world, settings),
        bot_process(tmp_path / "bot.log", **settings) as bot,
        quick_bot_process(tmp_path / "command.log", **settings) as quick,
    ):
        for arguments, told in (
            (("migrate",), "The database is at the tables of this version."),
            (("import-members", str(PEOPLE_FILE)), "14 "),
            (("publish", "--samples", str(ROOT / "content" / "courses")), "hypertension: "),
            (("grant-staff", STAFF_MEMBER, "support"), f"{STAFF_MEMBER} now holds the role support"),
        ):
            code, said = await quick.command(*arguments)
            assert (code, told in said) == (0, True), said
        await bot.start("run")
        aoi, staff = Someone(world, 1), Someone(world, 9)
        await asyncio.gather(aoi.logs_in(), staff.logs_in())
        await aoi.opens_a_course()
        staff.says("/staff 1000000001")
        await staff.sees("青井 遥")
        aoi.says("/staff 1000000001")
        await aoi.sees("/help")
        assert await bot.stop() == 0
        assert (tmp_path / "var" / "tani.sqlite").exists()
    said = bot.log.read_text()
    assert "Traceback" not in said
    assert not any(secret in said for secret in (TOKEN, WRITTEN_KEY, PASSWORD, "720204", "青井"))


async def test_by_webhook_over_plain_http(tmp_path: Path, furnished: str) -> None:
    async with telegram() as (world, settings):
        given = settings | by_webhook() | {"DATABASE_URL": furnished}
        world.fault("setwebhook", "429", seconds=1)  # another process set it in the same second
        async with quick_bot_process(tmp_path / "bot.log", **given) as bot:
            await bot.start("run")
            await eventually(lambda: world.webhook.target is not None)
            await refuses_strangers(given["PUBLIC_URL"])
            aoi = Someone(world, 1)
            await aoi.logs_in()
            await aoi.opens_a_course()
            await side_by_side(aoi)
            assert await bot.stop() == 0
    assert "Traceback" not in bot.log.read_text()


async def refuses_strangers(url: str) -> None:
    update = {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"},
    }
    async with aiohttp.ClientSession() as web:
        for headers in ({}, {SECRET_HEADER: ""}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: SECRET + "1"}):
            async with web.post(f"{url}/telegram", json=update, headers=headers) as answer:
                assert answer.status == 403


async def side_by_side(person: Someone) -> None:
    """Messages and presses of one person, which arrive at the same time: each is answered once."""
    person.says("/settings")
    await person.sees("設定")
    living, count, answers = (
        person.heard[-1]["message_id"],
        len(person.heard),
        len(person.world.answers(person.person.id)),
    )
    for _ in range(8):
        person.says("/credits")
        person.world.press(person.person.id, living, "se")
    await eventually(lambda: len(person.world.answers(person.person.id)) == answers + 8)
    await eventually(lambda: person.world.pending() == 0)
    await eventually(lambda: len([one for one in person.heard[count:] if "単位" in text_of(one)]) >= 8)


async def test_what_was_begun_is_finished_on_sigterm(tmp_path: Path, furnished: str) -> None:
    async with telegram() as (world, settings):
        async with quick_bot_process(tmp_path / "bot.log", **settings, DATABASE_URL=furnished) as bot:
            await bot.start("run")
            aoi, others = Someone(world, 1), [Someone(world, number) for number in range(2, 9)]
            aoi.says("/login")
            await aoi.sees(f"{OTHER.name.ja}が、会員情報と")
            aoi.taps("同意")
            await aoi.sees("ユーザーID")
            aoi.says("1000000001")
            await aoi.sees("パスワードを入力")
            aoi.says("720204")
            for other in others:
                for _ in range(5):
                    other.says("/help")
            # the password's message is deleted before it is judged: now it is being hashed
            await eventually(lambda: any(method.lower() == "deletemessage" for method, _ in world.calls))
            assert await bot.stop() == 0
            assert "新しいパスワード" in text_of(aoi.heard[-1])
            await bot.start("run")
            await eventually(lambda: world.pending() == 0)
            await eventually(lambda: all(len(other.heard) == 5 for other in others))
            assert await bot.stop() == 0
        assert [len(other.heard) for other in others] == [5] * len(others)


@pytest.fixture
def postgres_url(postgres: Postgres, postgres_furnished: str) -> Iterator[str]:
    with postgres.lent(postgres_furnished) as url:
        yield url


async def test_web_and_worker_are_two_processes_on_postgresql(
    tmp_path: Path, postgres_url: str, cipher: Cipher
) -> None:
    day = credited(postgres_url, cipher)
    async with telegram() as (world, settings):
        place = f"127.0.0.1:{free_port()}"
        given = settings | by_webhook() | {"DATABASE_URL": postgres_url, "MONITOR": place}
        async with (
            quick_bot_process(tmp_path / "web.log", **given) as web,
            quick_bot_process(tmp_path / "worker.log", **given) as worker,
        ):
            await asyncio.gather(web.start("web"), worker.start("worker"))
            aoi = Someone(world, 1)
            await aoi.logs_in()
            await side_by_side(aoi)
            aoi.says(f"/certificate {day:%Y/%m/%d}-{day:%Y/%m/%d}")
            await aoi.sees("内容の確認")
            aoi.taps("この内容で発行する")
            await eventually(lambda: "document" in aoi.heard[-1])
            assert world.file(aoi.heard[-1]["document"]["file_id"]).startswith(b"%PDF-")
            assert b"tani_turn_seconds" in await fetched(f"http://{place}/metrics")
            assert await fetched(f"http://{place}/readyz") == b"ok"
            assert [await web.stop(), await worker.stop()] == [0, 0]
    assert "monitor_is_taken" in web.log.read_text() + worker.log.read_text()
    assert "letter_sent" in worker.log.read_text()
    assert "letter_sent" not in web.log.read_text()
    assert not re.search("Traceback", web.log.read_text() + worker.log.read_text())


def credited(url: str, cipher: Cipher) -> date:
    """青井 遥 earned a credit yesterday; returns that day. On 1 April it is of the former year."""
    now = RealClock().now()
    sessions = Sessions(url, cipher)
    with sessions.begin() as session:
        me = members.account(session, cipher, "1000000001", member_no=True, mamis_id=False).id
        session.add(
            Credit(
                member_id=me,
                kind="lecture",
                source="course:hypertension",
                grant_no=1,
                sign=1,
                half_units=2,
                code=74,
                title="高血圧",
                organiser="見本委員会",
                earned_on=day_of(now - timedelta(days=1)),
                earned_at=now - timedelta(days=1),
                written_at=now - timedelta(days=1),
                rule_version="2016-04",
            )
        )
    sessions.close()
    return day_of(now - timedelta(days=1))
