"""Deleted accounts, groups that the bot is put out of, groups that move, and chats that are cleared."""

import pytest

from bot.sandbox.world import World
from tests.sandbox.workbench import AOI, KEN, Api


async def refused(api: Api, chat_id: int) -> tuple[int, str]:
    answer = await api("sendMessage", chat_id=chat_id, text="x")
    return answer["error_code"], answer["description"]


async def test_a_deleted_account_is_not_a_blocked_bot(api: Api, world: World) -> None:
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x")
    world.block(KEN.id)
    world.updates.clear()
    world.deactivate(AOI.id)
    assert await refused(api, AOI.id) == (403, "Forbidden: user is deactivated")
    assert await refused(api, KEN.id) == (403, "Forbidden: bot was blocked by the user")
    edit = await api("editMessageText", chat_id=AOI.id, message_id=sent["message_id"], text="y")
    assert edit["description"] == "Forbidden: user is deactivated"
    assert await api.result("getUpdates") == []
    with pytest.raises(ValueError, match="deleted"):
        world.send_text(AOI.id, "x")


async def test_put_out_of_a_group_and_taken_in_again(api: Api, world: World) -> None:
    group = world.group("勉強会", [AOI.id, KEN.id])
    world.remove_bot(group)
    assert await refused(api, group) == (403, "Forbidden: bot was kicked from the group chat")
    assert world.send_text(KEN.id, "/start", chat_id=group) == 0
    world.take_back(group)
    assert world.send_text(KEN.id, "/start", chat_id=group)
    assert (await api("sendMessage", chat_id=group, text="x"))["ok"]
    updates = await api.result("getUpdates")
    changes = [update["my_chat_member"] for update in updates if "my_chat_member" in update]
    states = [(change["old_chat_member"]["status"], change["new_chat_member"]["status"]) for change in changes]
    assert states == [("left", "member"), ("member", "kicked"), ("kicked", "member")]
    assert changes[1]["chat"]["id"] == group


async def test_a_group_becomes_a_supergroup(api: Api, world: World) -> None:
    group = world.group("勉強会", [AOI.id, KEN.id])
    world.updates.clear()
    new = world.migrate(group)
    assert await api("sendMessage", chat_id=group, text="x") == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }
    old_says, new_says = [update["message"] for update in await api.result("getUpdates")]
    assert (old_says["chat"]["id"], old_says["migrate_to_chat_id"]) == (group, new)
    assert (new_says["chat"]["id"], new_says["migrate_from_chat_id"]) == (new, group)
    assert new_says["chat"] == {"id": new, "title": "勉強会", "type": "supergroup"}
    assert str(new).startswith("-100")
    assert (await api("sendMessage", chat_id=new, text="x"))["ok"]
    with pytest.raises(ValueError, match="supergroup"):
        world.send_text(AOI.id, "x", chat_id=group)
    world.remove_bot(new)
    assert await refused(api, new) == (403, "Forbidden: bot was kicked from the supergroup chat")


async def test_a_cleared_chat(api: Api, world: World) -> None:
    listener = world.listen(AOI.id)
    sent = await api.result("sendMessage", chat_id=AOI.id, text="x")
    world.clear(AOI.id)
    assert world.messages(AOI.id) == []
    place = {"chat_id": AOI.id, "message_id": sent["message_id"]}
    edit = await api("editMessageText", **place, text="y")
    assert (edit["error_code"], edit["description"]) == (400, "Bad Request: message to edit not found")
    assert (await api("deleteMessage", **place))["description"] == "Bad Request: message to delete not found"
    listener.close()
    assert [event["type"] async for event in listener] == ["message", "delete", "delete"]
    assert (await api("sendMessage", chat_id=AOI.id, text="z"))["ok"]


async def test_orders_over_http(api: Api, world: World) -> None:
    for order in ("clear", "deactivate"):
        async with api.http.post(f"{api.origin}/sandbox/chats/{AOI.id}/{order}", json={}) as answer:
            assert (answer.status, await answer.json()) == (200, {})
        async with api.http.post(f"{api.origin}/sandbox/chats/1/{order}", json={}) as answer:
            assert answer.status == 404
    assert world.messages(AOI.id) == []
    assert world.chat_of(AOI.id).deactivated
