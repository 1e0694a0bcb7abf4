"""Declaring, claiming late and being reminded with every update delivered twice, and once more to another process."""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.demo.trainings import register
from bot.sandbox.people import Json
from storage.tables import Credit, Declaration, Evidence, LateClaim, Letter, StaffAct
from tests.bot.repeating import again, overheard, record
from tests.broadcasts import moment
from tests.conftest import NOW, WRITTEN_KEY
from tests.files import JPEG, PDF
from tests.handlers.declaring import Declaring
from tests.handlers.trainings.test_claims_journey import ONE_TAKEN, at_the_claim, claims
from tests.phone import Phone
from tests.stage import Stage, logged_in, staged

Way = Callable[[Stage, Phone], Awaitable[None]]
COUNTED: Mapping[str, Any] = {
    "letter": Letter.kind,
    "declaration": Declaration.state,
    "claim": LateClaim.state,
    "credit": Credit.kind,
    "act": StaffAct.act,
}
LOOKS = ("act listed", "act viewed_claim", "act viewed_declaration", "act searched")


async def declares(stage: Stage, aoi: Phone) -> None:
    """With two files, withdrawn and declared again; accepted by staff, who have looked at a file."""
    await Declaring(stage, aoi).comes_to_evidence()
    await aoi.sends(JPEG)
    await aoi.sends(PDF, name="参加証.pdf")
    for label in ("確認に進む", "提出に進む", "提出する", "申告書を見る", "取り下げる", "取り下げる"):
        await aoi.taps(label)
    for label in ("もう一度申告する", "提出に進む", "提出する"):
        await aoi.taps(label)
    desk = await logged_in(stage, 11)
    await desk.says("/staff")
    for label in ("申請・依頼などを見る", "申告書を見る（1）", "1", "添付1", "受理する", "証明書類を確認"):
        await desk.taps(label)
    await aoi.waits()


async def is_reminded(stage: Stage, aoi: Phone) -> None:
    """Of a broadcast, asked for, taken back and asked for again."""
    await aoi.says("/radio")
    for label in ("1", "10分前に知らせる", "お知らせを取り消す", "10分前に知らせる"):
        await aoi.taps(label)
    await stage.until(moment("2026-11-22 10:20"))


async def claims_late(stage: Stage, aoi: Phone) -> None:
    """Accepted by staff; then its organiser registers those who were there, twice."""
    await stage.until(NOW + timedelta(minutes=65))
    await claims(aoi)
    desk = await at_the_claim(stage, "青井 遥")
    await desk.taps("認める")
    await desk.says("主催者に電話で確認")
    await stage.until(ONE_TAKEN)
    for _ in range(2):
        with stage.app.sessions.begin() as session:
            register(session, stage.clock.now())
        await stage.settled()


WAYS: Mapping[Way, Mapping[str, int]] = {
    declares: {
        "letter declaration_decided": 1,
        "letter evidence": 1,
        "declaration accepted": 1,
        "declaration withdrawn": 1,
        "file": 2,
        "credit declaration": 1,
        "act accept_declaration": 1,
        "act viewed_evidence": 1,
    },
    is_reminded: {"letter radio": 1, "letter requests_due": 1},
    claims_late: {
        "letter claim_decided": 1,
        "letter training_registered": 1,
        "letter requests_due": 1,
        "claim accepted": 1,
        "credit training": 1,
        "act accept_claim": 1,
    },
}
"""What of a way is on record in the end, beside what the demo begins with. When a day passes, staff are told of what is
due on the next business day.
"""


@pytest.mark.parametrize("way", WAYS)
async def test_a_way(two_urls: tuple[str, str], way: Way, monkeypatch: pytest.MonkeyPatch) -> None:
    once, twice = [await lived(url, way, monkeypatch, twice=url == two_urls[1]) for url in two_urls]
    assert once[0] == twice[0]
    for table, rows in once[1].items():
        assert rows == twice[1][table], table
    assert twice[2] == once[2] == Counter(WAYS[way])
    before, after, sent = await again(two_urls[1], twice[3])
    assert sent == []
    assert before == after


async def lived(
    url: str, way: Way, monkeypatch: pytest.MonkeyPatch, *, twice: bool
) -> tuple[list[str], dict[str, list[Any]], Counter[str], list[Json]]:
    """What stands in the chats in the end, the record, what is counted of it, and every update."""
    async with staged(url, now=NOW, data_key=WRITTEN_KEY) as stage:
        stage.world.twice = twice
        bodies = overheard(stage, monkeypatch)
        aoi, begun = await logged_in(stage, 1), counted(stage)
        await way(stage, aoi)
        for _ in range(3):  # a second delivery comes with the next batch
            await aoi.says("/privacy")
        said = [phone.text(message) for phone in (aoi, stage.phone(9)) for message in phone.messages]
        return said, record(stage), counted(stage) - begun, bodies


def counted(stage: Stage) -> Counter[str]:
    """How many of each kind there are, whosever."""
    with stage.app.sessions.reading() as session:
        found = (
            (f"{what} {kind}", number)
            for what, column in COUNTED.items()
            for kind, number in session.execute(select(column, func.count()).group_by(column))
        )
        files = session.execute(select(func.count()).select_from(Evidence)).scalar_one()
        every = Counter(dict(found)) + Counter(file=files)
    return Counter({what: number for what, number in every.items() if not what.startswith(LOOKS)})
