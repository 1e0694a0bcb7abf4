"""What it costs the others if one member does something a thousand times: rows, messages, and how long they wait.

Counts are checked in every size. `make soak` floods in full and prints how long another member waits for an answer.
"""

import asyncio
import shutil
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.pages.watch.routes import WAITING
from bot.updates import intake
from bot.updates.intake import MOST_WAITING
from content.rules import next_morning
from content.words import JA
from storage.staff import roles
from storage.tables import Evidence, Letter, Viewing
from storage.trainings import published
from tests.bot.updates.test_twice import earns
from tests.conftest import NOW, WRITTEN_KEY
from tests.files import JPEG
from tests.handlers.declaring import Declaring
from tests.handlers.talking import rulebook
from tests.phone import Phone
from tests.sizes import SOAK
from tests.stage import PAGES, Stage, logged_in, staged
from tests.viewer import Viewer, on_card

TIMES = 1_000 if SOAK else 40
ASKED = 40 if SOAK else 3
LONGEST_S = 120
Flood = Callable[[Stage, Phone], Coroutine[Any, Any, Counter[int]]]


@pytest.fixture
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with staged(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY) as opened:
        yield opened


async def opens(stage: Stage, one: Phone) -> Counter[int]:
    """Opens one link, as often at once."""
    page = await on_card(stage, one)
    return await at_once(lambda _: page.posts("open", {}))


async def tells(stage: Stage, one: Phone) -> Counter[int]:
    page = await on_card(stage, one)
    await page.opens()
    beat = {"viewing": page.viewing, "spans": [[0, 9]], "visible": True}
    return await at_once(lambda number: page.posts("beat", beat | {"seq": number + 1}))


async def loads_the_page(stage: Stage, one: Phone) -> Counter[int]:
    page = await on_card(stage, one)
    return await at_once(lambda _: stage.web.get(page.path))


async def loads_the_film(stage: Stage, one: Phone) -> Counter[int]:
    page = await on_card(stage, one)
    source = (await page.opens())["media"][0]["src"]
    return await at_once(lambda _: stage.web.get(source))


async def looks_at_the_code(stage: Stage, one: Phone) -> Counter[int]:
    with stage.app.sessions.begin() as session:
        listed, desk = published.by_slug(session, "infection-basics"), roles.holders(session, "owner")[0]
    address = stage.app.links.checkin(listed.id, desk, NOW.replace(hour=9)).removeprefix(PAGES)
    return await at_once(lambda _: stage.web.get(f"{address}/now"))


async def makes_links_up(stage: Stage, one: Phone) -> Counter[int]:
    page = await on_card(stage, one)
    forged = Viewer(stage, page.path[:-1])
    return await at_once(lambda _: forged.posts("open", {}))


async def asks(stage: Stage, one: Phone) -> Counter[int]:
    return await in_the_chat(stage, lambda number: stage.world.send_text(one.person.id, "/credits"))


async def searches(stage: Stage, one: Phone) -> Counter[int]:
    return await in_the_chat(stage, lambda number: stage.world.send_text(one.person.id, f"高血圧 {number}"))


async def presses(stage: Stage, one: Phone) -> Counter[int]:
    await one.says("/credits")
    message, button = one._button("図で見る")
    return await in_the_chat(
        stage, lambda _: stage.world.press(one.person.id, message["message_id"], button["callback_data"])
    )


async def asks_for_papers(stage: Stage, one: Phone) -> Counter[int]:
    """By command: a button would be answered once."""
    said = "/certificate 2026/11/22-2026/11/22"
    return await in_the_chat(stage, lambda _: stage.world.send_text(one.person.id, said))


async def sends_files(stage: Stage, one: Phone) -> Counter[int]:
    await Declaring(stage, one).comes_to_evidence()
    return await in_the_chat(stage, lambda number: stage.world.send_photo(one.person.id, JPEG + b"%d" % number))


FLOODS: tuple[Flood, ...] = (
    opens,
    tells,
    loads_the_page,
    loads_the_film,
    looks_at_the_code,
    makes_links_up,
    asks,
    searches,
    presses,
    asks_for_papers,
    sends_files,
)


async def at_once(request: Callable[[int], Awaitable[Any]]) -> Counter[int]:
    """How the requests were answered, by their status."""
    answers = await asyncio.gather(*(request(number) for number in range(TIMES)))
    return Counter(answer.status_code for answer in answers)


async def in_the_chat(stage: Stage, does: Callable[[int], object]) -> Counter[int]:
    for number in range(TIMES):
        does(number)
    async with asyncio.timeout(LONGEST_S):
        while stage.world.pending() or not stage.app.intake.taking.is_quiet:
            await asyncio.sleep(0.005)
    return Counter({0: TIMES})


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
    calm = await asks_while(stage, other, None)
    task = asyncio.create_task(flood(stage, one))
    flooded = await asks_while(stage, other, task)
    answered = await task
    print(f"FLOOD {flood.__name__}: {dict(answered)}; calm {told(calm)}, flooded {told(flooded)}")
    assert set(answered) <= {0, 200, 403, 429}
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
            await one.says(f"/certificate {period}")
            assert (one.sees == JA.refusals.too_many_certificates(most)) is (place == most), period
        assert len(one.documents) == most
        await one.says(f"/certificate {periods[0]}")
        assert len(one.documents) == most + 1
        await stage.until(day + timedelta(days=31))
        await one.says(f"/certificate {periods[most]}")
        assert len(one.documents) == most + 2
