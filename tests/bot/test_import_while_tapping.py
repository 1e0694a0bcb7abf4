"""A large import while a member taps, in a process apart that is killed again and again: its report is its effect, and
undoing it brings back what was.
"""

import asyncio
import os
import random
import signal
from datetime import datetime
from typing import Any, ClassVar

import pytest

from bot import importing
from bot.apart import Apart
from content.importing.report import State
from content.keys.jobs import ApplyImport
from storage.engine.jobs import Held
from storage.importing import imports
from tests.bot.commands.faulty_members import Later, first
from tests.bot.commands.members_file import line, of, table
from tests.bot.importing import SENT, states
from tests.phone import Phone
from tests.sizes import SEED, SOAK
from tests.stage import Stage, logged_in

ROWS, EVERY = (170_000, 40) if SOAK else (2_000, 3)
"""How many members a file has, and after how many steps a process dies."""
DEATHS = 10
CLEARED = 50
"""After so many answers the member clears the chat: to see what is new in it would take ever longer."""


class Dying(Apart):
    """It is killed after some steps, until enough have died."""

    died: ClassVar[int] = 0
    goes_on: ClassVar[asyncio.Event] = asyncio.Event()
    _steps = 0

    async def prepare(self, held: Held[Any], now: datetime) -> None:
        await super().prepare(held, now)
        self.goes_on.set()
        self._steps += isinstance(held.key, ApplyImport)
        if self._steps == EVERY and Dying.died < DEATHS:
            Dying.died += 1
            for pid in self._pool._processes or ():
                os.kill(pid, signal.SIGKILL)


@pytest.fixture
def killing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "_is_large", lambda _session, _held: True)
    monkeypatch.setattr(importing, "Apart", Dying)
    monkeypatch.setattr(Dying, "died", 0)
    monkeypatch.setattr(Dying, "goes_on", asyncio.Event())


@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("killing")
async def test_the_report_is_what_happens_and_undoing_it_is_what_was(stage: Stage, officer: Phone) -> None:
    former, yoshino = first(ROWS), await logged_in(stage, 2)
    await imported(stage, officer, yoshino, table(*(line(**one) for one in former)))
    before = of(stage.app.sessions)
    later = Later(former, random.Random(SEED))
    await imported(stage, officer, yoshino, later.content)
    later.is_told(stage.app.sessions, latest(stage), before)
    assert Dying.died == DEATHS
    await officer.taps("元に戻す")
    await done_while_tapping(stage, officer, yoshino, "はい、元に戻します")
    assert of(stage.app.sessions) == before
    assert states(stage) == [State.APPLIED, State.UNDONE]


async def imported(stage: Stage, officer: Phone, member: Phone, content: str) -> None:
    """The officer sends the file, reads the report and has it applied, while the member taps."""
    await officer.says("/import")
    stage.world.send_document(officer.person.id, SENT, content.encode())
    await carried(stage, member)
    await officer.waits()
    await done_while_tapping(stage, officer, member, "取り込む")
    await officer.waits()


async def done_while_tapping(stage: Stage, officer: Phone, member: Phone, label: str) -> None:
    message, button = officer._button(label)
    stage.world.press(officer.person.id, message["message_id"], button["callback_data"])
    await carried(stage, member)
    await officer.waits()


async def carried(stage: Stage, member: Phone) -> None:
    """Until the work is done the member asks, and is answered each time."""
    await said(stage)
    work, asked = asyncio.create_task(_all_done(stage)), 0
    while not work.done() or not asked:
        member._look()
        stage.world.send_text(member.person.id, "/credits")
        await said(stage)
        assert "取得単位" in member._news()
        asked += 1
        if asked % CLEARED == 0:
            stage.world.clear(member.person.id)
        await goes_on(work)
    await work


async def goes_on(work: asyncio.Task[None]) -> None:
    """Until a step more is prepared: whoever taps without a pause lets no step pass for half a second."""
    Dying.goes_on.clear()
    step = asyncio.create_task(Dying.goes_on.wait())
    await asyncio.wait({work, step}, return_when=asyncio.FIRST_COMPLETED)
    step.cancel()


async def said(stage: Stage) -> None:
    await stage.taken()
    await stage.app.intake.settled()


async def _all_done(stage: Stage) -> None:
    while await stage.app.importing.step():
        pass


def latest(stage: Stage) -> int:
    with stage.app.sessions.reading() as session:
        return imports.latest(session, 1)[0].number
