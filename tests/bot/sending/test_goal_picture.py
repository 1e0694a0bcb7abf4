"""The picture of the goal on a phone: sent as a photo, drawn anew in its place, and its figures where it fails."""

import io

import pytest
from PIL import Image

from bot.sending.drawing import Drawing
from content.credits.goal import Picture
from tests.phone import Phone
from tests.stage import Stage


def _ground(picture: bytes) -> int:
    image = Image.open(io.BytesIO(picture)).convert("L")
    assert image.width == 1080
    return int(str(image.getpixel((2, 2))))


async def test_a_photo_with_its_figures_in_the_palette_that_was_chosen(aoi: Phone) -> None:
    await aoi.says("/credits")
    text = aoi.last["message_id"]
    await aoi.taps("図で見る")
    (light,) = aoi.pictures
    assert "0単位 ＋ 0コード ＝ 0 / 60" in aoi.sees
    assert "取得可能なCC" in aoi.sees
    photo = aoi.last["message_id"]
    assert photo != text
    await aoi.taps("暗くする")
    (dark,) = aoi.pictures
    assert aoi.last["message_id"] == photo
    assert (_ground(light), _ground(dark)) == (254, 23)
    await aoi.taps("取得単位")
    assert "取得単位　2026年度" in aoi.sees
    assert aoi.last["message_id"] > photo
    await aoi.says("/credits 図")
    assert _ground(aoi.pictures[-1]) == 23


async def test_what_can_not_be_drawn_is_said(stage: Stage, aoi: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(_drawing: Drawing, _facts: Picture) -> bytes:
        raise RuntimeError("no font")

    monkeypatch.setattr(Drawing, "picture", broken)
    await aoi.says("/credits 図")
    assert not aoi.pictures
    assert "0単位 ＋ 0コード ＝ 0 / 60" in aoi.sees
    await aoi.taps("暗くする")
    assert "0単位 ＋ 0コード ＝ 0 / 60" in aoi.sees
    assert "明るくする" in aoi.buttons


async def test_from_the_missing_codes_along_the_way_to_a_course(aoi: Phone) -> None:
    await aoi.says("/codes")
    await aoi.taps("未取得のコード")
    assert "⬜ 74 高血圧症　1講座" in aoi.sees
    await aoi.taps("次に受講するとよい講座")
    assert "60まで、あと60です。" in aoi.sees
    first = aoi.buttons[0]
    await aoi.taps(first)
    assert "第1章" in aoi.sees
