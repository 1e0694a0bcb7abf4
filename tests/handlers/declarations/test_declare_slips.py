"""/declare by phone: whatever is said or sent that can't be taken is answered with the reason, and nothing is lost."""

import io

import pytest
from PIL import Image

from tests.files import EXECUTABLE, HEIC, HTML, JPEG, PDF, PNG, ZIP, picture
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
    """The files of an album that fare alike are answered by one message, which tells of the last of them."""
    await declaring.comes_to_evidence()
    await aoi.sends(PDF, name="a.pdf")
    before = len(aoi.messages)
    told = await aoi.sends(JPEG, PNG, JPEG)
    assert (told.count("添付しました"), "（4 / 5件）" in told) == (1, True)
    assert len(aoi.messages) - before == 3 + 1
    assert sorted(declaring.files) == sorted([PDF, *aoi.pictures])
    assert "同じファイル" in await aoi.sends(PDF, name="another name.pdf")
    told = await aoi.sends(PDF + b"1", PDF + b"2", PDF + b"3", name="a.pdf")
    assert (told.count("（5 / 5件）"), told.count("添付できるのは5件まで")) == (1, 1)
    assert len(declaring.files) == 5
    before = len(aoi.messages)
    assert aoi.sees.count("添付できるのは5件まで") == (await aoi.sends(*[PNG] * 10)).count("添付できるのは5件まで") == 1
    assert len(aoi.messages) - before == 10 + 1
    await aoi.taps("1を外す")
    assert "添付しました（5 / 5件）" in await aoi.sends(PNG)


async def test_an_album_of_what_fares_in_several_ways(declaring: Declaring, aoi: Phone) -> None:
    """Each way has its message: nothing that was refused is lost under what was taken."""
    await declaring.comes_to_evidence()
    told = await aoi.sends(PDF, PDF + b"2", EXECUTABLE, ZIP, name="a.pdf")
    assert (told.count("（2 / 5件）"), told.count("内容が写真")) == (1, 1)
    assert declaring.files == [PDF, PDF + b"2"]


async def test_an_album_that_nobody_asked_for_is_answered_once(declaring: Declaring, aoi: Phone) -> None:
    await declaring.begins()
    assert (await aoi.sends(*[JPEG] * 10)).count("文字とボタンだけ") == 1
    assert "文字とボタンだけ" in await aoi.sends(JPEG)
    assert declaring.files == []


async def test_the_same_photo_is_known_only_if_it_is_the_same_file(declaring: Declaring, aoi: Phone) -> None:
    """Telegram encodes a photo anew each time: sent again it has other bytes. Forwarded it is the same file."""
    await declaring.comes_to_evidence()
    large = picture("JPEG", (1600, 1200), "navy")
    await aoi.sends(large)
    assert "（2 / 5件）" in await aoi.sends(large)
    one, other = declaring.files
    assert len({large, one, other}) == 3
    assert {Image.open(io.BytesIO(file)).size for file in (one, other)} == {(1280, 960)}
    aoi._look()
    declaring.stage.world.send_again(
        aoi.person.id, next(each["message_id"] for each in aoi.messages if "photo" in each)
    )
    assert "同じファイル" in await aoi.waits()
    assert declaring.files == [one, other]
    await aoi.taps("2を外す")
    assert declaring.files == [one]


async def test_a_photo_while_text_is_expected(declaring: Declaring, aoi: Phone) -> None:
    await declaring.begins()
    assert "文字とボタンだけ" in await aoi.sends(JPEG)
    assert "日付（3 / 7）" in await aoi.says("第1回 見本学会")
    await aoi.says("/help")
    assert "文字とボタンだけ" in await aoi.sends(JPEG)
