"""How much one member may ask: requests that wait, messages in a day, files in all. What is written always stays."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from content.requests.ceilings import RequestRules
from content.words import JA
from tests.conftest import NOW, WRITTEN_KEY
from tests.files import JPEG
from tests.handlers.asking import Asking
from tests.handlers.talking import rulebook
from tests.phone import Phone
from tests.stage import Stage, logged_in, staged

WAITING, A_DAY, KEPT = 2, 3, 2
FEW = rulebook(requests=RequestRules(waiting=WAITING, a_day=A_DAY, kept_files=KEPT))
SECOND = timedelta(seconds=1)
MIDNIGHT = NOW.replace(hour=15, minute=0)


@pytest.fixture
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The application under rules that allow little."""
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with staged(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY, rulebook=FEW) as opened:
        yield opened


@pytest.fixture
async def aoi(stage: Stage) -> Phone:
    return await logged_in(stage, 1)


@pytest.fixture
def asking(stage: Stage, aoi: Phone) -> Asking:
    return Asking(stage, aoi)


async def test_so_many_wait_and_one_that_is_withdrawn_makes_room(stage: Stage, asking: Asking, aoi: Phone) -> None:
    said = JA.refusals.too_many_requests(WAITING)
    for _ in range(WAITING):
        await asking.sends()
    await asking.writes("三つ目")
    await aoi.taps("確認に進む")
    assert await aoi.taps("送信する") == said
    assert asking.text == "三つ目", "what is written stays"
    await aoi.says("/requests")
    for label in ("2", "取り下げる", "取り下げる"):
        await aoi.taps(label)
    await aoi.says("/requests")
    for label in ("下書きの続きを書く", "確認に進む", "送信する"):
        await aoi.taps(label)
    assert JA.requests.receipt_title(first=True) in aoi.sees


async def test_one_that_is_opened_again_is_one_more(stage: Stage, asking: Asking, aoi: Phone) -> None:
    await asking.sends()
    await aoi.taps("取り下げる")
    await aoi.taps("取り下げる")
    stage.clock.jump(MIDNIGHT)
    for _ in range(WAITING):
        await asking.sends()
    await aoi.says("/requests")
    for label in (str(WAITING + 1), "追記して再開する"):
        await aoi.taps(label)
    await aoi.says("やはり必要です")
    await aoi.taps("確認に進む")
    assert await aoi.taps("送信する") == JA.refusals.too_many_requests(WAITING)


async def test_so_many_messages_a_day(stage: Stage, asking: Asking, aoi: Phone) -> None:
    said = JA.refusals.too_many_messages(A_DAY)
    await asking.sends()
    for number in range(1, A_DAY):
        await aoi.taps("追記する")
        await aoi.says(f"追記 {number}")
        await aoi.taps("確認に進む")
        await aoi.taps("送信する")
        assert JA.requests.receipt_title(first=False) in aoi.sees
    await aoi.taps("追記する")
    await aoi.says("もう一つ")
    await aoi.taps("確認に進む")
    assert await aoi.taps("送信する") == said
    stage.clock.jump(MIDNIGHT - SECOND)
    assert await aoi.taps("送信する") == said
    stage.clock.jump(MIDNIGHT)
    await aoi.taps("送信する")
    assert JA.requests.receipt_title(first=False) in aoi.sees
    assert len(asking.every[0].said) == A_DAY + 1


async def test_so_many_files_in_all(asking: Asking, aoi: Phone) -> None:
    await asking.writes()
    for number in range(KEPT):
        assert "添付しました" in await aoi.sends(JPEG + bytes([number]))
    assert JA.request_steps.no_room(KEPT, 100) in await aoi.sends(JPEG + b"x")
    assert len(asking.files) == KEPT
