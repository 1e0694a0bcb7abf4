"""Uploads, names, sizes and downloads."""

import random

import pytest

from bot.sandbox.files import LINK_LIFE, MOST_DOWNLOAD, MOST_PHOTO, MOST_UPLOAD, Files, cleaned_name
from bot.sandbox.world import World
from tests.files import picture
from tests.sandbox.workbench import AOI, Api, Clock

PNG = picture("PNG", (640, 480))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("証明書.pdf", "証明書.pdf"),
        ("Ян — отчёт №5.docx", "Ян   отчёт  5.docx"),
        ("O'Reilly.pdf", "O Reilly.pdf"),
        ("../../etc/passwd", "passwd"),
        ("受講証明書（見本）.pdf", "受講証明書 見本.pdf"),
        ("x" * 80 + ".pdf", "x" * 64 + ".pdf"),
        ("a." + "y" * 20, "a." + "y" * 16),
        ("no ending", "no ending"),
    ],
)
def test_names(given: str, kept: str) -> None:
    assert cleaned_name(given) == kept


async def test_there_must_be_a_file(api: Api) -> None:
    for method in ("sendDocument", "sendPhoto", "sendVideo"):
        answer = await api(method, chat_id=AOI.id)
        kind = method.removeprefix("send").lower()
        assert answer["description"] == f"Bad Request: there is no {kind} in the request"
    answer = await api("sendDocument", chat_id=AOI.id, document="attach://nothing")
    assert answer["description"] == "Bad Request: there is no document in the request"


async def test_uploads_that_are_refused(api: Api) -> None:
    empty = await api.form("sendDocument", {"document": ("a.txt", b"")}, chat_id=AOI.id)
    assert empty["description"] == "Bad Request: file must be non-empty"
    size = MOST_PHOTO + 1
    big = await api.form("sendPhoto", {"photo": ("a.png", PNG.ljust(size, b"\0"))}, chat_id=AOI.id)
    assert big["description"] == (
        f"Bad Request: file of size {size} bytes is too big for a photo; the maximum size is 10485760 bytes"
    )
    none = await api.form("sendPhoto", {"photo": ("a.png", b"no picture")}, chat_id=AOI.id)
    assert none["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    huge = await api.form("sendDocument", {"document": ("a.bin", b"\0" * (MOST_UPLOAD + 1))}, chat_id=AOI.id)
    assert (huge["error_code"], huge["description"]) == (413, "Request Entity Too Large")
    assert (await api.form("sendPhoto", {"p": ("a.png", PNG)}, chat_id=AOI.id, photo="attach://p"))["ok"]


async def test_captions(api: Api) -> None:
    file = {"document": ("a.txt", b"x")}
    long = await api.form("sendDocument", file, chat_id=AOI.id, caption="x" * 1025)
    assert long["description"] == "Bad Request: message caption is too long"
    sent = (await api.form("sendDocument", file, chat_id=AOI.id, caption="𠮷" * 1024))["result"]
    edit = {"chat_id": AOI.id, "message_id": sent["message_id"]}
    answer = await api("editMessageCaption", **edit, caption="x" * 1025)
    assert answer["description"] == "Bad Request: MEDIA_CAPTION_TOO_LONG"
    edited = await api.result("editMessageCaption", **edit, caption="<b>y</b>", parse_mode="HTML")
    assert (edited["caption"], edited["caption_entities"]) == ("y", [{"type": "bold", "offset": 0, "length": 1}])
    assert "caption" not in await api.result("editMessageCaption", **edit)


async def test_ids(api: Api) -> None:
    first = (await api.form("sendDocument", {"document": ("a.txt", b"x")}, chat_id=AOI.id))["result"]["document"]
    second = (await api.form("sendDocument", {"document": ("a.txt", b"x")}, chat_id=AOI.id))["result"]["document"]
    assert first["file_unique_id"] != second["file_unique_id"]
    photo = await api("sendPhoto", chat_id=AOI.id, photo=first["file_id"])
    assert photo["description"] == "Bad Request: can't use file of type Document as Photo"
    junk = await api("sendDocument", chat_id=AOI.id, document="junk")
    assert junk["description"] == "Bad Request: wrong file identifier/HTTP URL specified"
    assert (await api("sendDocument", chat_id=AOI.id, document="https://a.jp/a.pdf"))["error_code"] == 501


async def test_download(api: Api, world: World) -> None:
    world.send_document(AOI.id, "a.csv", b"1,2")
    (update,) = await api.result("getUpdates")
    file = await api.result("getFile", file_id=update["message"]["document"]["file_id"])
    assert file["file_path"].startswith("documents/file_")
    async with api.http.get(f"{api.origin}/file/bot{api.token}/{file['file_path']}") as answer:
        assert (answer.status, await answer.read()) == (200, b"1,2")
    assert world.file(file["file_id"]) == b"1,2"


async def test_a_link_ends_after_an_hour(api: Api, world: World, clock: Clock) -> None:
    file = world.files.add("document", "a.csv", b"1,2")

    async def status() -> int:
        async with api.http.get(f"{api.origin}/file/bot{api.token}/{file.path}") as answer:
            return answer.status

    assert await status() == 404  # nobody has asked for it
    assert (await api.result("getFile", file_id=file.id))["file_path"] == file.path
    clock.advance(LINK_LIFE)
    assert await status() == 200
    clock.advance(0.1)
    assert await status() == 404
    await api.result("getFile", file_id=file.id)
    assert await status() == 200


async def test_get_file_refuses(api: Api, world: World) -> None:
    assert (await api("getFile"))["description"] == "Bad Request: file_id not specified"
    assert (await api("getFile", file_id="junk"))["description"] == "Bad Request: invalid file_id"
    big = world.files.add("document", "a.bin", b"\0" * (MOST_DOWNLOAD + 1))
    assert (await api("getFile", file_id=big.id))["description"] == "Bad Request: file is too big"


def test_same_seed_same_ids() -> None:
    one, other = (Files(random.Random(5)).add("document", "a", b"x") for _ in range(2))
    assert one.id == other.id
