"""From the paper in a member's chat to its own check page, and back into the chat as a file."""

import io
import json
from datetime import timedelta

import pikepdf
import pytest

from content.values import CreditKind
from storage.credits import ledger
from tests.bot.neighbour import BOOK, id_of
from tests.files import PDF
from tests.handlers.declaring import Declaring
from tests.phone import Phone
from tests.stage import PAGES, Stage

AOI = "1000000001"
DAY = timedelta(days=1)


async def has_a_certificate(stage: Stage, aoi: Phone) -> bytes:
    at = stage.clock.now() - DAY
    about = {"source": "course:hypertension", "half_units": 2, "code": 74, "title": "高血圧", "organiser": "見本"}
    with stage.app.sessions.begin() as session:
        me = id_of(session, AOI)
        ledger.award(session, member_id=me, earned_at=at, rules=BOOK.now(at), kind=CreditKind.LECTURE, **about)  # type: ignore[arg-type]  # as named
    await aoi.says("/certificate 2026/4/1-2026/11/22")
    await aoi.taps("この内容で発行する")
    await stage.settled()
    return aoi.documents[-1]


@pytest.fixture
async def paper(stage: Stage, aoi: Phone) -> bytes:
    return await has_a_certificate(stage, aoi)


async def test_the_paper_leads_to_its_page(stage: Stage, paper: bytes) -> None:
    with pikepdf.open(io.BytesIO(paper)) as opened:
        facts = json.loads(opened.attachments["certificate.json"].get_file().read_bytes())
    assert facts["check"].startswith(f"{PAGES}/c/")
    page = await stage.web.get(facts["check"], headers={"Accept-Language": "ja"})
    assert "✅ 有効です" in page.text
    assert facts["number"] in page.text
    said = await stage.phone(2).says(f"/verify {facts['number']}")
    assert "✅ 有効です" in said
    token = facts["check"].rpartition("/")[2]
    for content, same in ((paper, True), (paper + b"\n", False), (paper[:-1], False), (b"", False)):
        answer = await stage.web.post(f"/c/{token}/file", content=content)
        assert answer.json() == {"same": same}
    assert (await stage.web.post(f"/c/{token}/file", content=bytes(1_000_001))).status_code == 400


async def test_a_file_that_is_sent_to_the_bot(stage: Stage, aoi: Phone, paper: bytes) -> None:
    said = await aoi.sends(paper, name="受講証明書.pdf")
    assert "1バイトも違わず一致します" in said
    assert "✅ 有効です" in said
    for content, name in ((paper + b" ", "a.pdf"), (PDF, "A.PDF"), (b"", "a.pdf"), (bytes(1_000_001), "a.pdf")):
        assert "当システムが発行した受講証明書ではありません" in await aoi.sends(content or b"x", name=name)
    assert "ボタン" in await aoi.sends(b"a text", name="a.txt")
    assert "ログイン" in await stage.phone(2).sends(paper, name="a.pdf")


async def test_evidence_that_is_awaited_is_not_disturbed(stage: Stage, aoi: Phone, paper: bytes) -> None:
    await Declaring(stage, aoi).comes_to_evidence()
    assert "（1 / 5件）" in await aoi.sends(paper, name="a.pdf")
    await aoi.says("/verify")
    assert "1バイトも違わず一致します" in await aoi.sends(paper, name="a.pdf")
    assert "読み違い" in await aoi.says("abc")  # a number is still awaited
