"""Polling: an update is confirmed only when it is done, and nothing stops the asking."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select
from telegram.error import Conflict, NetworkError, RetryAfter, TelegramError

from bot.clock import RealClock
from bot.figures import Figures
from bot.operator import Operator
from bot.updates import polling
from bot.updates.polling import Polling
from storage.post import updates
from storage.tables import SetAside
from tests.patience import LONGEST_S
from tests.phone import Phone
from tests.stage import Stage

Json = dict[str, Any]


# it has no chat to tell, only the log
OPERATOR = Operator(None, None, RealClock(), Figures())  # type: ignore[arg-type]  # nothing is shown


class Asked:
    """Telegram's side of getUpdates: gives what was prepared, one answer a call, then holds the line."""

    def __init__(self, *answers: Sequence[Json] | Exception) -> None:
        self.answers = list(answers)
        self.offsets: list[int | None] = []

    async def call(self, method: str, **parameters: Any) -> Any:
        assert method == "getUpdates"
        self.offsets.append(parameters.get("offset"))
        if not self.answers:
            await asyncio.Event().wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Taking:
    """Takes updates when it is let."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.done: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}

    async def take(self, update: Json) -> None:
        number = update["update_id"]
        self.begun.append(number)
        await self.gates.setdefault(number, asyncio.Event()).wait()
        self.done.append(number)


@pytest.fixture
async def taking() -> Taking:
    return Taking()


async def turns_of_the_loop() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_batch_is_confirmed_only_when_all_of_it_is_done(taking: Taking) -> None:
    asked = Asked([{"update_id": 5}, {"update_id": 6}, {"update_id": 9}], [])
    task = asyncio.create_task(Polling(asked, taking.take, OPERATOR).run())  # type: ignore[arg-type]  # the edge, faked
    await turns_of_the_loop()
    assert taking.begun == [5, 6, 9]
    for number in (9, 5):
        taking.gates[number].set()
        await turns_of_the_loop()
        assert asked.offsets == [None]
    taking.gates[6].set()
    await turns_of_the_loop()
    assert asked.offsets == [None, 10, None]
    task.cancel()


@pytest.mark.parametrize(
    "failure",
    [
        Conflict("another"),
        RetryAfter(1),
        NetworkError("gone"),
        TelegramError("Invalid server response"),
        KeyError("result"),
        AttributeError("an answer that is a list"),
    ],
    ids=lambda failure: type(failure).__name__,
)
async def test_no_failure_ends_the_asking_or_moves_the_offset(
    taking: Taking, failure: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    asked = Asked([{"update_id": 5}], failure, failure, [{"update_id": 6}])
    taking.gates = {number: asyncio.Event() for number in (5, 6)}
    for gate in taking.gates.values():
        gate.set()
    real = asyncio.sleep

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await real(0)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    task = asyncio.create_task(Polling(asked, taking.take, OPERATOR).run())  # type: ignore[arg-type]  # the edge, faked
    async with asyncio.timeout(LONGEST_S):
        while len(asked.offsets) < 5:
            await real(0)
    task.cancel()
    assert asked.offsets == [None, 6, 6, 6, 7]
    assert taking.done == [5, 6]
    assert len(waits) == 2
    assert all(0 < wait <= polling.LONGEST_WAIT_S for wait in waits)


@pytest.fixture
def odd() -> Json:
    """A message of a shape that python-telegram-bot can't read, and that is of somebody."""
    return {"message_id": 77, "date": "yesterday", "chat": {"id": 1}, "text": "090-1234-5678"}


async def test_an_update_that_can_not_be_read_is_set_aside_and_stops_nobody(
    stage: Stage, aoi: Phone, odd: Json, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    number = stage.world.updates.add("message", odd, 1, 3600)
    assert "カリキュラムコード" in await aoi.says("/courses")
    kept = await stage.app.record.read(updates.all_set_aside)
    assert [(update_id, update["message"]["text"]) for update_id, update, _ in kept] == [(number, "090-1234-5678")]
    assert stage.world.pending() == 0
    assert "090-1234" not in capsys.readouterr().out + caplog.text


async def test_what_is_raised_outside_of_a_turn_is_set_aside_too(
    stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_update: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("bot.updates.intake.read", broken)
    await aoi.says("/courses")
    assert aoi.sees == ""
    monkeypatch.undo()
    assert "カリキュラムコード" in await aoi.says("/courses")
    with stage.app.sessions.reading() as session:
        assert "ZeroDivisionError" in session.execute(select(SetAside.error)).scalar_one()
