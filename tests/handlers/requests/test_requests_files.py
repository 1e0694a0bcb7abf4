"""/requests by phone: what may be attached, and every file that is refused for its true reason."""

import pytest

from content.requests.requesting import State
from tests.files import BROKEN_HEIC, EXECUTABLE, HEIC, HTML, JPEG, PDF, ZIP, pdf_with
from tests.handlers.asking import TEXT, Asking
from tests.phone import Phone
from tests.stage import Stage

SQLITE = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)


@pytest.fixture
def asking(stage: Stage, aoi: Phone) -> Asking:
    return Asking(stage, aoi)


@SQLITE
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (EXECUTABLE, "写真（JPEG・PNG・HEIC）でもPDFでもない"),
        (ZIP, "写真（JPEG・PNG・HEIC）でもPDFでもない"),
        (HTML, "写真（JPEG・PNG・HEIC）でもPDFでもない"),
        (pdf_with("owner", "reader"), "このPDFはパスワードがないと開けません"),
        (BROKEN_HEIC, "壊れていて開けません"),
        (PDF.ljust(50 * 1024 * 1024), "20MBを超えるファイル"),
        (PDF.ljust(20 * 1024 * 1024 + 1), "20MBを超えるファイル"),
    ],
    ids=["executable", "archive", "page", "encrypted", "broken", "50 MB", "20 MB and a byte"],
)
async def test_files_that_are_refused_for_their_true_reason(
    content: bytes, why: str, asking: Asking, aoi: Phone
) -> None:
    await asking.writes()
    seen = await aoi.sends(content, name="案内.pdf")
    assert why in seen
    assert "これまでの本文と添付はそのままです" in seen
    assert (asking.files, asking.text) == ([], TEXT)


@SQLITE
async def test_files_that_are_taken_and_no_more_than_three(asking: Asking, aoi: Phone) -> None:
    await asking.writes()
    for place, content in enumerate((PDF, HEIC, pdf_with("owner", "")), start=1):
        assert f"添付しました（{place} / 3件）" in await aoi.sends(content, name="a.pdf")
    assert "すでに添付されています" in await aoi.sends(PDF, name="b.pdf") or "3件まで" in aoi.sees
    assert "3件まで" in await aoi.sends(JPEG, name="c.jpg")
    await aoi.taps("2を外す")
    assert len(asking.files) == 2
    assert "添付しました（3 / 3件）" in await aoi.sends(JPEG)
    for kind in ("voice", "sticker", "location"):
        asking.stage.world.send_other(aoi.person.id, kind)
        assert "写真またはPDF以外" in await aoi.waits(), kind


@SQLITE
async def test_files_alone_are_not_sent(asking: Asking, aoi: Phone) -> None:
    await asking.begins()
    await aoi.sends(PDF, name="a.pdf")
    assert "確認に進む" not in aoi.offers
    number = asking.every[0].id
    last = aoi.last["message_id"]
    assert "本文が未入力" in await aoi.presses(last, f"mq:{number}")
    message = asking.every[0].messages[0].id
    await aoi.says("/requests")
    last = aoi.last["message_id"]
    assert "本文が未入力" in await aoi.presses(last, f"ms:{number}:{message}")
    assert asking.every[0].state is State.DRAFT
