"""What the server answers to wrong calls, word for word."""

from typing import Any

import pytest

from bot.sandbox.world import World
from tests.sandbox.workbench import AOI, KEN, STRANGER, Api

BUTTON = "can't parse inline keyboard button: "


def buttons(*row: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(row)]}


def with_button(**button: Any) -> dict[str, Any]:
    return {"chat_id": AOI.id, "text": "x", "reply_markup": buttons(button)}


def grid(rows: int, columns: int) -> dict[str, Any]:
    row = [{"text": "x", "callback_data": "x"}] * columns
    return {"chat_id": AOI.id, "text": "x", "reply_markup": {"inline_keyboard": [row] * rows}}


SENDING: list[tuple[dict[str, Any], str]] = [
    ({"text": "x"}, "chat_id is empty"),
    ({"chat_id": 999, "text": "x"}, "chat not found"),
    ({"chat_id": "@aoi", "text": "x"}, "chat not found"),
    ({"chat_id": STRANGER.id, "text": "x"}, "chat not found"),
    ({"chat_id": AOI.id}, "message text is empty"),
    ({"chat_id": AOI.id, "text": ""}, "message text is empty"),
    ({"chat_id": AOI.id, "text": " \n"}, "text must be non-empty"),
    ({"chat_id": AOI.id, "text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
    ({"chat_id": AOI.id, "text": "x" * 32769}, "text is too long"),
    ({"chat_id": AOI.id, "text": "x" * 4097}, "message is too long"),
    ({"chat_id": AOI.id, "text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        {"chat_id": AOI.id, "text": "<b>x", "parse_mode": "HTML"},
        "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    ),
    (with_button(text="x", callback_data="日" * 21 + "xy"), "BUTTON_DATA_INVALID"),
    (with_button(text="x"), BUTTON + "Text buttons are unallowed in the inline keyboard"),
    (with_button(text="x", callback_data=""), BUTTON + "Text buttons are unallowed in the inline keyboard"),
    (with_button(callback_data="x"), BUTTON + 'Can\'t find field "text"'),
    (with_button(text=1, callback_data="x"), BUTTON + 'Field "text" must be of type String'),
    (
        with_button(text="x", url="http://localhost:8080"),
        "inline keyboard button URL 'http://localhost:8080' is invalid: Wrong HTTP URL",
    ),
    (
        with_button(text="x", web_app={"url": "http://a.jp"}),
        "inline keyboard button Web App URL 'http://a.jp' is invalid: Only HTTPS links are allowed",
    ),
    (with_button(text="x", callback_data="x", style="loud"), BUTTON + "Invalid button style specified"),
    (
        {
            "chat_id": AOI.id,
            "text": "x",
            "reply_markup": {"keyboard": [[{"text": "x", "web_app": {"url": "http://a.jp"}}]]},
        },
        "Keyboard button Web App URL 'http://a.jp' is invalid: Only HTTPS links are allowed",
    ),
    ({"chat_id": AOI.id, "text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({"chat_id": AOI.id, "text": "x", "reply_markup": "[]"}, "object expected as reply markup"),
    (
        {"chat_id": AOI.id, "text": "x", "reply_markup": {"inline_keyboard": [{"text": "x"}]}},
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    (
        {
            "chat_id": AOI.id,
            "text": "x",
            "reply_markup": {"inline_keyboard": [[{"text": "x" * 1200, "callback_data": "x"}] for _ in range(9)]},
        },
        "reply markup is too long",
    ),
    ({"chat_id": AOI.id, "text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
    # What the real server would cut or leave out without a word:
    (grid(1, 9), "the sandbox refuses more than 8 buttons in a row; Telegram would cut them off"),
    (grid(13, 8), "the sandbox refuses more than 100 buttons in all; Telegram would cut them off"),
    (
        with_button(text=" ", callback_data="x"),
        "the sandbox refuses a inline keyboard button with an empty text; Telegram would leave it out",
    ),
]


@pytest.mark.parametrize(("params", "reason"), SENDING, ids=[reason[:60] for _, reason in SENDING])
async def test_send_message(api: Api, params: dict[str, Any], reason: str) -> None:
    shown = reason if reason[1:2].isupper() else reason[0].lower() + reason[1:]
    assert await api("sendMessage", **params) == {
        "ok": False,
        "error_code": 400,
        "description": f"Bad Request: {shown}",
    }


@pytest.mark.parametrize(
    "params",
    [
        {"chat_id": AOI.id, "text": "𠮷" * 4096},
        {"chat_id": AOI.id, "text": "<b>" + "&amp;" * 4096 + "</b>", "parse_mode": "HTML"},
        with_button(text="x", callback_data="日" * 21 + "x"),
        with_button(text="x", url="http://127.0.0.1:8080/watch"),
        with_button(text="x", url="tg://user?id=1"),
        with_button(text="x", web_app={"url": "https://a.jp/w"}),
        with_button(text="x", copy_text={"text": "y"}),
        with_button(text="x", callback_data="x", style="danger"),
        grid(12, 8),
        {"chat_id": AOI.id, "text": "x", "reply_markup": {"remove_keyboard": True}},
        {
            "chat_id": AOI.id,
            "text": "x",
            "reply_parameters": {"message_id": 999, "allow_sending_without_reply": True},
        },
    ],
)
async def test_the_other_side_of_the_boundary(api: Api, params: dict[str, Any]) -> None:
    assert (await api("sendMessage", **params))["ok"]


async def test_url_comes_back_as_telegram_keeps_it(api: Api) -> None:
    sent = await api.result("sendMessage", **with_button(text="x", url="HTTPS://Example.JP?a=1", callback_data="y"))
    assert sent["reply_markup"] == buttons({"text": "x", "url": "https://example.jp/?a=1"})


async def test_empty_rows_vanish(api: Api) -> None:
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x", reply_markup={"inline_keyboard": [[], []]})
    assert "reply_markup" not in sent


@pytest.mark.parametrize("query_id", ["", "junk", "123456"])
async def test_unknown_press(api: Api, query_id: str) -> None:
    answer = await api("answerCallbackQuery", callback_query_id=query_id)
    assert answer["description"] == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


async def test_a_press_is_answered_once(api: Api, world: World) -> None:
    number = world.press(AOI.id, 1, "x")
    assert await api.result("answerCallbackQuery", callback_query_id=number, text="はい", show_alert=True)
    assert world.answers(AOI.id) == [{"id": number, "text": "はい", "show_alert": True, "url": ""}]
    assert (await api("answerCallbackQuery", callback_query_id=number))["error_code"] == 400
    assert (await api("answerCallbackQuery", callback_query_id=world.press(AOI.id, 1, "x"), text="x" * 201))[
        "description"
    ] == "Bad Request: MESSAGE_TOO_LONG"


async def test_wrong_chat_action(api: Api) -> None:
    answer = await api("sendChatAction", chat_id=AOI.id, action="dance")
    assert answer["description"] == "Bad Request: wrong parameter action in request"
    assert (await api("sendChatAction", chat_id=AOI.id, action="typing"))["result"] is True


async def test_blocked_and_never_started(api: Api, world: World) -> None:
    world.block(AOI.id)
    for method, more in [("sendMessage", {"text": "x"}), ("sendChatAction", {"action": "typing"})]:
        answer = await api(method, chat_id=AOI.id, **more)
        assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    world.unblock(AOI.id)
    assert (await api("sendMessage", chat_id=AOI.id, text="x"))["ok"]
    world.group("g", [STRANGER.id])
    answer = await api("sendMessage", chat_id=STRANGER.id, text="x")
    assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"


async def test_groups(api: Api, world: World) -> None:
    group = world.group("勉強会", [AOI.id, KEN.id])
    world.send_text(AOI.id, "hello", chat_id=group)
    theirs = next(iter(world.chat_of(AOI.id, group).messages))
    answer = await api("deleteMessage", chat_id=group, message_id=theirs)
    assert answer["description"] == "Bad Request: message can't be deleted"
    markup = {"keyboard": [[{"text": "x", "web_app": {"url": "https://a.jp"}}]]}
    answer = await api("sendMessage", chat_id=group, text="x", reply_markup=markup)
    assert answer["description"] == "Bad Request: web App buttons can be used in private chats only"
    assert (await api("leaveChat", chat_id=group))["ok"]
    answer = await api("sendMessage", chat_id=group, text="x")
    assert answer["description"] == "Forbidden: bot is not a member of the group chat"
    assert (await api("leaveChat", chat_id=AOI.id))["error_code"] == 400
