"""Every sort of fault reaches the operator's chat, says what is needed to find it, and nothing of a person."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from types import ModuleType
from typing import Any

import pytest

from bot.demo.people import PEOPLE
from content.keys.letter import LetterKey
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, MEMBER, Command, Turn, Unwanted, Visit, Writes
from storage.people import chats
from storage.post import letters
from storage.post.letters import Letter
from tests.conftest import WRITTEN_KEY
from tests.phone import Phone
from tests.samples import member
from tests.stage import Stage, staged

OPERATOR = 9
SECRET = "090-1234-5678"


def broken(_visit: Visit, _argument: str) -> Screen:
    raise ZeroDivisionError(SECRET)


def ill_formed(_visit: Visit, _argument: str) -> Screen:
    """Telegram refuses it."""
    return Screen("<b>" + SECRET)


@dataclass(frozen=True)
class Broken(LetterKey, kind="operator_broken", again=False, waits=False):
    """A letter that can't be written."""

    number: int


@dataclass(frozen=True)
class IllFormed(LetterKey, kind="operator_ill_formed", again=False, waits=False):
    """A letter that Telegram refuses."""

    number: int


def written(turn: Turn, _argument: str) -> Screen:
    for key in (Broken(1), IllFormed(1)):
        letters.put(turn.session, member_id=turn.member.id, key=key, slot="1", at=turn.now)
    return Screen("queued")


def write_broken(_turn: Turn, _letter: Letter[Broken]) -> Screen | Unwanted:
    raise ZeroDivisionError(SECRET)


def write_ill_formed(_turn: Turn, _letter: Letter[IllFormed]) -> Screen | Unwanted:
    return Screen("<i>" + SECRET)


@pytest.fixture
async def faulty(database_url: str, now: datetime) -> AsyncIterator[Stage]:
    """A bot with faults. Its operator's chat is that of a person who has begun to speak with it."""
    feature = ModuleType("feature")
    feature.__dict__["ROUTES"] = (
        Command("broken", broken, ANYONE, menu=False),
        Command("ill_formed", ill_formed, ANYONE, menu=False),
        Command("written", written, MEMBER, menu=False),
    )
    feature.__dict__["LETTERS"] = (
        Writes(Broken, write_broken),
        Writes(IllFormed, write_ill_formed),
    )
    chat = PEOPLE[OPERATOR - 1].id
    async with staged(database_url, now=now, data_key=WRITTEN_KEY, features=[feature], operator_chat=chat) as opened:
        await opened.phone(OPERATOR).says("/hello")
        yield opened


async def told(stage: Stage) -> list[str]:
    """What the operator was told, in the order in which it came."""
    operator = stage.phone(OPERATOR)
    await stage.app.operator.settled()
    return [text for message in operator.messages if (text := operator.text(message)).startswith("⚠️")]


async def test_an_update_that_was_set_aside(faulty: Stage) -> None:
    phone = faulty.phone(1)
    await phone.says(f"/broken {SECRET}")
    (said,) = await told(faulty)
    assert "ZeroDivisionError" in said
    holds_nothing_of(phone, said)


async def test_an_update_that_can_not_be_read(faulty: Stage) -> None:
    odd: dict[str, Any] = {"message_id": 77, "date": "yesterday", "chat": {"id": 1}, "text": SECRET}
    number = faulty.world.updates.add("message", odd, 1, 3600)
    await faulty.settled()
    (said,) = await told(faulty)
    assert str(number) in said
    holds_nothing_of(faulty.phone(1), said)


async def test_letters_that_can_not_be_written_or_are_refused(faulty: Stage) -> None:
    phone = faulty.phone(1)
    await phone.says("/hello")
    with faulty.app.sessions.begin() as session:
        chat = chats.meet(session, faulty.app.sessions.cipher, phone.person.id, "ja", faulty.clock.now())
        chats.bind(session, chat, member(session, faulty.clock.now()), faulty.clock.now())
    assert await phone.says("/written") == "queued"
    said = await told(faulty)
    assert len(said) == 2
    assert all(any(kind in one for one in said) for kind in ("(operator_broken)", "(operator_ill_formed)"))
    for one in said:
        holds_nothing_of(phone, one)


async def test_a_fault_is_told_though_the_person_can_not_be(faulty: Stage) -> None:
    phone = faulty.phone(1)
    faulty.world.fault("sendMessage", "drop", times=4, chat_id=phone.person.id)
    await phone.says("/broken")
    assert len(await told(faulty)) == 1


async def test_without_a_chat_of_the_operator_nobody_is_told(database_url: str, now: datetime) -> None:
    feature = ModuleType("feature")
    feature.__dict__["ROUTES"] = (Command("broken", broken, ANYONE, menu=False),)
    async with staged(database_url, now=now, data_key=WRITTEN_KEY, features=[feature]) as stage:
        await stage.phone(OPERATOR).says("/hello")
        assert "この操作を処理できませんでした" in await stage.phone(1).says("/broken")
        assert await told(stage) == []


def holds_nothing_of(phone: Phone, said: str) -> None:
    for secret in (SECRET, str(phone.person.id), "見本", "青井"):
        assert secret not in said
