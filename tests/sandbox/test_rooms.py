"""The page's interface: people, chats, events, files, and who may use it."""

import asyncio
import io
import json
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.sandbox import Sandbox, running
from bot.sandbox.world import World
from tests.patience import LONGEST_S
from tests.sandbox.test_files import PNG
from tests.sandbox.workbench import AOI, STRANGER, TOKEN, Api, Clock


async def got(http: aiohttp.ClientSession, url: str, **options: Any) -> tuple[int, dict[str, Any]]:
    async with http.get(url, **options) as answer:
        return answer.status, await answer.json()


async def posted(http: aiohttp.ClientSession, url: str, **options: Any) -> tuple[int, dict[str, Any]]:
    async with http.post(url, **options) as answer:
        return answer.status, await answer.json()


async def event(stream: aiohttp.ClientResponse) -> dict[str, Any]:
    async with asyncio.timeout(LONGEST_S):
        async for line in stream.content:
            if line.startswith(b"data: "):
                found: dict[str, Any] = json.loads(line[6:])
                return found
    raise AssertionError("the stream has ended")


async def test_people(origin: str, http: aiohttp.ClientSession, clock: Clock) -> None:
    status, body = await got(http, f"{origin}/sandbox/people")
    assert status == 200
    assert body["bot"] == {"username": "tani_bot", "name": "tani_bot"}
    assert datetime.fromisoformat(body["now"]) == clock.now()
    assert body["can_next_day"] is False
    assert body["people"][0] == {
        "id": AOI.id,
        "name": "青井",
        "language": "ja",
        "role": "会員",
        "about": "ログイン",
        "hints": ["1000000001"],
        "english": None,
    }


async def test_a_chat(api: Api, world: World) -> None:
    url = f"{api.origin}/sandbox/chats/{AOI.id}"
    await api.result("setMyCommands", commands=[{"command": "start", "description": "s"}])
    await api.result(
        "setMyCommands",
        commands=[{"command": "start", "description": "はじめる"}],
        scope={"type": "all_private_chats"},
        language_code="ja",
    )
    assert await posted(api.http, f"{url}/text", json={"text": " 日本 "}) == (
        200,
        {"message_id": world.messages(AOI.id)[-1]["message_id"]},
    )
    _, chat = await got(api.http, url)
    assert [message["text"] for message in chat["messages"]] == ["/start", "日本"]
    assert chat["commands"] == [{"command": "start", "description": "はじめる"}]
    assert chat["menu_button"] == {"type": "commands"}
    _, other = await got(api.http, f"{api.origin}/sandbox/chats/{STRANGER.id}")
    assert (other["messages"], other["commands"]) == ([], [{"command": "start", "description": "s"}])


async def test_events(api: Api, world: World) -> None:
    url = f"{api.origin}/sandbox/chats/{AOI.id}"
    async with api.http.get(f"{url}/events") as stream:
        assert stream.content_type == "text/event-stream"
        assert await stream.content.readline() == b": open\n"
        sent = await api.result("sendMessage", chat_id=AOI.id, text="x")
        assert await event(stream) == {"type": "message", "message": sent}
        edited = await api.result("editMessageText", chat_id=AOI.id, message_id=sent["message_id"], text="y")
        assert await event(stream) == {"type": "edit", "message": edited}
        _, pressed = await posted(api.http, f"{url}/press", json={"message_id": sent["message_id"], "data": "d"})
        await api.result("answerCallbackQuery", callback_query_id=pressed["query_id"], text="はい")
        assert await event(stream) == {
            "type": "answer",
            "query_id": pressed["query_id"],
            "text": "はい",
            "show_alert": False,
            "url": "",
        }
        await api.result("sendChatAction", chat_id=AOI.id, action="typing")
        assert await event(stream) == {"type": "action", "action": "typing"}
        await api.result("deleteMessage", chat_id=AOI.id, message_id=sent["message_id"])
        assert await event(stream) == {"type": "delete", "message_id": sent["message_id"]}
        await api.result("setMyCommands", commands=[{"command": "help", "description": "h"}])
        assert (await event(stream))["commands"] == [{"command": "help", "description": "h"}]
        world.send_text(AOI.id, "mine")
        assert (await event(stream))["message"]["text"] == "mine"


async def test_files(api: Api, world: World) -> None:
    url = f"{api.origin}/sandbox/chats/{AOI.id}/file"
    form = aiohttp.FormData(quote_fields=False)
    form.add_field("file", b"%PDF", filename="証明書.pdf", content_type="application/pdf")
    form.add_field("caption", "見てください")
    status, body = await posted(api.http, url, data=form)
    message = world.messages(AOI.id)[-1]
    assert (status, body["message_id"], message["caption"]) == (200, message["message_id"], "見てください")
    async with api.http.get(f"{api.origin}/sandbox/files/{message['document']['file_id']}") as answer:
        assert (await answer.read(), answer.content_type) == (b"%PDF", "application/pdf")
        assert answer.headers["Content-Disposition"].startswith("inline; filename*=UTF-8''%E8")
    page = world.files.add("document", "a.html", b"<script>")
    async with api.http.get(f"{api.origin}/sandbox/files/{page.id}") as answer:
        assert answer.headers["Content-Disposition"].startswith("attachment")
    picture = aiohttp.FormData()
    picture.add_field("file", PNG, filename="p.png", content_type="image/png")
    await posted(api.http, url, data=picture)
    assert len(world.messages(AOI.id)[-1]["photo"]) == 3


async def test_a_picture_that_no_messenger_shows_goes_as_a_file(api: Api, world: World) -> None:
    url = f"{api.origin}/sandbox/chats/{AOI.id}/file"
    for data in (b"\xff\xd8\xff", PNG.ljust(10 * 1024 * 1024 + 1)):
        picture = aiohttp.FormData()
        picture.add_field("file", io.BytesIO(data), filename="p.jpg", content_type="image/jpeg")
        assert (await posted(api.http, url, data=picture))[0] == 200
        assert world.messages(AOI.id)[-1]["document"]["file_name"] == "p.jpg"


async def test_block(api: Api, world: World) -> None:
    url = f"{api.origin}/sandbox/chats/{AOI.id}"
    assert await posted(api.http, f"{url}/block", json={"blocked": True}) == (200, {"blocked": True})
    assert (await api("sendMessage", chat_id=AOI.id, text="x"))["error_code"] == 403
    assert (await posted(api.http, f"{url}/text", json={"text": "x"}))[0] == 409
    await posted(api.http, f"{url}/block", json={"blocked": False})
    assert (await api("sendMessage", chat_id=AOI.id, text="x"))["ok"]
    assert [update["my_chat_member"]["new_chat_member"]["status"] for update in await api.result("getUpdates")] == [
        "kicked",
        "member",
    ]


async def test_next_day(api: Api, clock: Clock) -> None:
    assert (await posted(api.http, f"{api.origin}/sandbox/next-day", json={}))[0] == 404

    async def next_day() -> datetime:
        clock.advance(24 * 3600)
        return clock.now()

    before = clock.now()
    sandbox = Sandbox(token=TOKEN, username="b", people=[AOI], now=clock.now, next_day=next_day)
    async with running(sandbox) as origin:
        assert (await got(api.http, f"{origin}/sandbox/people"))[1]["can_next_day"] is True
        listener = sandbox.world.listen(AOI.id)
        _, body = await posted(api.http, f"{origin}/sandbox/next-day", json={})
        assert datetime.fromisoformat(body["now"]) == before + timedelta(days=1)
        assert await anext(listener) == {"type": "now", "now": body["now"]}
        listener.close()
        assert [each async for each in listener] == []


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "", "[::2]:1"])
async def test_only_for_this_computer(origin: str, http: aiohttp.ClientSession, host: str) -> None:
    for path in ("/", "/sandbox/people", f"/sandbox/chats/{AOI.id}"):
        assert await got(http, origin + path, headers={"Host": host}) == (403, {"error": "only for this computer"})


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8081"])
async def test_names_of_this_computer(origin: str, http: aiohttp.ClientSession, host: str) -> None:
    assert (await got(http, f"{origin}/sandbox/people", headers={"Host": host}))[0] == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example", "Content-Type": "application/json"}, 403),
        ({"Origin": "null", "Content-Type": "application/json"}, 403),
        ({"Content-Type": "text/plain"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "application/json"}, 200),
    ],
)
async def test_posts_only_from_the_page(
    origin: str, http: aiohttp.ClientSession, headers: dict[str, str], status: int
) -> None:
    url = f"{origin}/sandbox/chats/{AOI.id}/text"
    body = b'{"text": "x"}'
    assert (await posted(http, url, data=body, headers=headers))[0] == status
    own = {"Origin": origin, "Content-Type": "application/json"}
    assert (await posted(http, url, data=body, headers=own))[0] == 200


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (f"/sandbox/chats/{AOI.id}/text", {"text": 1}, 400),
        (f"/sandbox/chats/{AOI.id}/text", [1], 400),
        (f"/sandbox/chats/{AOI.id}/text", {"text": " "}, 409),
        (f"/sandbox/chats/{AOI.id}/press", {"message_id": True, "data": "x"}, 400),
        (f"/sandbox/chats/{AOI.id}/block", {}, 400),
        ("/sandbox/chats/1/text", {"text": "x"}, 404),
    ],
)
async def test_wrong_requests(origin: str, http: aiohttp.ClientSession, path: str, body: Any, status: int) -> None:
    got_status, answer = await posted(http, origin + path, json=body)
    assert (got_status, list(answer)) == (status, ["error"])


@pytest.mark.parametrize("path", ["/page/nothing.js", "/page/..%2fworld.py", "/page/world.py", "/sandbox/files/x"])
async def test_nothing_else_is_served(origin: str, http: aiohttp.ClientSession, path: str) -> None:
    async with http.get(origin + path) as answer:
        assert answer.status == 404


async def test_the_page_is_served(origin: str, http: aiohttp.ClientSession) -> None:
    async with http.get(origin + "/") as answer:
        assert (answer.status, answer.content_type) == (200, "text/html")
        assert answer.headers["X-Frame-Options"] == "DENY"
