"""Envelope, routing and parameters of requests."""

import io
from typing import Any

import aiohttp
import pytest

from bot.sandbox.api.shapes import parameters
from bot.sandbox.world import World
from tests.sandbox.workbench import AOI, TOKEN, Api


async def got(http: aiohttp.ClientSession, url: str) -> tuple[int, dict[str, Any]]:
    async with http.get(url) as answer:
        assert answer.content_type == "application/json"
        return answer.status, await answer.json()


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [
        ("/nothing", 404, "Not Found"),
        (f"/bot{TOKEN}/sendNothing", 404, "Not Found: method not found"),
        (f"/bot{TOKEN}", 404, "Not Found: method not found"),
        (f"/bot{TOKEN}/getMe/more", 404, "Not Found"),
        ("/bot1:x/getMe", 401, "Unauthorized"),
        ("/bot0:x/getMe", 401, "Unauthorized: invalid token specified"),
        ("/botjunk/getMe", 401, "Unauthorized: invalid token specified"),
        (f"/bot1:{'x' * 80}/getMe", 401, "Unauthorized: invalid token specified"),
        (f"/file/bot{TOKEN}/documents/file_9.pdf", 404, "Not Found"),
        ("/file/bot1:x/documents/file_9.pdf", 401, "Unauthorized"),
    ],
)
async def test_routing(origin: str, http: aiohttp.ClientSession, path: str, status: int, reason: str) -> None:
    assert await got(http, origin + path) == (
        status,
        {"ok": False, "error_code": status, "description": reason},
    )


@pytest.mark.parametrize("path", ["/getMe", "/GETME", "?method=getMe", "/?method=getme"])
async def test_names_of_methods(origin: str, http: aiohttp.ClientSession, path: str) -> None:
    status, body = await got(http, f"{origin}/bot{TOKEN}{path}")
    assert (status, body["ok"], body["result"]["username"]) == (200, True, "tani_bot")


async def test_first_occurrence_wins(origin: str, http: aiohttp.ClientSession) -> None:
    url = f"{origin}/bot{TOKEN}/sendMessage?text=query&text=second"
    async with http.post(url, data={"chat_id": str(AOI.id), "text": "body"}) as answer:
        assert (await answer.json())["result"]["text"] == "query"
    async with http.post(url, json={"chat_id": AOI.id, "text": "body"}) as answer:
        assert (await answer.json())["result"]["text"] == "query"


async def test_every_kind_of_body(api: Api) -> None:
    markup = '{"inline_keyboard":[[{"text":"x","callback_data":"y"}]]}'
    async with api.http.post(
        f"{api.origin}/bot{TOKEN}/sendMessage",
        data={"chat_id": f" {AOI.id} ", "text": "日本", "reply_markup": markup, "disable_notification": "True"},
    ) as answer:
        by_form = (await answer.json())["result"]
    by_parts = (await api.form("sendMessage", {}, chat_id=AOI.id, text="日本", reply_markup=markup))["result"]
    by_json = await api.result("sendMessage", chat_id=AOI.id, text="日本", reply_markup=markup)
    for sent in (by_form, by_parts, by_json):
        assert (sent["text"], sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"]) == ("日本", "y")


JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("kind", "body", "status", "reason"),
    [
        (JSON, b"[1]", 400, "Bad Request: JSON object expected"),
        (JSON, b"{", 400, "Bad Request: can't parse parameter value: "),
        (JSON, b'{"text": "' + b"x" * 1048577 + b'"}', 413, "Request Entity Too Large: too many parameters"),
        (FORM, b"text=%ff&chat_id=1", 400, "Bad Request: strings must be encoded in UTF-8"),
        (FORM, b"text=" + b"x" * 1048577, 413, "Request Entity Too Large: too many parameters"),
        ("multipart/form-data", b"x", 400, "Bad Request: "),
    ],
    ids=["array", "broken", "long JSON", "no UTF-8", "long form", "no boundary"],
)
async def test_bodies_that_are_refused(api: Api, kind: str, body: bytes, status: int, reason: str) -> None:
    url = f"{api.origin}/bot{TOKEN}/sendMessage"
    async with api.http.post(url, data=io.BytesIO(body), headers={"Content-Type": kind}) as answer:
        assert answer.status == status
        assert (await answer.json())["description"].startswith(reason)


async def test_too_many_files(api: Api) -> None:
    files = {f"f{number}": (f"{number}.txt", b"x") for number in range(51)}
    answer = await api.form("sendDocument", files, chat_id=AOI.id)
    assert answer["description"] == "Request Entity Too Large: too many files attached"


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("sendMessage", {"txt": "x"}, 'unknown parameter "txt" of sendMessage'),
        ("sendMessage", {"disable_web_page_preview": True}, 'unknown parameter "disable_web_page_preview"'),
        ("sendMessage", {"chat_id": 1.5}, 'field "chat_id" of sendMessage: it must be of type id'),
        ("sendMessage", {"text": 5}, 'field "text" of sendMessage: it must be of type string'),
        ("sendMessage", {"text": None}, 'field "text" of sendMessage: it must be of type string'),
        ("sendMessage", {"disable_notification": "maybe"}, "must be of type boolean"),
        ("editMessageText", {"message_id": "x"}, "must be of type integer"),
        ("editMessageText", {"message_id": "３"}, "must be of type integer"),
        ("sendLocation", {"latitude": "north"}, 'field "latitude" of sendLocation: it must be of type float'),
        ("sendLocation", {"latitude": ""}, "must be of type float"),
        ("sendLocation", {"latitude": [1]}, "must be of type float"),
        ("sendLocation", {"latitude": True}, "must be of type float"),
        ("sendLocation", {"latitude": "nan"}, "must be of type float"),
        ("sendLocation", {"latitude": "３５"}, "must be of type float"),
        ("sendLocation", {"latitude": "3_5"}, "must be of type float"),
        ("sendLocation", {"latitude": "1e400"}, "must be of type float"),
        ("getUpdates", {"allowed_updates": "message"}, "must be of type array"),
        ("getUpdates", {"allowed_updates": [1]}, "must be of type string"),
        ("sendMessage", {"link_preview_options": {"disabled": True}}, 'LinkPreviewOptions has no field "disabled"'),
        ("sendMessage", {"reply_parameters": {"message_id": "x"}}, 'field "message_id" of field "reply_parameters"'),
        ("sendPoll", {"question": 1}, 'field "question" of sendPoll'),
        ("sendPoll", {"correct_option_id": 1}, 'unknown parameter "correct_option_id" of sendPoll'),
    ],
)
async def test_stricter_than_the_real_one(api: Api, method: str, params: dict[str, Any], reason: str) -> None:
    answer = await api(method, **({"chat_id": AOI.id} | params if method.startswith("send") else params))
    assert answer["error_code"] == 400
    assert answer["description"].startswith("Bad Request: the sandbox refuses ")
    assert reason in answer["description"]


@pytest.mark.parametrize("latitude", [35, -35.5, "35", "-35.5", "35.", "3.55e1", " 35 "])
def test_numbers_of_degrees_are_taken_as_json_or_text(latitude: float | str) -> None:
    assert parameters("sendLocation")["latitude"].take(latitude, "latitude") == float(latitude)


async def test_unknown_fields_of_a_keyboard(api: Api) -> None:
    button = {"text": "x", "callback_data": "x", "colour": "red"}
    answer = await api("sendMessage", chat_id=AOI.id, text="x", reply_markup={"inline_keyboard": [[button]]})
    assert 'InlineKeyboardButton has no field "colour"' in answer["description"]


async def test_a_stray_file_is_refused(api: Api) -> None:
    answer = await api.form("sendMessage", {"document": ("a.txt", b"x")}, chat_id=AOI.id, text="x")
    assert 'refuses file "document"' in answer["description"]


@pytest.mark.parametrize(
    ("method", "params"),
    [("sendPoll", {"question": "?", "options": []}), ("sendMessage", {"text": "x", "message_thread_id": 3})],
)
async def test_known_and_not_modelled(api: Api, method: str, params: dict[str, Any]) -> None:
    answer = await api(method, chat_id=AOI.id, **params)
    assert answer["error_code"] == 501
    assert "the sandbox does not model" in answer["description"]


async def test_accepted_calls_are_noted(api: Api, world: World) -> None:
    await api("sendmessage", chat_id=AOI.id, text="x")
    await api("sendMessage", chat_id=999, text="x")
    assert world.calls == [("sendMessage", {"chat_id": AOI.id, "text": "x"})]
