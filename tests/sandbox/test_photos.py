"""Photos are encoded again, and files that are sent together make an album."""

import io

import pytest
from PIL import Image

from bot.sandbox.errors import ApiError
from bot.sandbox.world import World
from tests.files import JPEG, PDF, PNG, ZIP, picture
from tests.sandbox.workbench import AOI, Api


def sides(longest: int) -> list[int]:
    return [side for side in (90, 320, 800) if side < longest] + [min(longest, 1280)]


@pytest.mark.parametrize("longest", [60, 90, 91, 320, 321, 800, 801, 1280, 1281, 3000])
async def test_the_sizes_of_a_photo(api: Api, world: World, longest: int) -> None:
    """The largest comes last, and none has the bytes that were sent."""
    sent = picture("PNG", (longest, longest // 2))
    world.send_photo(AOI.id, sent, "参加証")
    (update,) = await api.result("getUpdates")
    photo = update["message"]["photo"]
    assert [size["width"] for size in photo] == sides(longest)
    for size in photo:
        path = (await api.result("getFile", file_id=size["file_id"]))["file_path"]
        async with api.http.get(f"{api.origin}/file/bot{api.token}/{path}") as answer:
            data = await answer.read()
        assert len(data) == size["file_size"]
        with Image.open(io.BytesIO(data)) as kept:
            assert (kept.format, kept.size) == ("JPEG", (size["width"], size["height"]))
        assert data != sent
    assert len({size["file_unique_id"] for size in photo}) == len(photo)


async def test_the_same_picture_sent_twice_is_two_photos_and_forwarded_it_is_one(api: Api, world: World) -> None:
    world.send_photo(AOI.id, JPEG)
    world.send_photo(AOI.id, JPEG)
    one, other = (message["photo"][-1]["file_id"] for message in world.messages(AOI.id)[1:])
    assert world.file(one) != world.file(other)
    world.send_again(AOI.id, world.messages(AOI.id)[1]["message_id"])
    assert world.messages(AOI.id)[-1]["photo"][-1]["file_id"] == one
    again = await api.result("sendPhoto", chat_id=AOI.id, photo=one)
    assert again["photo"] == world.messages(AOI.id)[1]["photo"]


def test_it_is_turned_upright_and_loses_what_the_camera_noted(world: World) -> None:
    made, about = io.BytesIO(), Image.Exif()
    about[0x0112], about[0x010F] = 6, "a camera"  # lying on its side; who made it
    Image.new("RGB", (200, 100)).save(made, "JPEG", exif=about)
    world.send_photo(AOI.id, made.getvalue())
    largest = world.messages(AOI.id)[-1]["photo"][-1]
    assert (largest["width"], largest["height"]) == (100, 200)
    assert not Image.open(io.BytesIO(world.file(largest["file_id"]))).getexif()


@pytest.mark.parametrize("data", [ZIP, JPEG[:200], picture("PNG", (21, 1)), picture("PNG", (10_000, 600))], ids=len)
def test_what_is_no_photo(world: World, data: bytes) -> None:
    with pytest.raises(ApiError, match="IMAGE_PROCESS_FAILED"):
        world.send_photo(AOI.id, data)


@pytest.mark.parametrize("name", ["", "a.pdf"])
async def test_an_album_is_several_updates_of_one_group(api: Api, world: World, name: str) -> None:
    content = PDF if name else PNG
    numbers = world.send_album(AOI.id, [(name, content)] * 3, "見てください")
    world.send_album(AOI.id, [(name, content)] * 2)
    updates = await api.result("getUpdates")
    assert [update["update_id"] for update in updates[:3]] == numbers
    groups = [update["message"]["media_group_id"] for update in updates]
    assert len(set(groups[:3])) == len(set(groups[3:])) == 1
    assert groups[0] != groups[3]
    assert [update["message"].get("caption") for update in updates[:3]] == ["見てください", None, None]
    assert all(("document" if name else "photo") in update["message"] for update in updates)


@pytest.mark.parametrize("files", [[("", PNG)], [("", PNG)] * 11, [("", PNG), ("a.pdf", PDF)]], ids=len)
def test_what_no_client_sends_as_an_album(world: World, files: list[tuple[str, bytes]]) -> None:
    with pytest.raises(ValueError, match="album"):
        world.send_album(AOI.id, files)
    assert len(world.messages(AOI.id)) == 1
