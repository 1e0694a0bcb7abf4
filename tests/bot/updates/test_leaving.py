"""Whoever blocks the bot: noted in the person's turn, bounded like everything else, and said in the log."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Update

from bot.sending.insisting import Unreachable
from bot.updates.intake import MOST_WAITING
from storage.people import blocked
from tests.phone import Phone
from tests.stage import Stage


def leaves(person: int, number: int) -> Update:
    one = {"id": person, "is_bot": False, "first_name": "A"}
    bot = {"id": 1, "is_bot": True, "first_name": "B"}
    changed = {"chat": {"id": person, "type": "private"}, "from": one, "date": 1}
    changed["old_chat_member"] = {"user": bot, "status": "member"}
    changed["new_chat_member"] = {"user": bot, "status": "kicked", "until_date": 0}
    update = Update.de_json({"update_id": 10_000 + number, "my_chat_member": changed}, None)
    assert update is not None
    return update


async def test_of_many_no_more_are_noted_than_may_wait(
    stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[int] = []
    monkeypatch.setattr(blocked, "lost_by", lambda _session, _cipher, person: noted.append(person))
    intake, free, me = stage.app.intake, asyncio.Event(), aoi.person.id
    held: Callable[[], Awaitable[Any]] = free.wait
    intake.taking.put(me, held)
    all_of_them = [asyncio.create_task(intake.accept(leaves(me, number))) for number in range(5 * MOST_WAITING)]
    while sum(one.done() for one in all_of_them) < 3 * MOST_WAITING:
        await asyncio.sleep(0)
    free.set()
    await asyncio.gather(*all_of_them)
    assert 0 < len(noted) <= MOST_WAITING + 1


async def test_a_failure_to_note_it_ends_no_lane(stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(blocked, "lost_by", fails)
        with pytest.raises(ZeroDivisionError):
            await stage.app.intake.accept(leaves(aoi.person.id, 1))
    assert "単位" in await aoi.says("/credits")


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize("why", ["the bot is blocked", "the bot was never started"])
async def test_who_cannot_be_reached_is_said_in_the_log(
    stage: Stage,
    aoi: Phone,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    why: str,
    *,
    writable: bool,
) -> None:
    """If it can't be noted just then, the lane goes on all the same."""

    async def refuses(*_args: object, **_more: object) -> int:
        raise Unreachable(why)

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(stage.app.showing, "replace", refuses)
        if not writable:
            patch.setattr(blocked, "lost_by", fails)
        stage.world.send_text(aoi.person.id, "/help")
        await stage.taken()
        await stage.settled()
    told = capsys.readouterr().out
    assert "not_reachable" in told
    assert why in told
    assert ("not_noted" in told) is not writable
    assert "単位" in await aoi.says("/credits")
