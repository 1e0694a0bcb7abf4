"""How much one member may declare and have kept: files in all, and declarations a day."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from content.refusals import TooManySubmitted
from content.rules import Rules
from content.words import JA
from storage.declarations import evidence
from storage.tables import Declaration
from tests.conftest import NOW, WRITTEN_KEY
from tests.files import JPEG
from tests.handlers.declaring import Declaring
from tests.handlers.talking import rulebook
from tests.phone import Phone
from tests.stage import Stage, logged_in, staged

FILES, A_DAY = 3, 2
FEW = rulebook(declared_files=FILES, declared_megabytes=1, declared_a_day=A_DAY)
NO_ROOM = JA.declare_steps.no_room(FILES, 1)


@pytest.fixture
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The application under rules that allow little."""
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with staged(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY, rulebook=FEW) as opened:
        yield opened


@pytest.fixture
async def aoi(stage: Stage) -> Phone:
    return await logged_in(stage, 1)


def photo(number: int) -> bytes:
    """A photo like no other of these."""
    return JPEG + bytes([number])


async def test_withdrawing_makes_no_room(stage: Stage, aoi: Phone) -> None:
    """Twelve times submitted and withdrawn, with five files each time, would be sixty files."""
    declaring = Declaring(stage, aoi)
    await declaring.comes_to_evidence()
    for number in range(2):
        await aoi.sends(photo(number))
    for label in ("確認に進む", "提出に進む", "提出する", "申告書を見る", "取り下げる", "取り下げる"):
        await aoi.taps(label)
    await declaring.begins("体験学習")
    for said in ("医学生の実習の指導", "11/3", "1.5", "74"):
        await aoi.says(said)
    await aoi.taps("備考なしで進む")
    await aoi.sends(photo(2))
    assert NO_ROOM not in aoi.sees
    await aoi.sends(photo(3))
    assert NO_ROOM in aoi.sees
    # what was withdrawn can be taken up again and deleted: then there is room
    await aoi.says("/declare")
    for label in ("2", "もう一度申告する", "下書きを削除する", "下書きを削除する"):
        await aoi.taps(label)
    await aoi.says("/declare")
    for label in ("1", "証明書類"):
        await aoi.taps(label)
    await aoi.sends(photo(3))
    assert NO_ROOM not in aoi.sees


@pytest.mark.parametrize(("more", "room"), [(0, True), (1, False)])
async def test_bytes_in_all(stage: Stage, aoi: Phone, more: int, room: bool) -> None:
    declaring = Declaring(stage, aoi)
    await declaring.comes_to_evidence()
    await aoi.sends(JPEG)
    size = 1024 * 1024 - len(declaring.files[0]) + more
    with stage.app.sessions.begin() as session:
        assert evidence.has_room(session, declaring.member, size, Rules(version="t", declared_megabytes=1)) is room


@pytest.mark.parametrize(("state", "counts"), [("submitted", True), ("withdrawn", True), ("accepted", False)])
async def test_what_is_decided_does_not_count(stage: Stage, aoi: Phone, state: str, counts: bool) -> None:
    declaring = Declaring(stage, aoi)
    await declaring.comes_to_evidence()
    await aoi.sends(JPEG)
    one = Rules(version="t", declared_files=1)
    with stage.app.sessions.begin() as session:
        session.execute(update(Declaration).values(state=state))
        assert evidence.has_room(session, declaring.member, 1, one) is not counts


async def test_so_many_a_day(stage: Stage, aoi: Phone) -> None:
    """TooManySubmitted: the draft stays, and goes in on the day after."""
    declaring = Declaring(stage, aoi)
    said = JA.refusals.too_many_submitted(A_DAY)
    for number in range(A_DAY):
        await declaring.writes(photo(number))
        for label in ("提出に進む", "提出する", "申告書を見る", "取り下げる", "取り下げる"):
            await aoi.taps(label)
        stage.clock.jump(stage.clock.now() + timedelta(seconds=6))
    await declaring.writes(photo(9))
    await aoi.taps("提出に進む")
    assert await aoi.taps("提出する") == said
    assert TooManySubmitted(A_DAY).most == A_DAY
    midnight = NOW.replace(hour=15, minute=0)
    stage.clock.jump(midnight - timedelta(seconds=1))
    assert await aoi.taps("提出する") == said
    stage.clock.jump(midnight)
    await aoi.taps("提出する")
    assert JA.declare.receipt_title() in aoi.sees
