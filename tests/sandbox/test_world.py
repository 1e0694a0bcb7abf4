"""What people can do, as tests in the same process order it."""

import pytest

from bot.sandbox import Person
from bot.sandbox.world import World
from tests.sandbox.workbench import AOI, KEN, STRANGER, Api


async def test_a_long_text_comes_in_pieces(api: Api, world: World) -> None:
    last = world.send_text(AOI.id, "x" * 10_000)
    updates = await api.result("getUpdates")
    assert [len(update["message"]["text"]) for update in updates] == [4096, 4096, 1808]
    assert updates[-1]["update_id"] == last


async def test_presses_of_every_kind(api: Api, world: World) -> None:
    own = await api.result("sendMessage", chat_id=AOI.id, text="own")
    others = await api.result("sendMessage", chat_id=KEN.id, text="other's")
    gone = await api.result("sendMessage", chat_id=AOI.id, text="gone")
    await api.result("deleteMessage", chat_id=AOI.id, message_id=gone["message_id"])
    for message in (own, others, gone):
        world.press(AOI.id, message["message_id"], "forged \U0001f600" * 10)
    first, second, third = [update["callback_query"]["message"] for update in await api.result("getUpdates")]
    assert (first["text"], second["text"], second["chat"]["id"]) == ("own", "other's", KEN.id)
    assert third == {"message_id": gone["message_id"], "chat": own["chat"], "date": 0}


async def test_what_a_listener_heard_before_closing_can_be_read(world: World) -> None:
    listener = world.listen(AOI.id)
    world.send_text(AOI.id, "a")
    world.send_text(KEN.id, "not his")
    listener.close()
    world.send_text(AOI.id, "b")
    assert [event["message"]["text"] async for event in listener] == ["a"]


async def test_accounts_differ_in_what_they_tell(api: Api, world: World) -> None:
    """A client may give no language; many people have a last name and a username."""
    world.join(Person(5, "Ada", language="", last_name="Lovelace", username="ada"))
    world.send_text(5, "/start")
    world.send_text(KEN.id, "/start")
    ada, ken = [update["message"] for update in await api.result("getUpdates")]
    names = {"first_name": "Ada", "last_name": "Lovelace", "username": "ada"}
    assert ada["from"] == {"id": 5, "is_bot": False, **names}
    assert ada["chat"] == {"id": 5, "type": "private", **names}
    assert ken["from"] == {"id": KEN.id, "is_bot": False, "first_name": "Ken", "language_code": "en"}
    assert world.people[5].card()["name"] == "Ada Lovelace"


async def test_channels(api: Api, world: World) -> None:
    world.channel_post("お知らせ", "a")
    world.channel_post("お知らせ", "b")
    one, two = [update["channel_post"] for update in await api.result("getUpdates")]
    assert (one["message_id"], two["message_id"]) == (1, 2)
    assert one["chat"] == two["chat"] == one["sender_chat"]
    sent = await api.result("sendMessage", chat_id=one["chat"]["id"], text="x")
    assert "from" not in sent
    edit = {"chat_id": one["chat"]["id"], "message_id": sent["message_id"]}
    assert (await api("editMessageText", **edit, text="y"))["ok"]


async def test_members_of_a_group_are_met_but_not_started(world: World) -> None:
    group = world.group("g", [STRANGER.id])
    assert world.send_text(STRANGER.id, "/start@tani_bot", chat_id=group)
    message = world.chat_of(STRANGER.id, group).messages
    assert next(iter(message.values()))["entities"] == [{"type": "bot_command", "offset": 0, "length": 15}]


def test_wrong_orders_are_faults_of_the_test(world: World) -> None:
    with pytest.raises(ValueError, match="blank"):
        world.send_text(AOI.id, " \n")
    with pytest.raises(KeyError):
        world.send_text(999, "x")
    with pytest.raises(KeyError):
        world.file("nothing")
    world.block(AOI.id)
    assert world.block(AOI.id) == 0
    with pytest.raises(ValueError, match="blocked"):
        world.send_text(AOI.id, "x")


def test_somebody_new(world: World) -> None:
    world.join(Person(77, "新"))
    assert world.send_text(77, "x")
    assert world.messages(77)[0]["from"]["first_name"] == "新"
