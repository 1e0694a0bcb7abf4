"""What no turn reads may be a password: it does not stay in the chat, and nobody hears it again."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from sqlalchemy import func, select
from telegram import Update

from bot.sending import insisting
from bot.updates import intake, unread
from bot.updates.intake import MOST_WAITING
from handlers.finding import Finds
from handlers.incoming import Incoming
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, Visit
from storage.tables import Deletion
from tests.conftest import NOW, WRITTEN_KEY
from tests.phone import Phone
from tests.stage import PASSWORD, Stage, staged

TOO_MANY = MOST_WAITING + 5
THREE_DAYS_S = 3 * 86_400
SHAPED = "kamo-river-88"
"""It has the form of a password."""


@pytest.fixture
def furnished(sqlite_furnished: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(sqlite_furnished, tmp_path / 'tani.sqlite')}"


@pytest.fixture
async def stage(furnished: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    monkeypatch.setattr(intake, "REFUSED_FOR_S", 3600.0)
    monkeypatch.setattr(insisting, "FIRST_PAUSE_S", 0.0)
    async with staged(furnished, now=NOW, data_key=WRITTEN_KEY) as opened:
        yield opened


async def floods(phone: Phone, *last: str, filler: str = "/help") -> list[str]:
    """Send more than may wait, and then these; returns which of these are still in the chat."""
    world, person = phone.stage.world, phone.person.id
    for _ in range(TOO_MANY):
        world.send_text(person, filler)
    sent = [world.send_text(person, text) for text in last]
    await phone.waits()
    assert len(sent) == len(last)
    told = [phone.text(message) for message in phone.messages if message["from"]["is_bot"]]
    assert not any(text in one for text in last for one in told), "nothing is echoed"
    left = [phone.text(message) for message in phone.messages if not message["from"]["is_bot"]]
    return [text for text in last if text in left]


async def awaits_id(stage: Stage) -> Phone:
    phone = stage.phone(1)
    await phone.says("/login")
    await phone.taps("同意")
    return phone


@pytest.mark.parametrize(
    ("said", "stays"),
    [(SHAPED, False), ("720204", False), ("72020", True), ("insulin", True), (f"/login {SHAPED}", False)],
)
async def test_of_a_stranger_what_is_shaped_like_one(stage: Stage, said: str, stays: bool) -> None:
    assert bool(await floods(stage.phone(1), said)) is stays


@pytest.mark.parametrize(("said", "stays"), [(SHAPED, True), (f"/login {SHAPED}", False)])
async def test_of_a_member_only_what_follows_the_command(stage: Stage, said: str, stays: bool) -> None:
    """A member who is logged in looks for things that have that form."""
    await awaits_id(stage)
    phone = await logged_in_here(stage)
    assert bool(await floods(phone, said)) is stays


async def logged_in_here(stage: Stage) -> Phone:
    stage.app.intake._refused.clear()
    phone = stage.phone(1)
    for said in (phone.person.hints[0].split(" ")[-1], phone.person.hints[1].split(" ")[-1], PASSWORD):
        await phone.says(said)
    return phone


async def test_while_a_log_in_is_near_whatever_comes_then(stage: Stage) -> None:
    """The chat waits for an ID: what is no member's number may be a password."""
    phone = await awaits_id(stage)
    assert await floods(phone, "hana", "1000000001", filler="?") == ["1000000001"]


async def test_a_log_in_that_is_among_what_waits(stage: Stage) -> None:
    """At the moment at which the last text is refused, nothing says yet that log-in is near."""
    phone = await awaits_id(stage)
    await phone.says("/help")
    stage.world.send_text(phone.person.id, "/login")
    assert await floods(phone, "hana", filler="?") == []


async def test_more_than_one_request_can_delete(stage: Stage) -> None:
    phone = stage.phone(1)
    assert await floods(phone, *(f"{SHAPED}-{number}" for number in range(unread.MOST_TOGETHER + 20))) == []
    assert noted(stage) == 0


def noted(stage: Stage) -> int:
    """How many messages are on record as still to be deleted."""
    with stage.app.sessions.reading() as session:
        return session.execute(select(func.count()).select_from(Deletion)).scalar_one()


async def test_what_is_acknowledged_is_judged_and_noted(stage: Stage) -> None:
    """If the process died while Telegram deletes it, another would delete it."""
    answered = stage.holds("deleteMessage")
    phone = stage.phone(1)
    for said in [*["/help"] * TOO_MANY, SHAPED]:
        stage.world.send_text(phone.person.id, said)
    await stage.taken()
    assert noted(stage) == 1
    answered()
    await phone.waits()
    assert noted(stage) == 0


async def test_it_is_acknowledged_only_when_it_is_judged(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()
    intake_of, real = stage.app.intake, stage.app.intake.unread.judge

    async def waits(texts: Sequence[Incoming]) -> None:
        begun.set()
        await may_end.wait()
        await real(texts)

    monkeypatch.setattr(intake_of.unread, "judge", waits)
    monkeypatch.setattr(intake_of, "_is_too_fast", lambda _person: True)
    one = asyncio.create_task(intake_of.accept(message(SHAPED)))
    await begun.wait()
    assert not one.done()
    may_end.set()
    await one


def message(said: str) -> Update:
    person = {"id": 700000001, "is_bot": False, "first_name": "A"}
    sent = {"message_id": 5, "date": 1, "text": said, "from": person, "chat": {"id": person["id"], "type": "private"}}
    update = Update.de_json({"update_id": 1, "message": sent}, None)
    assert update is not None
    return update


async def test_what_telegram_can_not_delete_now_is_deleted_later(stage: Stage) -> None:
    stage.world.fault("deleteMessages", "500", times=4)
    phone = stage.phone(1)
    assert await floods(phone, SHAPED, f"{SHAPED}-2") == [SHAPED, f"{SHAPED}-2"]
    assert "削除" in phone.sees
    assert noted(stage) == 2
    assert await stage.app.intake.deleting.step() == 2
    left = [phone.text(message) for message in phone.messages if not message["from"]["is_bot"]]
    assert not [text for text in left if SHAPED in text]


async def test_one_that_can_not_be_deleted_keeps_no_other(stage: Stage) -> None:
    """Then Telegram deletes none of those that are to be deleted together: it is too old, and the other is not."""
    phone, old = stage.phone(1), f"{SHAPED}-1"
    for text in [*["/help"] * TOO_MANY, old, SHAPED]:
        stage.world.send_text(phone.person.id, text)
    next(message for message in phone.messages if phone.text(message) == old)["date"] -= THREE_DAYS_S
    await phone.waits()
    left = {phone.text(message) for message in phone.messages if not message["from"]["is_bot"]}
    assert left & {old, SHAPED} == {old}
    assert noted(stage) == 0


def broken(_visit: Visit, _text: str) -> Screen:
    raise ZeroDivisionError


@pytest.mark.parametrize(("said", "stays"), [(SHAPED, False), ("insulin", True)])
async def test_a_password_whose_turn_met_a_bug(furnished: str, said: str, stays: bool) -> None:
    feature = ModuleType("feature")
    feature.__dict__["ROUTES"] = (Finds(lambda _visit, _text: True, broken, ANYONE),)
    async with staged(furnished, now=NOW, data_key=WRITTEN_KEY, features=[feature]) as stage:
        phone = stage.phone(1)
        assert "この操作を処理できませんでした" in await phone.says(said)
        left = [phone.text(message) for message in phone.messages if not message["from"]["is_bot"]]
        assert (said in left) is stays
