"""A file that is sent goes on record part by part: no transaction writes so much that others wait for it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from storage.files.parts import PART
from storage.tables import FilePart, StoredFile
from tests.conftest import NOW
from tests.files import PDF
from tests.handlers.declaring import Declaring
from tests.phone import Phone
from tests.stage import Stage
from tests.writing import written

BIG = PDF + bytes(3 * PART)
BESIDE = 4096
"""What else a transaction may bind: names, seals, hashes, the update itself."""

pytestmark = pytest.mark.usefixtures("unharmed")


@pytest.fixture
def me(stage: Stage, aoi: Phone) -> Declaring:
    return Declaring(stage, aoi)


def kept(stage: Stage) -> tuple[int, int]:
    with stage.app.sessions.reading() as session:
        found = [session.execute(select(func.count()).select_from(one)).scalar_one() for one in (FilePart, StoredFile)]
    return found[0], found[1]


async def test_no_transaction_writes_more_than_a_part(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.comes_to_evidence()
    with written(stage.app.sessions.engine) as transactions:
        assert "（1 / 5件）" in await aoi.sends(BIG, name="a.pdf")
    assert max(transactions) <= PART + BESIDE
    assert sum(transactions) > len(BIG)
    assert me.files == [BIG]


async def test_a_file_that_is_not_taken_is_not_kept(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.comes_to_evidence()
    await aoi.sends(PDF, name="a.pdf")
    before = kept(stage)
    for _ in range(3):
        assert "同じ" in await aoi.sends(PDF, name="b.pdf")
    await stage.until(stage.clock.now() + timedelta(minutes=1))
    assert kept(stage) == before == (1, 1)


async def test_a_file_that_is_removed_is_gone_within_a_minute(stage: Stage, me: Declaring, aoi: Phone) -> None:
    await me.comes_to_evidence()
    await aoi.sends(BIG, name="a.pdf")
    assert kept(stage) == (4, 1)
    await aoi.taps("1を外す")
    await stage.until(max(stage.clock.now(), NOW) + timedelta(minutes=1))
    assert kept(stage) == (0, 0)
