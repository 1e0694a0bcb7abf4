"""What members do most builds no statement: building one takes longer than many a database needs to carry it out."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.sql.dml import Delete, Insert, Update
from sqlalchemy.sql.selectable import Select

from content.rules import day_of
from content.values import CertificatePurpose
from handlers.presses.certificates.certificate import Issue
from tests.bot.test_quiz_by_phone import opens, watched
from tests.bot.test_schedule import earns
from tests.phone import Phone
from tests.stage import Stage
from tests.viewer import on_card
from tests.writing import carried_out

OF_AN_ASK = [
    "BEGIN",
    "DELETE deferred",
    "SELECT chats",
    "SELECT members",  # held; whether samples count is read along
    "SELECT credits",
    "SELECT wordings",
    "SELECT data_keys",
    "SELECT certificates",
    "SELECT",  # the number of the next row, and whether the drawn number of a certificate is taken
    "INSERT certificates",
    "INSERT certificate_checks",
    "SELECT certificates",  # how many were made today
    "INSERT letters",
    "UPDATE chats",
]
"""What the turn carries out that freezes a certificate, on SQLite."""
LATER = timedelta(minutes=1)
"""A press that comes so much later is no repetition."""
Places = list[str]


@contextmanager
def noting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Places]:
    """Where a statement is built meanwhile: the innermost line of ours."""
    built: Places = []

    def heard(kind: type[Any]) -> None:
        made = kind.__init__

        def init(self: Any, *given: Any, **named: Any) -> None:
            ours = [one for one in traceback.extract_stack() if "/storage/" in one.filename]
            built.extend(f"{one.filename.rpartition('/storage/')[2]}: {one.line}" for one in ours[-1:])
            made(self, *given, **named)

        watching.setattr(kind, "__init__", init)

    with monkeypatch.context() as watching:
        for kind in (Select, Insert, Update, Delete):
            heard(kind)
        yield built


async def test_taps_build_no_statement(stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer, its change, the question that follows each, and back; the first of each may build what is kept."""
    course = await watched(stage)
    await opens(aoi, course)
    await aoi.taps("テストを受ける")
    ways = ("1", "‹ 問1", "2", "‹ 問1")
    for way in ways:
        await aoi.taps(way)
    with noting(monkeypatch) as built:
        for way in ways:
            stage.clock.jump(stage.clock.now() + LATER)
            await aoi.taps(way)
    assert built == []


async def test_a_beat_builds_no_statement(stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    page = await on_card(stage, aoi)
    await page.opens()
    await page.tells((0, 1), after=1)
    with noting(monkeypatch) as built:
        await page.tells((1, 2), after=1)
    assert built == []


async def test_commands_and_the_tick_build_no_statement(
    stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ("/start", "/credits", "/search 高血圧", "/journal")
    for one in said:
        await aoi.says(one)
    await stage.app.schedule.tick()
    with noting(monkeypatch) as built:
        for one in said:
            await aoi.says(one)
        await stage.app.schedule.tick()
    assert built == []


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_an_ask_for_a_certificate_carries_out_few_statements(
    stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While many ask at once, taps of others wait for the end of this turn."""
    earns(stage, stage.clock.now() - timedelta(days=2))
    last = day_of(stage.clock.now()).toordinal() - 1
    for days in (9, 8):
        await asks(stage, aoi, last - days, last)
    with noting(monkeypatch) as built, carried_out(stage.app.sessions.engine) as transactions:
        await asks(stage, aoi, last - 7, last)
    assert built == []
    assert [one for one in transactions if "INSERT certificates" in one] == [OF_AN_ASK]


async def asks(stage: Stage, phone: Phone, first: int, last: int) -> None:
    """Has a certificate of these days made, a little later."""
    stage.clock.jump(stage.clock.now() + LATER)
    press = Issue(CertificatePurpose.GENERAL.value, first, last, registry=True)
    await phone.presses(phone.last["message_id"], press.pack())
