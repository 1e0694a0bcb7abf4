"""/declare by phone: whatever is said or sent that can't be taken is answered with the reason, and nothing is lost."""

import pytest

from tests.files import EXECUTABLE, HEIC, HTML, JPEG, PDF, PNG, ZIP
from tests.handlers.declaring import Declaring
from tests.phone import Phone


async def test_slips_are_answered_and_nothing_is_lost(declaring: Declaring, aoi: Phone) -> None:
    await declaring.begins()
    for said, answer in (
        ("あ", "2文字以上"),
        ("あ" * 201, "200文字"),
        ("第1回 見本学会", "日付（3 / 7）"),
        ("11/23", "明日以降の日は申告できません"),
        ("明日", "日付を確認できませんでした"),
        ("2026/3/31", "2026年4月1日（水）より前"),
        ("２０２６／１１／２２", "単位（4 / 7）"),
        ("0.3", "0.5刻み"),
        ("0", "0.5以上"),
        ("-1", "0.5以上"),
        ("100", "20単位まで"),
        ("１．５", "CC（5 / 7）"),
        ("84", "当てはまるカリキュラムコードがありません"),
        ("-1", "当てはまるカリキュラムコードがありません"),
        ("八十四", "当てはまるカリキュラムコードがありません"),
        ("障害", "次のどれですか"),
        ("医療倫理", "2　医療倫理：臨床倫理"),
    ):
        assert answer in await aoi.says(said), said
    await aoi.taps("CC 2")
    assert "500文字" in await aoi.says("あ" * 501)
    await aoi.taps("備考なしで進む")
    assert "写真またはPDFをお送りください" in await aoi.says("後で送ります")
    (one,) = declaring.every
    assert (one.what, one.half_units, one.code) == ("第1回 見本学会", 3, 2)


@pytest.mark.parametrize("content", [EXECUTABLE, ZIP, HTML, "出席しました".encode()])
async def test_what_is_called_a_pdf_and_is_none(content: bytes, declaring: Declaring, aoi: Phone) -> None:
    await declaring.comes_to_evidence()
    assert "でもPDFでもない" in await aoi.sends(content, name="参加証.pdf")
    assert declaring.files == []
    assert "添付しました（1 / 5件）" in await aoi.sends(PDF, name="参加証.exe")
    assert declaring.files == [PDF]
    assert declaring.every[0].evidence[0].name == "参加証.exe.pdf"


async def test_too_big_and_other_messages(declaring: Declaring, aoi: Phone) -> None:
    await declaring.comes_to_evidence()
    calls = len([name for name, _ in declaring.stage.world.calls if name.lower() == "getfile"])
    assert "20MBを超える" in await aoi.sends(PDF.ljust(20 * 1024 * 1024 + 1), name="a.pdf")
    assert len([name for name, _ in declaring.stage.world.calls if name.lower() == "getfile"]) == calls
    for kind in ("voice", "sticker", "location"):
        declaring.stage.world.send_other(aoi.person.id, kind)
        assert "写真またはPDF以外" in await aoi.waits(), kind
    assert "添付しました（1 / 5件）" in await aoi.sends(PNG, name="a.png")
    assert "添付しました（2 / 5件）" in await aoi.sends(HEIC, name="a.heic")


async def test_an_album_and_the_limit(declaring: Declaring, aoi: Phone) -> None:
    await declaring.comes_to_evidence()
    photos = [JPEG + bytes([number]) for number in range(4)]
    told = await aoi.sends(*photos)
    assert [f"（{number} / 5件）" in told for number in range(1, 6)] == [True] * 4 + [False]
    assert sorted(declaring.files) == photos
    assert "同じファイル" in await aoi.sends(photos[0])
    told = await aoi.sends(PDF, PDF + b"2", PDF + b"3", name="a.pdf")
    assert told.count("添付できるのは5件まで") == 2
    assert len(declaring.files) == 5
    assert "添付できるのは5件まで" in await aoi.sends(PNG)


async def test_a_photo_while_text_is_expected(declaring: Declaring, aoi: Phone) -> None:
    await declaring.begins()
    assert "文字とボタンだけ" in await aoi.sends(JPEG)
    assert "日付（3 / 7）" in await aoi.says("第1回 見本学会")
    await aoi.says("/help")
    assert "文字とボタンだけ" in await aoi.sends(PDF, name="a.pdf")
