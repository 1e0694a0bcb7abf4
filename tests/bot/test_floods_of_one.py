"""What it costs the others if one member does something a thousand times: rows, messages, and how long they wait.

Counts are checked in every size. `make soak` floods in full and prints how long another member waits for an answer.
"""

import asyncio
import shutil
import time
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.pages.watch.routes import WAITING
from bot.updates import intake
from bot.updates.intake import MOST_WAITING
from content.rules import next_morning
from content.words import JA
from storage.tables import Evidence, Letter, Viewing
from tests.bot.adding import wants
from tests.bot.certificate_causes import credited
from tests.bot.floods import FLOODS, LONGEST_S, TIMES, Flood, asks_for_papers, opens, presses, previewed
from tests.bot.neighbour import id_of
from tests.bot.pages.test_watch_logins import login_of
from tests.bot.updates.test_twice import earns
from tests.conftest import NOW, WRITTEN_KEY
from tests.handlers.talking import rulebook
from tests.phone import Phone
from tests.sizes import SOAK
from tests.someone import eventually
from tests.stage import Stage, logged_in, staged

ASKED = 40 if SOAK else 3


@pytest.fixture
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with staged(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY) as opened:
        yield opened


async def waits_for_answer(stage: Stage, other: Phone) -> float:
    """How long another member waits for an answer, in seconds."""
    before, began = len(other.messages), time.perf_counter()
    stage.world.send_text(other.person.id, "/fees")
    async with asyncio.timeout(LONGEST_S):
        while len(other.messages) < before + 2:
            await asyncio.sleep(0.002)
    return time.perf_counter() - began


async def asks_while(stage: Stage, other: Phone, flood: "asyncio.Task[Counter[int]] | None") -> list[float]:
    waited: list[float] = []
    while len(waited) < ASKED and (flood is None or not flood.done() or not waited):
        waited.append(await waits_for_answer(stage, other))
    return sorted(waited)


@pytest.mark.parametrize("flood", FLOODS)
async def test_a_flood(stage: Stage, flood: Flood) -> None:
    one = await logged_in(stage, 1)
    if flood is asks_for_papers:
        await earns(stage, one)
        await stage.until(NOW + timedelta(days=1))
    other = await logged_in(stage, 5)
    delivering = asyncio.create_task(stage.app.delivery.run())
    calm = await asks_while(stage, other, None)
    task = asyncio.create_task(flood(stage, one))
    flooded = await asks_while(stage, other, task)
    answered = await task
    stage.app.delivery.end()
    await delivering
    print(f"FLOOD {flood.__name__}: {dict(answered)}; calm {told(calm)}, flooded {told(flooded)}")
    assert set(answered) <= {0, 200, 204, 403, 404, 410, 429}
    with stage.app.sessions.reading() as session:
        assert session.execute(select(func.count(Viewing.id))).scalar_one() <= 2
        assert session.execute(select(func.count(Evidence.id))).scalar_one() <= 5
        letters = session.execute(select(func.count()).where(Letter.kind == "certificate")).scalar_one()
    if flood is opens:
        assert 1 <= answered[200] <= WAITING + TIMES // 2
    if flood is presses:
        assert len(one.pictures) <= 1
    assert letters <= 1  # the paper is on its way, whoever asks again


def told(waited: list[float]) -> str:
    middle, longest = waited[len(waited) // 2], waited[-1]
    return f"{middle * 1000:.0f}/{longest * 1000:.0f} ms ({len(waited)})"


async def test_of_one_person_so_many_wait_and_the_rest_is_refused_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TooFast: one is being taken, so many wait, and the word comes when they are done."""
    monkeypatch.setattr(intake, "REFUSED_FOR_S", 3600.0)
    one = await logged_in(stage, 1)
    before = len(one.messages)
    for _ in range(TIMES):
        stage.world.send_text(one.person.id, "/help")
    await one.waits()
    ours = [one.text(message) for message in one.messages[before:] if message["from"]["is_bot"]]
    refused = sum(text == JA.refusals.too_fast() for text in ours)
    assert refused == 1
    assert len(ours) - refused <= MOST_WAITING + 1
    stage.app.intake._refused.clear()  # the seconds go by
    assert "使い方" in await one.says("/help")


async def test_as_many_as_may_wait_are_all_answered(stage: Stage) -> None:
    one = await logged_in(stage, 1)
    before = len(one.messages)
    for _ in range(MOST_WAITING):
        stage.world.send_text(one.person.id, "/help")
    await one.waits()
    ours = [one.text(message) for message in one.messages[before:] if message["from"]["is_bot"]]
    assert len(ours) == MOST_WAITING
    assert JA.refusals.too_fast() not in ours


async def test_a_paper_that_is_on_its_way_is_asked_for_again(stage: Stage) -> None:
    """Minutes later, so that it is no second tap of the same finger: one paper comes."""
    one = await logged_in(stage, 1)
    await earns(stage, one)
    await stage.until(NOW + timedelta(days=1))
    for preview in [await previewed(one, "2026/11/22-2026/11/22") for _ in range(2)]:
        stage.clock.jump(stage.clock.now() + timedelta(minutes=1))
        stage.world.press(one.person.id, *preview)
        await stage.taken()
        await stage.app.intake.settled()
    assert letters_to(stage, one) == 1
    await stage.settled()
    assert len(one.documents) == 1


async def test_the_papers_of_one_keep_nobody_elses_waiting(stage: Stage) -> None:
    """Many different certificates of one member, and then one of another."""
    one, other = await logged_in(stage, 1), await logged_in(stage, 5)
    with stage.app.sessions.begin() as session:
        for phone in (one, other):
            credited(session, id_of(session, login_of(phone)), NOW - timedelta(days=1))
    days = [NOW - timedelta(days=2 + number) for number in range(10)]
    many = [await previewed(one, f"{day:%Y/%m/%d}-2026/11/20") for day in days]
    single = await previewed(other, "2026/11/20-2026/11/20")
    for preview in many:
        stage.world.press(one.person.id, *preview)
    await eventually(lambda: letters_to(stage, one) == len(many))
    delivering = asyncio.create_task(stage.app.delivery.run())
    await eventually(lambda: len(one.documents) == 1)
    began = time.perf_counter()
    stage.world.press(other.person.id, *single)
    await eventually(lambda: len(other.documents) == 1)
    print(f"PAPERS: another waits {time.perf_counter() - began:.1f} s while {len(many)} of one are due")
    assert len(one.documents) < len(many) // 2
    stage.app.delivery.end()
    await delivering


def letters_to(stage: Stage, phone: Phone) -> int:
    """How many certificates the member has asked for."""
    with stage.app.sessions.reading() as session:
        mine = (Letter.kind == "certificate", Letter.member_id == id_of(session, login_of(phone)))
        return session.execute(select(func.count()).where(*mine)).scalar_one()


async def test_so_many_certificates_a_day(sqlite_furnished: Path, tmp_path: Path) -> None:
    """TooManyCertificates: of as many periods as there are days, each would be drawn and kept for ever."""
    most = 3
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    begun = staged(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY, rulebook=rulebook(certificates_a_day=most))
    async with begun as stage:
        one = await logged_in(stage, 1)
        await earns(stage, one)
        day = next_morning(NOW)
        await stage.until(day + timedelta(days=30))
        periods = [f"2026/11/{first}-2026/11/22" for first in range(1, most + 2)]
        for place, period in enumerate(periods):
            await wants(one, period)
            assert (one.sees == JA.refusals.too_many_certificates(most)) is (place == most), period
        assert len(one.documents) == most
        await wants(one, periods[0])
        assert len(one.documents) == most + 1
        await stage.until(day + timedelta(days=31))
        await wants(one, periods[most])
        assert len(one.documents) == most + 2
