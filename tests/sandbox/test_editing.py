"""What the server answers to wrong edits and deletions, word for word."""

from typing import Any

import pytest

from bot.sandbox.world import World
from tests.sandbox.workbench import AOI, Api

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)

EDITING: list[tuple[str, dict[str, Any], str]] = [
    ("editMessageText", {}, "message text is empty"),
    ("editMessageText", {"text": "x", "chat_id": None, "message_id": None}, "message identifier is not specified"),
    ("editMessageText", {"text": "x", "message_id": 999}, "message to edit not found"),
    ("editMessageText", {"text": "x", "message_id": -5}, "message identifier is not specified"),
    ("editMessageText", {"text": "x" * 4097}, "MESSAGE_TOO_LONG"),
    ("editMessageText", {"text": "same"}, NOT_MODIFIED),
    ("editMessageText", {"text": " same\n"}, NOT_MODIFIED),
    ("editMessageText", {"text": "x", "reply_markup": {"keyboard": [["x"]]}}, "inline keyboard expected"),
    ("editMessageReplyMarkup", {}, NOT_MODIFIED),
    ("editMessageCaption", {"caption": "x"}, "there is no caption in the message to edit"),
    ("deleteMessage", {"chat_id": None}, "chat identifier is not specified"),
    ("deleteMessage", {"message_id": 999}, "message to delete not found"),
    (
        "deleteMessages",
        {"message_id": None, "message_ids": list(range(1, 102))},
        "too many message identifiers specified",
    ),
    ("pinChatMessage", {"message_id": 999}, "message to pin not found"),
]


@pytest.mark.parametrize(("method", "params", "reason"), EDITING)
async def test_changing_a_message(api: Api, method: str, params: dict[str, Any], reason: str) -> None:
    sent = await api.result("sendMessage", chat_id=AOI.id, text="same")
    merged = {"chat_id": AOI.id, "message_id": sent["message_id"], **params}
    answer = await api(method, **{name: value for name, value in merged.items() if value is not None})
    assert answer["description"] == f"Bad Request: {reason}"


async def test_only_own_messages_are_edited(api: Api, world: World) -> None:
    mine = world.messages(AOI.id)[0]["message_id"]
    answer = await api("editMessageText", chat_id=AOI.id, message_id=mine, text="x")
    assert answer["description"] == "Bad Request: message can't be edited"


async def test_a_message_with_a_reply_keyboard_stays_as_it_is(api: Api) -> None:
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x", reply_markup={"keyboard": [["はい"]]})
    assert "reply_markup" not in sent
    answer = await api("editMessageText", chat_id=AOI.id, message_id=sent["message_id"], text="y")
    assert answer["description"] == "Bad Request: message can't be edited"


async def test_a_picture_has_no_text_to_edit(api: Api) -> None:
    sent = (await api.form("sendDocument", {"document": ("a.pdf", b"%PDF")}, chat_id=AOI.id))["result"]
    answer = await api("editMessageText", chat_id=AOI.id, message_id=sent["message_id"], text="y")
    assert answer["description"] == "Bad Request: there is no text in the message to edit"


async def test_an_edit_takes_the_old_keyboard_away(api: Api, world: World) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x", reply_markup=markup)
    edited = await api.result("editMessageText", chat_id=AOI.id, message_id=sent["message_id"], text="x")
    assert "reply_markup" not in edited
    assert edited["edit_date"]
    assert world.messages(AOI.id)[-1] == edited


async def test_deleting(api: Api, world: World) -> None:
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x")
    theirs = world.messages(AOI.id)[0]["message_id"]
    assert await api.result("deleteMessage", chat_id=AOI.id, message_id=theirs)
    assert await api.result("deleteMessages", chat_id=AOI.id, message_ids=[sent["message_id"], 99999])
    assert world.messages(AOI.id) == []
