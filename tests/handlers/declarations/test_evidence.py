"""Evidence looked into: what staff can't open is told at once, and an iPhone's photo reaches them as a JPEG."""

import io

import pytest
from PIL import Image

from content.declarations.evidence import Bad
from handlers.pictures.evidence import as_jpeg, is_doubtful, look
from tests.files import BROKEN_HEIC, EXECUTABLE, HEIC, JPEG, PDF, PNG, pdf_with
from tests.handlers.declaring import Declaring
from tests.phone import Phone

OPEN, LOCKED = pdf_with("owner", ""), pdf_with("owner", "member")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"\xef\xbb\xbf" + OPEN, "application/pdf"),
        (OPEN, "application/pdf"),
        (LOCKED, Bad.LOCKED),
        (b"%PDF-1.7 /Encrypt", Bad.BROKEN),
        (HEIC, "image/heic"),
        (HEIC[:-40], Bad.BROKEN),
        (BROKEN_HEIC, Bad.BROKEN),
        (JPEG, "image/jpeg"),
        (EXECUTABLE, Bad.OTHER),
        (b"", Bad.EMPTY),
    ],
)
def test_what_evidence_is(content: bytes, found: str | Bad) -> None:
    assert look(content) == found


@pytest.mark.parametrize(
    ("content", "mime", "doubtful"),
    [
        (PDF, "application/pdf", False),
        (OPEN, "application/pdf", True),
        (LOCKED, "application/pdf", True),
        (HEIC, "image/heic", True),
        (JPEG + b"/Encrypt", "image/jpeg", False),
        (PNG, "image/png", False),
        (EXECUTABLE, Bad.OTHER, False),
    ],
)
def test_what_is_looked_into(content: bytes, mime: str | Bad, *, doubtful: bool) -> None:
    assert is_doubtful(content, mime) is doubtful


def test_a_heic_becomes_the_same_picture() -> None:
    picture = Image.open(io.BytesIO(as_jpeg(HEIC)))
    assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (64, 48), {})
    red, green, blue = picture.getpixel((12, 12))  # type: ignore[misc]  # of an RGB picture
    assert red > 150 > 80 > max(green, blue)


async def test_a_locked_pdf_is_refused_with_the_reason(declaring: Declaring, aoi: Phone) -> None:
    await declaring.comes_to_evidence()
    assert "パスワードがないと開けない" in await aoi.sends(LOCKED, name="参加証.pdf")
    assert "壊れていて開けません" in await aoi.sends(BROKEN_HEIC, name="IMG_1.HEIC")
    assert declaring.files == []
    assert "添付しました（1 / 5件）" in await aoi.sends(OPEN, name="参加証.pdf")
    assert "添付しました（2 / 5件）" in await aoi.sends(b"\xef\xbb\xbf\r\n" + PDF, name="参加証2.pdf")
    assert "添付しました（3 / 5件）" in await aoi.sends(HEIC, name="IMG_1.HEIC")
    assert declaring.files == [OPEN, b"\xef\xbb\xbf\r\n" + PDF, HEIC], "what was sent is kept as it was sent"


async def test_an_edited_message_is_answered(declaring: Declaring, aoi: Phone) -> None:
    await declaring.begins()
    await aoi.says("第1回 見本学会")
    told = await aoi.edits("第2回 見本学会")
    assert "記録は初めの内容のままです" in told
    assert "/declare" in told
    assert declaring.every[0].what == "第1回 見本学会"
    await aoi.says("11月20日")
    assert declaring.every[0].held_on, "what is asked for is asked for still"
