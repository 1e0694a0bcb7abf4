"""Updates in: once each, one member in turn, nothing lost by a bug, a lock or a second delivery."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from types import ModuleType

import pytest
from sqlalchemy import select, text

from handlers.screens.screen import Screen
from handlers.turn import ANYONE, Command, Visit
from storage.people import chats
from storage.post import updates
from storage.tables import Chat, Deferred, SetAside
from storage.tables import Update as UpdateRow
from tests.conftest import NOW, WRITTEN_KEY
from tests.databases import WAITS_FOR_A_LOCK
from tests.patience import LONGEST_S
from tests.stage import Stage, staged


def broken(visit: Visit, _argument: str) -> Screen:
    """Writes, and then fails: the half that it wrote must not stay."""
    chats.speak(visit.session, visit.chat.id, "xx")
    raise ZeroDivisionError("a bug")


def counting(visit: Visit, argument: str) -> Screen:
    """Says how often it has been asked in this chat, by the record."""
    count = int(visit.chat.note.get("count", "0")) + 1
    chats.put_back(visit.session, visit.chat.id, "", {"count": str(count)}, visit.now)
    return Screen(f"{argument} {count}")


@pytest.fixture
async def bare(database_url: str) -> AsyncIterator[Stage]:
    feature = ModuleType("feature")
    feature.__dict__["ROUTES"] = (
        Command("broken", broken, ANYONE, menu=False),
        Command("count", counting, ANYONE, menu=False),
    )
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY, features=[feature]) as opened:
        yield opened


async def test_a_bug_sets_one_update_aside_and_the_bot_goes_on(bare: Stage) -> None:
    one, other = bare.phone(1), bare.phone(2)
    assert "この操作を処理できませんでした" in await one.says("/broken")
    assert await one.says("/count a") == "a 1"
    assert await other.says("/count b") == "b 1"
    kept = await bare.app.record.read(updates.all_set_aside)
    assert [(update["message"]["text"], "ZeroDivisionError" in error) for _, update, error in kept] == [
        ("/broken", True)
    ]
    with bare.app.sessions.reading() as session:
        assert set(session.execute(select(Chat.language)).scalars()) == {"ja"}


async def test_what_is_set_aside_is_kept_sealed(bare: Stage) -> None:
    await bare.phone(1).says("/broken 090-1234-5678")
    with bare.app.sessions.reading() as session:
        raw = session.connection().exec_driver_sql("SELECT body FROM set_aside").scalar_one()
        ((_, opened, _),) = updates.all_set_aside(session)
    assert opened["message"]["text"] == "/broken 090-1234-5678"
    assert b"090-1234" not in bytes(raw)


async def test_every_update_twice_counts_once(bare: Stage) -> None:
    bare.world.twice = True
    one = bare.phone(1)
    assert await one.says("/count") == " 1".strip()
    assert await one.says("/count") == "2"
    assert len([message for message in one.messages if message["from"]["is_bot"]]) == 2


async def test_one_member_in_turn_members_side_by_side(bare: Stage) -> None:
    people = [bare.phone(number) for number in range(1, 6)]
    for number in range(10):
        for phone in people:
            bare.world.send_text(phone.person.id, f"/count {number}")
    await bare.settled()
    for phone in people:
        said = [message["text"] for message in phone.messages if message["from"]["is_bot"]]
        assert said == [f"{number} {number + 1}".strip() for number in range(10)]


async def test_a_locked_database_loses_nothing_and_says_so(bare: Stage) -> None:
    if bare.app.sessions.kind != "sqlite":
        # PostgreSQL locks rows, not the file: the same promise under its kind of lock
        await _row_lock(bare)
        return
    phone = bare.phone(1)
    await phone.says("/count")
    lock = sqlite3.connect(str(bare.app.sessions.url.database), isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    bare.world.send_text(phone.person.id, "/count x")
    async with asyncio.timeout(LONGEST_S):
        while not any("ただいま記録を保存できません" in phone.text(message) for message in phone.messages):
            await asyncio.sleep(0.05)
    assert bare.world.pending() == 1
    lock.execute("ROLLBACK")
    lock.close()
    await bare.settled()
    assert phone.text(phone.last) == "x 2"
    told = [message for message in phone.messages if "保存できません" in phone.text(message)]
    assert len(told) == 1


async def _row_lock(bare: Stage) -> None:
    phone = bare.phone(1)
    await phone.says("/count")
    connection = bare.app.sessions.engine.connect()
    connection.exec_driver_sql("SELECT * FROM chats FOR UPDATE")
    bare.world.send_text(phone.person.id, "/count x")
    await _until_somebody_waits(bare)
    assert bare.world.pending() == 1
    connection.close()
    await bare.settled()
    assert phone.text(phone.last) == "x 2"


async def _until_somebody_waits(bare: Stage) -> None:
    """Until a transaction waits for a lock of PostgreSQL."""
    waiting = text(f"SELECT count(*) FROM {WAITS_FOR_A_LOCK}")
    async with asyncio.timeout(LONGEST_S):
        while not await bare.app.record.read(lambda session: session.execute(waiting).scalar_one()):
            await asyncio.sleep(0.02)


async def test_a_person_who_blocked_the_bot_is_not_written_to_until_he_comes_back(bare: Stage) -> None:
    phone = bare.phone(1)
    await phone.says("/count")
    bare.world.block(phone.person.id)
    await bare.settled()
    with bare.app.sessions.reading() as session:
        assert not session.execute(select(Chat.reachable)).scalar_one()
    bare.world.unblock(phone.person.id)
    await phone.says("/count")
    with bare.app.sessions.reading() as session:
        assert session.execute(select(Chat.reachable)).scalar_one()


KINDS = ("voice", "location", "sticker", "contact", "video", "poll", "dice", "venue")


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_no_text_gets_one_friendly_answer(bare: Stage, kind: str) -> None:
    phone = bare.phone(1)
    bare.world.send_other(phone.person.id, kind)
    assert "文字とボタンだけ" in await phone.waits()
    with bare.app.sessions.reading() as session:
        assert session.execute(select(SetAside)).first() is None
        assert session.execute(select(Deferred)).first() is None


async def test_groups_and_channels_hear_one_sentence_or_nothing(bare: Stage) -> None:
    phone = bare.phone(1)
    group = bare.world.group("勉強会", [phone.person.id, bare.phone(2).person.id])
    bare.world.send_text(phone.person.id, "こんにちは", chat_id=group)
    bare.world.channel_post("お知らせ", "こんにちは")
    await bare.settled()
    assert _sent(bare) == []
    bare.world.send_text(phone.person.id, "/count", chat_id=group)
    await bare.settled()
    assert [call["chat_id"] for call in _sent(bare)] == [group]
    with bare.app.sessions.reading() as session:
        assert session.execute(select(UpdateRow)).first() is None


async def test_old_numbers_of_updates_are_forgotten(bare: Stage) -> None:
    await bare.phone(1).says("/count")
    for hours, left in ((48, 1), (49, 0)):
        await bare.until(NOW + timedelta(hours=hours))
        with bare.app.sessions.reading() as session:
            assert len(session.execute(select(UpdateRow)).all()) == left


def _sent(stage: Stage) -> list[dict[str, object]]:
    return [parameters for method, parameters in stage.world.calls if method.lower() == "sendmessage"]
