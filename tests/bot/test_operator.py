"""The operator hears of faults: at once, and then once in ten minutes for each kind, with a count."""

from collections.abc import AsyncIterator
from datetime import timedelta
from types import ModuleType

import pytest

from bot.demo.people import PEOPLE
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, Command, Visit
from storage.post import updates
from tests.conftest import NOW, WRITTEN_KEY
from tests.phone import Phone
from tests.stage import Stage, staged

OPERATOR = 2
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


def broken(_visit: Visit, _argument: str) -> Screen:
    raise ZeroDivisionError("a bug")


def hello(_visit: Visit, _argument: str) -> Screen:
    return Screen("hello")


def unshown(_visit: Visit, _argument: str) -> Screen:
    """A screen that can't be shown, since what is on its keyboard is no button."""
    return Screen("x", rows=(("no button",),))  # type: ignore[arg-type]  # a fault of a handler, on purpose


@pytest.fixture
async def watched(database_url: str) -> AsyncIterator[Stage]:
    feature = ModuleType("feature")
    feature.__dict__["ROUTES"] = (
        Command("broken", broken, ANYONE, menu=False),
        Command("unshown", unshown, ANYONE, menu=False),
        Command("hello", hello, ANYONE, menu=False),
    )
    operator = PEOPLE[OPERATOR - 1].id
    async with staged(
        database_url, now=NOW, data_key=WRITTEN_KEY, features=[feature], operator_chat=operator
    ) as opened:
        await opened.phone(OPERATOR).says("/hello")
        yield opened


async def test_a_flood_of_one_kind_is_one_message_and_a_count(watched: Stage) -> None:
    one = watched.phone(1)
    for _ in range(3):
        await one.says("/broken")
    (first,) = await told(watched)
    assert first.startswith("⚠️ Set aside, failed: update ")
    assert first.endswith("ZeroDivisionError")
    await after(watched, 10 * MINUTE - SECOND)
    assert await told(watched) == [first]
    await after(watched, SECOND)
    _, counted = await told(watched)
    assert counted.startswith(f"⚠️ 2 more since {NOW:%H:%M} UTC, the last: Set aside, failed: update ")
    await after(watched, 10 * MINUTE)
    assert await told(watched) == [first, counted]


async def test_ten_minutes_run_from_each_message(watched: Stage) -> None:
    one = watched.phone(1)
    await one.says("/broken")
    await one.says("/broken")
    await after(watched, 10 * MINUTE)
    await one.says("/broken")
    assert len(await told(watched)) == 2
    await after(watched, 10 * MINUTE)
    assert "1 more since" in (await told(watched))[2]
    await after(watched, 10 * MINUTE)
    await one.says("/broken")
    last = (await told(watched))[3]
    assert last.startswith("⚠️ Set aside, failed: update ")


async def test_one_kind_does_not_keep_another_back(watched: Stage) -> None:
    one = watched.phone(1)
    await one.says("/broken")
    await one.says("/unshown")
    assert [sentence.split(":")[0] for sentence in await told(watched)] == [
        "⚠️ Set aside, failed",
        "⚠️ A screen could not be shown",
    ]


async def test_what_can_not_even_be_set_aside_stops_nobody(watched: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("a bug in what keeps bugs")

    monkeypatch.setattr(updates, "set_aside", fails)
    one = watched.phone(1)
    assert "この操作を処理できませんでした" in await one.says("/broken")
    assert await one.says("/hello") == "hello"
    (sentence,) = await told(watched)
    assert sentence.startswith("⚠️ Could not even be set aside: update ")


async def told(stage: Stage) -> list[str]:
    """What the operator has heard, the first first."""
    await stage.app.operator.settled()
    phone: Phone = stage.phone(OPERATOR)
    return [phone.text(message) for message in phone.messages if phone.text(message).startswith("⚠️")]


async def after(stage: Stage, time: timedelta) -> None:
    stage.clock.jump(stage.clock.now() + time)
    stage.app.operator.step()
