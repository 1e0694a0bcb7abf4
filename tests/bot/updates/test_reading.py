"""What is read of an update."""

import pytest
from telegram import Update

from bot.updates.reading import read
from handlers.incoming import Incoming, Pressed, Said

PERSON = {"id": 7, "is_bot": False, "first_name": "遥"}
MESSAGE = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}, "from": PERSON}


@pytest.mark.parametrize(
    ("sent", "read_as"),
    [("高\0血", "高 血"), ("\ud83e", " "), ("\udfff高\ud800", " 高 "), ("🫀\u200b\x01", "🫀\u200b\x01")],
)
def test_what_no_record_can_keep_is_a_space(sent: str, read_as: str) -> None:
    said = read(Update.de_json({"update_id": 1, "message": MESSAGE | {"text": sent}}, None))
    assert isinstance(said, Incoming)
    assert said.what == Said(read_as)
    query = {"id": "1", "from": PERSON, "chat_instance": "1", "message": MESSAGE, "data": sent}
    pressed = read(Update.de_json({"update_id": 2, "callback_query": query}, None))
    assert isinstance(pressed, Incoming)
    assert pressed.what == Pressed(read_as, 5)
