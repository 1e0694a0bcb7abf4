"""Commands, menu button and texts of the bot."""

from typing import Any

import pytest

from tests.sandbox.workbench import AOI, KEN, Api

GOOD = {"command": "start", "description": "Start"}


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({}, "expected an Array of BotCommand"),
        ({"commands": {}}, "expected an Array of BotCommand"),
        ({"commands": [1]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{"command": "a"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [{**GOOD, "command": 1}]}, 'can\'t parse BotCommand: Field "command" must be of type String'),
        ({"commands": [{**GOOD, "command": "日本"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{**GOOD, "command": "Start"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{**GOOD, "command": "x" * 33}]}, "command length must not exceed 32"),
        ({"commands": [{**GOOD, "description": " "}]}, "command description must be non-empty"),
        ({"commands": [{**GOOD, "description": "x" * 257}]}, "command description length must not exceed 256"),
        ({"commands": [GOOD] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [{**GOOD, "icon": "x"}]}, "the sandbox refuses"),
        ({"commands": [GOOD], "scope": {"type": "nowhere"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": [GOOD], "scope": {"type": "chat"}}, "chat_id is empty"),
        ({"commands": [GOOD], "scope": {"type": "chat", "chat_id": 999}}, "chat not found"),
        ({"commands": [GOOD], "language_code": "japanese"}, "invalid language code specified"),
    ],
)
async def test_wrong_commands(api: Api, params: dict[str, Any], reason: str) -> None:
    answer = await api("setMyCommands", **params)
    assert answer["error_code"] == 400
    assert answer["description"].startswith(f"Bad Request: {reason}")


async def test_the_narrowest_scope_wins(api: Api) -> None:
    async def shown(user_id: int) -> list[str]:
        async with api.http.get(f"{api.origin}/sandbox/chats/{user_id}") as answer:
            return [each["command"] for each in (await answer.json())["commands"]]

    async def put(command: str, **params: Any) -> None:
        await api.result("setMyCommands", commands=[{"command": command, "description": "x"}], **params)

    own = {"type": "chat", "chat_id": AOI.id}
    await put("default")
    assert (await shown(AOI.id), await shown(KEN.id)) == (["default"], ["default"])
    await put("ja", language_code="ja")
    await put("private", scope={"type": "all_private_chats"})
    assert (await shown(AOI.id), await shown(KEN.id)) == (["private"], ["private"])
    await put("own", scope=own)
    assert (await shown(AOI.id), await shown(KEN.id)) == (["own"], ["private"])
    assert (await api.result("getMyCommands", scope=own))[0]["command"] == "own"
    await api.result("deleteMyCommands", scope=own)
    await api.result("deleteMyCommands", scope={"type": "all_private_chats"})
    assert (await shown(AOI.id), await shown(KEN.id)) == (["ja"], ["default"])


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"type": "x"}, "can't parse MenuButton: Unsupported type specified"),
        ({"type": "web_app", "web_app": {"url": "https://a.jp"}}, "can't parse MenuButton: menu button text must be"),
        (
            {"type": "web_app", "text": "x", "web_app": {"url": "http://a.jp"}},
            "menu button Web App URL 'http://a.jp' is invalid: Only HTTPS links are allowed",
        ),
    ],
)
async def test_wrong_menu_buttons(api: Api, button: dict[str, Any], reason: str) -> None:
    answer = await api("setChatMenuButton", menu_button=button)
    assert answer["description"].startswith(f"Bad Request: {reason}")


async def test_texts_have_limits(api: Api) -> None:
    for method, name, most in (
        ("setMyName", "name", 64),
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
    ):
        assert (await api(method, **{name: "日" * most}))["ok"]
        assert (await api(method, **{name: "日" * (most + 1)}))["error_code"] == 400


async def test_farewells(api: Api) -> None:
    assert await api.result("logOut") is True
    assert await api.result("close") is True
